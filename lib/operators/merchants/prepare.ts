import type { Tx } from '@/db/client';
import type { Scope } from '@/db/vocabulary/people';
import type { Context } from '@/lib/access/actor';
import { createApiKey, revokeKeyOfRequest } from '@/lib/access/api-keys';
import { audit } from '@/lib/access/audit';
import { presentIdentity, readIdentity } from '@/lib/access/identity';
import type { InviteBody } from '@/lib/access/schema';
import { writeInvite } from '@/lib/access/team/team';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { refuseChain, writeAsset } from '@/lib/merchants/add-asset';
import { lockMerchant, type Merchant } from '@/lib/merchants/store';
import { auditOperator } from '@/lib/operators/audit-operator';
import { requireOperator, requireOperatorStepUp } from '@/lib/operators/require-operator';
import { writeVault } from '@/lib/vaults/add-vault';
import { ownKey } from './register';
import type { PlaceVaultBody } from './schema';
import { countPeople } from './store';

type Prepared = { merchantId: string; action: string; ofClosed?: boolean };

/**
 * Does something for a merchant that nobody is in the team of yet. A person who joins meanwhile waits for its row, so that
 * from the first one on nothing is done over their heads. `ofClosed`: also for one that is being closed, or is.
 * Refuses: not_found, merchant_has_team, merchant_suspended.
 */
async function prepare<T>(
  ctx: Context,
  { merchantId, action, ofClosed = false }: Prepared,
  write: (tx: Tx, merchant: Merchant) => Promise<T>,
): Promise<T> {
  requireOperator(ctx, 'merchants:write');
  requireOperatorStepUp(ctx);
  return ctx.db.transaction(async (tx) => {
    const merchant = await lockMerchant(tx, merchantId);
    if (!merchant) throw new Refusal('not_found', { detail: 'There is no such merchant.' });
    if ((await countPeople(tx, merchantId)) > 0) throw new Refusal('merchant_has_team');
    if (merchant.closingSince && !ofClosed) throw refusalOfClosed(merchant);
    const done = await write(tx, merchant);
    await auditOperator(tx, ctx, { action, subjectId: merchantId, now: ctx.clock.now() });
    return done;
  });
}

function refusalOfClosed({ closedAt }: Merchant): Refusal {
  const state = closedAt ? 'is closed' : 'is being closed';
  const detail = `This merchant ${state}: it pays nobody any more, so that it gets no vault and no key. People may still join it, to take its records along.`;
  return new Refusal('merchant_suspended', { detail });
}

/** Invites a person to the team, by what they sign in with: also to a closed one, whose owner takes its records along. */
export function inviteToMerchant(ctx: Context, merchantId: string, { identity, role }: InviteBody) {
  return prepare(ctx, { merchantId, action: 'merchant.person_invited', ofClosed: true }, async (tx) => {
    const invited = readIdentity(identity, 'identity.value');
    const row = await writeInvite(tx, ctx, { merchantId, identity: invited, role, invitedBy: null });
    return { id: row.id, identity: presentIdentity(row), expires_at: row.expiresAt.toISOString(), role };
  });
}

/** Lets the merchant pay from its own wallet on a chain. Refuses: asset_unavailable, address_refused. */
export function placeVault(ctx: Context, merchantId: string, body: PlaceVaultBody) {
  return prepare(ctx, { merchantId, action: 'merchant.vault_placed' }, async (tx, merchant) => {
    const { chain, address, fee_collector: feeCollector, assets } = body;
    refuseChain(merchant, chain);
    const vault = await writeVault(tx, ctx, {
      ...{ merchantId, chain, address: address.toLowerCase(), placed: true },
      ...(feeCollector !== undefined && { feeCollector: feeCollector.toLowerCase() }),
    });
    for (const symbol of assets) await writeAsset(tx, ctx, { merchantId, chain, symbol });
    return vault;
  });
}

/** As long as the API keeps its answers: after that the same Idempotency-Key means another request. */
const requestKeySeconds = 30 * 86_400;

/** Only an answer that was lost leads here: nobody was told the key that the earlier run of the request made, so that it ends. */
async function revokeUntold(tx: Tx, ctx: Context, merchantId: string, requestKey: string): Promise<void> {
  const now = ctx.clock.now();
  const since = addSeconds(now, -requestKeySeconds);
  const made = await revokeKeyOfRequest(tx, { merchantId, requestKey, since, now });
  if (!made) return;
  const { id, name, prefix, scopes } = made;
  const before = { name, prefix, scopes };
  await audit(tx, ctx, { merchantId, action: 'api_key.revoked', subjectId: id, before, now });
}

/**
 * Makes a key for the merchant's own program. The key is in this answer and nowhere else: a repetition of the very same request makes
 * another one in its place.
 */
export function makeMerchantKey(ctx: Context, merchantId: string, wanted: { name: string; scopes: readonly Scope[] }) {
  if (wanted.scopes.includes('exports:read')) {
    throw new Refusal('forbidden', {
      detail: 'Only an owner of the merchant makes a key that takes everything along.',
    });
  }
  const requestKey = ownKey(requireOperator(ctx, 'merchants:write'), ctx.requestKey);
  return prepare(ctx, { merchantId, action: 'merchant.key_made' }, async (tx) => {
    const now = ctx.clock.now();
    if (requestKey !== undefined) await revokeUntold(tx, ctx, merchantId, requestKey);
    const made = await createApiKey(tx, { merchantId, ...wanted, requestKey, now });
    const after = { name: wanted.name, prefix: made.prefix, scopes: wanted.scopes };
    await audit(tx, ctx, { merchantId, action: 'api_key.created', subjectId: made.id, after, now });
    return made;
  });
}
