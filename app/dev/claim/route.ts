import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { findActorByKey } from '@/lib/access/api-keys';
import { pageContext } from '@/lib/http/pages/page-context';
import { env } from '@/lib/kernel/env';
import { createPayoutBody } from '@/lib/payouts/schema';
import { createPayout } from '@/lib/payouts/terms/create';

export const dynamic = 'force-dynamic';

const demoFile = z.object({ apiKey: z.string() });
const wanted = { amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' } };

/** Makes a payout of the demo merchant and leads to its claim page, as its customer would come there. */
export async function POST(request: Request): Promise<Response> {
  if (!env.DEMO) return new Response('Not found', { status: 404 });
  if (request.headers.get('sec-fetch-site') === 'cross-site') return new Response('Not from here', { status: 403 });
  const { apiKey } = demoFile.parse(JSON.parse(await readFile(path.join(env.DATA_DIR, 'demo.json'), 'utf8')));
  const ctx = pageContext();
  const holder = await findActorByKey(ctx.db, apiKey, ctx.clock.now());
  if (!holder) return new Response('The demo is not ready yet.', { status: 503 });
  const reference = `try-${randomBytes(4).toString('hex')}`;
  const body = createPayoutBody.parse({ ...wanted, reference, description: 'A withdrawal to try it with' });
  const { claim_url } = await createPayout({ ...ctx, actor: holder.actor }, body);
  return new Response(null, { status: 303, headers: { location: claim_url, 'cache-control': 'no-store' } });
}
