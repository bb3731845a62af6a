import type { Queryable } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { checksumAddress, explainChecksum, readAddress } from '@/lib/chains/address';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import type { WalletBody, WalletList } from './schema';
import { refuseForeignWallet, saveWallet, selectWallets, updateWallet } from './store';

/** The wallets that this merchant declared, besides its vaults and those that members sign in with. */
export async function listWallets(ctx: Context): Promise<WalletList> {
  const { merchantId } = requirePermission(ctx, 'vaults:read');
  return presentWallets(ctx.db, merchantId);
}

/** Declares a wallet as the merchant's own: what leaves it must be explained, and may pay by hand. Twice is once. */
export async function declareWallet(ctx: Context, body: WalletBody): Promise<WalletList> {
  const actor = requirePermission(ctx, 'payouts:pay');
  requireStepUp(ctx);
  const { merchantId } = actor;
  const address = readAddress(body.address);
  if (!address) {
    throw new Refusal('address_refused', { field: 'address', detail: explainChecksum(body.address) });
  }
  await refuseForeignWallet(ctx.db, { merchantId, chain: null }, address, 'address');
  const now = ctx.clock.now();
  const id = newId('wallet', now.getTime());
  const addedBy = actor.kind === 'user' ? actor.userId : null;
  await ctx.db.transaction(async (tx) => {
    const added = await saveWallet(tx, { id, merchantId, address, name: body.name, addedBy, createdAt: now });
    if (!added) return;
    const detail = { address, name: body.name };
    await audit(tx, ctx, { merchantId, action: 'wallet.added', subjectId: added.id, detail, now });
  });
  return presentWallets(ctx.db, merchantId);
}

/** Takes a wallet off the list; what it paid stays paid. Refuses: not_found, step-up. */
export async function removeWallet(ctx: Context, id: string): Promise<WalletList> {
  const { merchantId } = requirePermission(ctx, 'payouts:pay');
  requireStepUp(ctx);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const removed = await updateWallet(tx, { merchantId, id }, { removedAt: now });
    if (!removed) throw new Refusal('not_found', { detail: `There is no wallet ${id}.` });
    const detail = { address: removed.address };
    await audit(tx, ctx, { merchantId, action: 'wallet.removed', subjectId: id, detail, now });
  });
  return presentWallets(ctx.db, merchantId);
}

export async function presentWallets(db: Queryable, merchantId: string): Promise<WalletList> {
  const rows = await selectWallets(db, merchantId);
  return {
    data: rows.map((row) => ({
      id: row.id,
      address: checksumAddress(row.address),
      name: row.name,
      added_by: row.addedBy,
      proven_at: row.provenAt?.toISOString() ?? null,
      proven_chains: row.provenChains,
      created_at: row.createdAt.toISOString(),
    })),
  };
}
