import type { Tx } from '@/db/client';
import type { OperatorRole } from '@/db/vocabulary/operators';
import type { Context } from '@/lib/access/actor';
import { type Identity, presentIdentity } from '@/lib/access/identity';
import { addSeconds } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { hashToken, newToken } from '@/lib/kernel/secrets';
import { auditOperator } from './audit-operator';
import { requireOperator, requireOperatorStepUp, requireStillOperator } from './require-operator';
import {
  findOpenLink,
  findOperatorRole,
  insertLink,
  lockInstallation,
  putOperator,
  revokeLink,
  revokeSetUpLinks,
  spendLink,
} from './store';

export const linkHours = 24;

export type OperatorLink = { id: string; url: string; expiresAt: Date };

async function writeLink(
  tx: Tx,
  { role, invitedBy, now }: { role: OperatorRole; invitedBy: string | null; now: Date },
): Promise<OperatorLink> {
  const token = newToken();
  const id = newId('operatorLink', now.getTime());
  const expiresAt = addSeconds(now, linkHours * 3600);
  await insertLink(tx, { id, hash: hashToken(token), role, invitedBy, createdAt: now, expiresAt });
  return { id, url: new URL(`/operator/set-up/${token}`, env.BASE_URL).href, expiresAt };
}

/**
 * A link that makes the person who opens it an operator: for the first one, and where all of them are lost. Only the machine itself
 * makes it; it ends the one before, so that one at most is open.
 */
export async function createSetUpLink(ctx: Context): Promise<OperatorLink> {
  if (ctx.actor.kind !== 'system') throw new Refusal('forbidden', { detail: 'A set-up link is made on the machine.' });
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    await lockInstallation(tx);
    await revokeSetUpLinks(tx, now);
    const link = await writeLink(tx, { role: 'admin', invitedBy: null, now });
    await auditOperator(tx, ctx, { action: 'operator.set_up_link_made', subjectId: link.id, now });
    return link;
  });
}

/** A link for a further operator, which the one who asked hands over. */
export async function inviteOperator(ctx: Context, { role }: { role: OperatorRole }): Promise<OperatorLink> {
  requireOperator(ctx, 'operators:write');
  requireOperatorStepUp(ctx);
  const now = ctx.clock.now();
  const invitedBy = ctx.actor.kind === 'operator' ? ctx.actor.userId : null;
  if (!invitedBy) throw new Refusal('forbidden', { detail: 'Only people invite operators.' });
  return ctx.db.transaction(async (tx) => {
    await requireStillOperator(tx, invitedBy, 'operators:write');
    const link = await writeLink(tx, { role, invitedBy, now });
    await auditOperator(tx, ctx, { action: 'operator.invited', subjectId: link.id, after: { role }, now });
    return link;
  });
}

export async function withdrawLink(ctx: Context, id: string): Promise<void> {
  requireOperator(ctx, 'operators:write');
  requireOperatorStepUp(ctx);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    if (!(await revokeLink(tx, id, now))) throw new Refusal('not_found', { detail: 'No such invitation is open.' });
    await auditOperator(tx, ctx, { action: 'operator.invitation_withdrawn', subjectId: id, now });
  });
}

/** Whether this token still makes an operator. */
export async function isOpenOperatorLink({ db, clock }: Pick<Context, 'db' | 'clock'>, token: string) {
  return (await findOpenLink(db, hashToken(token), clock.now())) !== null;
}

type Taker = { token: string; userId: string; identity: Identity };

/** Makes the person who proved this identity an operator, by a link that nobody used before. Part of opening their session. */
export async function takeOperatorLink(tx: Tx, ctx: Context, { token, userId, identity }: Taker): Promise<void> {
  const now = ctx.clock.now();
  const link = await spendLink(tx, { hash: hashToken(token), userId, now });
  if (!link) {
    const detail = 'It was used, has run out, or was followed by a newer one. `npm run operator:invite` makes another.';
    throw new Refusal('operator_link_over', { detail });
  }
  const before = await findOperatorRole(tx, userId);
  const role = before === 'admin' ? before : link.role;
  await putOperator(tx, { userId, role, invitedBy: link.invitedBy, createdAt: now });
  const actor = { kind: 'operator', userId, role, sessionId: '', steppedUpAt: null, timeZone: 'UTC' } as const;
  const detail = { link: link.id, invited_by: link.invitedBy, identity: presentIdentity(identity) };
  await auditOperator(
    tx,
    { ...ctx, actor },
    { action: 'operator.joined', subjectId: userId, after: { role }, detail, now },
  );
}
