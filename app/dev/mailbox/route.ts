import { pageContext } from '@/lib/http/pages/page-context';
import { env } from '@/lib/kernel/env';
import { readMailbox } from '@/lib/mail/mailbox';
import { mailboxPage } from './mailbox-page';

export const dynamic = 'force-dynamic';

/** The demo's mails: a page, or with `?format=json` a list. `?to=` shows one address's. */
export async function GET(request: Request): Promise<Response> {
  if (!env.DEMO) return new Response('Not found', { status: 404 });
  const { searchParams } = new URL(request.url);
  const to = searchParams.get('to') || undefined;
  const mails = await readMailbox(pageContext(), to);
  const headers = { 'cache-control': 'no-store' };
  if (searchParams.get('format') === 'json') return Response.json(mails, { headers });
  const page = mailboxPage(mails, to, env.BASE_URL);
  return new Response(page, { headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } });
}
