import type { Queryable } from '@/db/client';
import type { OperatorScope } from '@/db/vocabulary/operators';
import type { Actor, Context } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { log } from '@/lib/kernel/log';
import { hashToken, newToken } from '@/lib/kernel/secrets';
import { auditOperator } from './audit-operator';
import { requireOperator, requireOperatorStepUp, requireStillOperator } from './require-operator';
import { findLiveOperatorKey, insertOperatorKey, markOperatorKeyRevoked, markOperatorKeyUsed } from './store';

/** Unlike a merchant's key at first sight, so that neither is used for the other. */
const keyPattern = /^db_operator_[A-Za-z0-9_-]{43}$/;
const prefixLength = 18;
const lastUseGrainSeconds = 60;

/** Makes a key for a program of operators. The key itself is in this answer and nowhere else. */
export async function createOperatorKey(ctx: Context, wanted: { name: string; scopes: readonly OperatorScope[] }) {
  requireOperator(ctx, 'keys:write');
  requireOperatorStepUp(ctx);
  const { actor, clock } = ctx;
  if (actor.kind !== 'operator') throw new Refusal('forbidden', { detail: 'Only people make keys of operators.' });
  const now = clock.now();
  const key = `db_operator_${newToken()}`;
  const id = newId('operatorKey', now.getTime());
  const prefix = key.slice(0, prefixLength);
  const { name, scopes } = wanted;
  await ctx.db.transaction(async (tx) => {
    await requireStillOperator(tx, actor.userId, 'keys:write');
    const row = {
      id,
      name,
      prefix,
      hash: hashToken(key),
      scopes: [...scopes],
      createdBy: actor.userId,
      createdAt: now,
    };
    await insertOperatorKey(tx, row);
    await auditOperator(tx, ctx, { action: 'operator_key.created', subjectId: id, after: { name, scopes }, now });
  });
  return { id, key, prefix };
}

export async function revokeOperatorKey(ctx: Context, id: string): Promise<void> {
  requireOperator(ctx, 'keys:write');
  requireOperatorStepUp(ctx);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    if (!(await markOperatorKeyRevoked(tx, id, now)))
      throw new Refusal('not_found', { detail: 'There is no such key.' });
    await auditOperator(tx, ctx, { action: 'operator_key.revoked', subjectId: id, now });
  });
}

export type OperatorKeyActor = Extract<Actor, { kind: 'operator_key' }>;

/** Who holds this key; null for an unknown or revoked one, and where who made it is an operator no longer. */
export async function findOperatorByKey(db: Queryable, key: string, now: Date): Promise<OperatorKeyActor | null> {
  if (!keyPattern.test(key)) return null;
  const row = await findLiveOperatorKey(db, hashToken(key));
  if (!row) return null;
  if (!row.lastUsedAt || row.lastUsedAt < addSeconds(now, -lastUseGrainSeconds)) {
    markOperatorKeyUsed(db, row.id, now).catch((error: unknown) => {
      log.warn({ keyId: row.id, err: error }, 'The last use of an operator’s key could not be noted');
    });
  }
  return { kind: 'operator_key', keyId: row.id, scopes: row.scopes };
}
