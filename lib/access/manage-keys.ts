import type { Tx } from '@/db/client';
import { Refusal } from '@/lib/kernel/errors';
import { type Context, requirePermission } from './actor';
import { createApiKey, revokeApiKey } from './api-keys';
import { audit } from './audit';
import type { CreatedKey, KeyOnWire, NewKeyBody } from './key-schema';
import { findKey, lockMerchant, selectKeys } from './key-store';
import { requireStepUp } from './step-up';

/** More than anyone needs, and few enough to look through. */
export const keysPerMerchant = 50;

type Row = Awaited<ReturnType<typeof selectKeys>>[number];

function present({ id, name, prefix, scopes, createdAt, lastUsedAt, revokedAt }: Row): KeyOnWire {
  return {
    ...{ id, name, prefix, scopes, created_at: createdAt.toISOString() },
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

/** Makes a key with these scopes. The key itself is in this answer and nowhere else. Refuses: invalid_request. */
export async function addKey(ctx: Context, { name, scopes }: NewKeyBody): Promise<CreatedKey> {
  const { merchantId } = requirePermission(ctx, 'keys:write');
  requireStepUp(ctx);
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    await lockMerchant(tx, merchantId);
    await refuseBeyondLimit(tx, merchantId);
    const { id, key, prefix } = await createApiKey(tx, { merchantId, name, scopes, now });
    await audit(tx, ctx, {
      merchantId,
      action: 'api_key.created',
      subjectId: id,
      after: { name, prefix, scopes },
      now,
    });
    const made = { id, name, prefix, scopes: [...scopes], createdAt: now, lastUsedAt: null, revokedAt: null };
    return { ...present(made), key };
  });
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
