import type { Tx } from '@/db/client';
import type { OperatorRole } from '@/db/vocabulary/operators';
import type { Context } from '@/lib/access/actor';
import { nameOf, presentIdentity } from '@/lib/access/identity';
import { selectIdentities } from '@/lib/access/people-store';
import { Refusal } from '@/lib/kernel/errors';
import { auditOperator } from './audit-operator';
import { requireOperator, requireOperatorStepUp, requireStillOperator } from './require-operator';
import type { OperatorKeyOnWire, OperatorOnWire } from './schema';
import {
  deleteOperator,
  lockOperators,
  putOperator,
  revokeKeysBy,
  revokeLinksBy,
  selectOpenLinks,
  selectOperatorKeys,
  selectOperators,
} from './store';

/** The operators, the first one first, and the invitations that are open. */
export async function listOperators(ctx: Context) {
  requireOperator(ctx, 'operators:read');
  const rows = await selectOperators(ctx.db);
  const identities = await selectIdentities(
    ctx.db,
    rows.map(({ userId }) => userId),
  );
  const you = ctx.actor.kind === 'operator' ? ctx.actor.userId : null;
  const operators = rows.map(({ userId, role, createdAt }): OperatorOnWire => {
    const own = identities.filter((one) => one.userId === userId);
    const named = { user_id: userId, name: nameOf(own), identities: own.map(presentIdentity) };
    return { ...named, role, you: userId === you, created_at: createdAt.toISOString() };
  });
  const open = await selectOpenLinks(ctx.db, ctx.clock.now());
  const links = open.map(({ id, role, expiresAt }) => ({ id, role, expires_at: expiresAt.toISOString() }));
  return { operators, links };
}

/**
 * The operator as they are, held; refuses where the installation would be left without an admin, and one who acts and was changed
 * meanwhile.
 */
async function toChange(tx: Tx, { actor }: Context, userId: string, staysAdmin: boolean) {
  const all = await lockOperators(tx);
  if (actor.kind === 'operator') await requireStillOperator(tx, actor.userId, 'operators:write');
  const found = all.find((one) => one.userId === userId);
  if (!found) throw new Refusal('not_found', { detail: 'There is no such operator.' });
  const admins = all.filter(({ role }) => role === 'admin');
  if (!staysAdmin && found.role === 'admin' && admins.length === 1) throw new Refusal('last_operator');
  return found;
}

export async function changeOperatorRole(ctx: Context, userId: string, role: OperatorRole): Promise<void> {
  requireOperator(ctx, 'operators:write');
  requireOperatorStepUp(ctx);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const found = await toChange(tx, ctx, userId, role === 'admin');
    if (found.role === role) return;
    await putOperator(tx, { ...found, role });
    // What they made as an admin ends with what let them make it.
    if (role !== 'admin') await endWhatTheyMade(tx, userId, now);
    const facts = { before: { role: found.role }, after: { role } };
    await auditOperator(tx, ctx, { action: 'operator.role_changed', subjectId: userId, ...facts, now });
  });
}

/** Takes a person out of the operators, with the keys that they made and the invitations that they sent. */
export async function removeOperator(ctx: Context, userId: string): Promise<void> {
  requireOperator(ctx, 'operators:write');
  requireOperatorStepUp(ctx);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const { role } = await toChange(tx, ctx, userId, false);
    await endWhatTheyMade(tx, userId, now);
    await deleteOperator(tx, userId);
    await auditOperator(tx, ctx, { action: 'operator.removed', subjectId: userId, before: { role }, now });
  });
}

async function endWhatTheyMade(tx: Tx, userId: string, now: Date): Promise<void> {
  await revokeKeysBy(tx, userId, now);
  await revokeLinksBy(tx, userId, now);
}

export async function listOperatorKeys(ctx: Context): Promise<OperatorKeyOnWire[]> {
  requireOperator(ctx, 'keys:read');
  return (await selectOperatorKeys(ctx.db)).map(({ id, name, prefix, scopes, createdAt, lastUsedAt, revokedAt }) => ({
    ...{ id, name, prefix, scopes, created_at: createdAt.toISOString() },
    last_used_at: lastUsedAt?.toISOString() ?? null,
    revoked_at: revokedAt?.toISOString() ?? null,
  }));
}
