import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { refuseOtherChain } from '@/lib/access/hold-to-chain';
import { requireStepUp } from '@/lib/access/step-up';
import { offerMessage, proveWallet } from '@/lib/access/wallet-proof';
import { newId } from '@/lib/kernel/ids';
import { requirePayer } from './hold';
import type { ProveWalletBody, WalletList } from './wallet-schema';
import { findProvenChain, lockWallet, markProven, refuseAnothers, saveWallet } from './wallet-store';
import { presentWallets } from './wallets';

/** The session in this merchant's team: what was asked for in one team proves nothing in another. */
const holderOf = ({ sessionId, merchantId }: { sessionId: string; merchantId: string }) =>
  `session:${sessionId}/${merchantId}` as const;

/** A message with which a wallet proves that it pays for this merchant. Refuses: address_refused, chain_unavailable. */
export async function offerWalletProof(ctx: Context, wanted: { address: string; chainId?: number }) {
  const actor = requirePayer(ctx);
  requireStepUp(ctx);
  // On which network it counts is known once it signed.
  const whose = { merchantId: actor.merchantId, chain: null };
  await refuseAnothers(ctx.db, whose, wanted.address.toLowerCase(), 'address');
  return offerMessage(ctx, { ...wanted, purpose: 'pay_from', holder: holderOf(actor) });
}

/**
 * Takes the wallet's own signature: from here on it is this merchant's and nobody else's here, a key on every network, a
 * contract on its own, and on the list. Refuses: address_refused, sign_in_message_invalid, proof_expired,
 * signature_invalid, chain_unavailable, step-up.
 */
export async function proveOwnWallet(ctx: Context, { name, ...proof }: ProveWalletBody): Promise<WalletList> {
  const actor = requirePayer(ctx);
  requireStepUp(ctx);
  const { merchantId, userId } = actor;
  const { value: address, chain } = await proveWallet(ctx, { ...proof, purpose: 'pay_from', holder: holderOf(actor) });
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    await lockWallet(tx, address);
    refuseOtherChain(await findProvenChain(tx, merchantId, address), chain);
    await refuseAnothers(tx, { merchantId, chain }, address, 'address');
    const wallet = { id: newId('wallet', now.getTime()), merchantId, address, addedBy: userId, createdAt: now };
    const added = await saveWallet(tx, { ...wallet, name: name ?? 'Proved by signing' });
    const { id } = await markProven(tx, { merchantId, address, chain }, now);
    const line = { merchantId, subjectId: id, now };
    if (added) await audit(tx, ctx, { ...line, action: 'wallet.added', detail: { address, name: added.name } });
    await audit(tx, ctx, { ...line, action: 'wallet.proved', detail: { address, ...(chain && { chain }) } });
  });
  return presentWallets(ctx.db, merchantId);
}
