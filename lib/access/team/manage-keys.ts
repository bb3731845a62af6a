import type { Tx } from '@/db/client';
import { type Context, requirePermission, requireUser } from '@/lib/access/actor';
import { createApiKey, revokeApiKey } from '@/lib/access/api-keys';
import { audit } from '@/lib/access/audit';
import type { CreatedKey, KeyOnWire, NewKeyBody } from '@/lib/access/key-schema';
import { findKey, lockKeysOf, lockMerchant, selectKeys } from '@/lib/access/key-store';
import { lockRole } from '@/lib/access/people-store';
import { permissionsOf } from '@/lib/access/permissions';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { Refusal } from '@/lib/kernel/errors';

/** More than anyone needs, and few enough to look through. */
export const keysPerMerchant = 50;

type KeysOf = { merchantId: string; userId: string; keep: boolean };
export type EndedKeys = { keep: boolean; keys: { id: string; name: string; prefix: string }[] };

type Row = Awaited<ReturnType<typeof selectKeys>>[number];

function present({ id, name, prefix, scopes, createdBy, createdAt, lastUsedAt, revokedAt }: Row): KeyOnWire {
  return {
    ...{ id, name, prefix, scopes, created_by: createdBy, created_at: createdAt.toISOString() },
    last_used_at: lastUsedAt?.toISOString() ?? null,
    revoked_at: revokedAt?.toISOString() ?? null,
  };
}

/** The merchant's keys, the newest first, revoked ones after those that still open something. */
export async function listKeys(ctx: Context): Promise<KeyOnWire[]> {
  const { merchantId } = requirePermission(ctx, 'keys:read');
  return (await selectKeys(ctx.db, merchantId)).map(present);
}

async function refuseBeyondLimit(tx: Tx, merchantId: string): Promise<void> {
  const live = (await selectKeys(tx, merchantId)).filter(({ revokedAt }) => revokedAt === null);
  if (live.length < keysPerMerchant) return;
  throw new Refusal('invalid_request', {
    detail: `There are ${live.length} keys, the most there can be. Revoke one that nobody uses first.`,
  });
}

/** Locks the maker's role, so that a member who is removed meanwhile leaves no key behind that the removal missed. */
async function refuseFormer(tx: Tx, merchantId: string, userId: string): Promise<void> {
  const role = await lockRole(tx, merchantId, userId);
  if (role && permissionsOf[role].includes('keys:write')) return;
  throw new Refusal('forbidden', { detail: 'You may make no API keys for this merchant any more.' });
}

/** Makes a key with these scopes. The key itself is in this answer and nowhere else. Refuses: invalid_request. */
export async function addKey(ctx: Context, { name, scopes }: NewKeyBody): Promise<CreatedKey> {
  const { merchantId } = requirePermission(ctx, 'keys:write');
  // It reads what its maker may not, such as the audit.
  if (scopes.includes('exports:read')) requirePermission(ctx, 'exports:read');
  requireStepUp(ctx);
  return ctx.db.transaction((tx) => writeKey(tx, ctx, merchantId, { name, scopes }));
}

/** Makes a key for a verb that asked for permission and step-up, in the caller's transaction. Refuses: invalid_request. */
export async function writeKey(
  tx: Tx,
  ctx: Context,
  merchantId: string,
  { name, scopes, prefix: known }: NewKeyBody & { prefix?: string },
): Promise<CreatedKey> {
  const { userId: createdBy } = requireUser(ctx);
  const now = ctx.clock.now();
  await lockMerchant(tx, merchantId);
  await refuseBeyondLimit(tx, merchantId);
  await refuseFormer(tx, merchantId, createdBy);
  const { id, key, prefix } = await createApiKey(tx, { merchantId, name, scopes, prefix: known, createdBy, now });
  const after = { name, prefix, scopes };
  await audit(tx, ctx, { merchantId, action: 'api_key.created', subjectId: id, after, now });
  const made = { id, name, prefix, scopes: [...scopes], createdBy, createdAt: now, lastUsedAt: null, revokedAt: null };
  return { ...present(made), key };
}

/**
 * Revokes what a member made, for they may still have it: keys belong to the merchant, but nobody sees who uses them.
 * `keep` leaves them. Answers the keys and whether they go on.
 */
export async function endKeysOf(tx: Tx, ctx: Context, { merchantId, userId, keep }: KeysOf): Promise<EndedKeys> {
  const keys = await lockKeysOf(tx, merchantId, userId);
  const now = ctx.clock.now();
  for (const { id, name, prefix, scopes } of keep ? [] : keys) {
    await revokeApiKey(tx, { merchantId, id, now });
    const before = { name, prefix, scopes };
    await audit(tx, ctx, { merchantId, action: 'api_key.revoked', subjectId: id, before, now });
  }
  return { keep, keys: keys.map(({ id, name, prefix }) => ({ id, name, prefix })) };
}

/** From here on the key opens nothing. One that is revoked already stays as it is. Refuses: not_found. */
export async function removeKey(ctx: Context, id: string): Promise<void> {
  const { merchantId } = requirePermission(ctx, 'keys:write');
  requireStepUp(ctx);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const found = await findKey(tx, merchantId, id);
    if (!found) throw new Refusal('not_found', { detail: 'There is no such API key.' });
    if (!(await revokeApiKey(tx, { merchantId, id, now }))) return;
    const { name, prefix, scopes } = found;
    await audit(tx, ctx, {
      merchantId,
      action: 'api_key.revoked',
      subjectId: id,
      before: { name, prefix, scopes },
      now,
    });
  });
}
