import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { Context } from '@/lib/access/actor';
import { processDatabase } from '@/lib/access/process-context';
import { findActorBySession, findPersonBySession } from '@/lib/access/sessions/sessions';
import { originOf } from '@/lib/http/base/origin';
import { readSessionId } from '@/lib/http/identity/session-cookie';
import { systemClock } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { findOperatorContext } from './operator-context';
import { pageHeader } from './page-header';

type FindActor = typeof findActorBySession | typeof findPersonBySession;

async function findContext(findActor: FindActor): Promise<Context | null> {
  const given = new Headers(await headers());
  const sessionId = await readSessionId(given);
  if (!sessionId) return null;
  const ctx = { db: processDatabase(), clock: systemClock, requestId: newId('request'), origin: originOf(given) };
  const actor = await findActor(ctx, sessionId, ctx.origin);
  return actor && { ...ctx, actor };
}

/** What a page of the desk acts through: the signed-in person, or null. */
export const findDeskContext = () => findContext(findActorBySession);

/** The person who is signed in, in a team or in none, or null. */
export const findPersonContext = () => findContext(findPersonBySession);

/** The same for pages that nobody sees who is not signed in: they go to the sign-in page, and come back from there. */
export async function deskContext(): Promise<Context> {
  const ctx = await findDeskContext();
  if (ctx) return ctx;
  // An operator without a team has pages of their own, and everybody else what to do next.
  if (await findPersonContext()) redirect((await findOperatorContext()) ? '/operator' : '/start');
  const page = (await headers()).get(pageHeader) ?? '/dashboard';
  redirect(`/sign-in?next=${encodeURIComponent(page)}`);
}
