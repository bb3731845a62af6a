import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import type { OperatorPermission } from '@/db/vocabulary/operators';
import type { Context, OperatorActor } from '@/lib/access/actor';
import { processDatabase } from '@/lib/access/process-context';
import { findActorBySession, findOperatorBySession } from '@/lib/access/sessions/sessions';
import { originOf } from '@/lib/http/base/origin';
import { readSessionId } from '@/lib/http/identity/session-cookie';
import { systemClock } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { mayOperate } from '@/lib/operators/require-operator';
import { pageHeader } from './page-header';

export type OperatorContext = Context & { actor: OperatorActor };

async function visit() {
  const given = new Headers(await headers());
  const sessionId = await readSessionId(given);
  const ctx = { db: processDatabase(), clock: systemClock, requestId: newId('request'), origin: originOf(given) };
  return { ctx, sessionId };
}

/** What a page of the operators acts through: the signed-in operator, or null. */
export async function findOperatorContext(): Promise<OperatorContext | null> {
  const { ctx, sessionId } = await visit();
  const actor = sessionId ? await findOperatorBySession(ctx, sessionId, ctx.origin) : null;
  return actor && { ...ctx, actor };
}

/**
 * The first line of every page of the operators. Strangers go to the sign-in page; to members it is not there, nor to an
 * operator whose role may not see it.
 */
export async function operatorPage(permission: OperatorPermission): Promise<OperatorContext> {
  const found = await findOperatorContext();
  if (found && mayOperate(found.actor, permission)) return found;
  const { ctx, sessionId } = await visit();
  if (found || (sessionId && (await findActorBySession(ctx, sessionId, ctx.origin)))) notFound();
  const page = (await headers()).get(pageHeader) ?? '/operator';
  redirect(`/sign-in?next=${encodeURIComponent(page)}`);
}
