import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { Context } from '@/lib/access/actor';
import { processDatabase } from '@/lib/access/process-context';
import { findActorBySession } from '@/lib/access/sessions/sessions';
import { originOf } from '@/lib/http/base/origin';
import { readSessionId } from '@/lib/http/identity/session-cookie';
import { systemClock } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { pageHeader } from './page-header';

/** What a page of the desk acts through: the signed-in person, or null. */
export async function findDeskContext(): Promise<Context | null> {
  const given = new Headers(await headers());
  const sessionId = await readSessionId(given);
  if (!sessionId) return null;
  const ctx = { db: processDatabase(), clock: systemClock, requestId: newId('request'), origin: originOf(given) };
  const actor = await findActorBySession(ctx, sessionId, ctx.origin);
  return actor && { ...ctx, actor };
}

/** The same for pages that nobody sees who is not signed in: they go to the sign-in page, and come back from there. */
export async function deskContext(): Promise<Context> {
  const ctx = await findDeskContext();
  if (ctx) return ctx;
  const page = (await headers()).get(pageHeader) ?? '/dashboard';
  redirect(`/sign-in?next=${encodeURIComponent(page)}`);
}
