import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { offerMessage, proveWallet } from '@/lib/access/proofs/wallet-proof';
import { requirePayer } from '@/lib/access/require-payer';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { newId } from '@/lib/kernel/ids';
import { presentWallets } from './declare';
import type { ProveWalletBody, WalletList } from './schema';
import { lockWallet, markProven, saveWallet } from './store';

/** The session in this merchant's team: what was asked for in one team proves nothing in another. */
const holderOf = ({ sessionId, merchantId }: { sessionId: string; merchantId: string }) =>
  `session:${sessionId}/${merchantId}` as const;

/** A message with which a wallet proves that it pays for this merchant. Refuses: chain_unavailable, step-up. */
export async function offerWalletProof(ctx: Context, wanted: { address: string; chainId?: number }) {
  const actor = requirePayer(ctx);
  requireStepUp(ctx);
  return offerMessage(ctx, { ...wanted, purpose: 'pay_from', holder: holderOf(actor) });
}

/**
 * Takes the wallet's own signature: from here on it pays for this merchant, a key on every network, a contract on this
 * one too, and is on the list. Another merchant for which the same wallet signs does not undo this.
 * Refuses: sign_in_message_invalid, proof_expired, signature_invalid, chain_unavailable, step-up.
 */
export async function proveOwnWallet(ctx: Context, { name, ...proof }: ProveWalletBody): Promise<WalletList> {
  const actor = requirePayer(ctx);
  requireStepUp(ctx);
  const { merchantId, userId } = actor;
  const { value: address, chain } = await proveWallet(ctx, { ...proof, purpose: 'pay_from', holder: holderOf(actor) });
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    await lockWallet(tx, address);
    const wallet = { id: newId('wallet', now.getTime()), merchantId, address, addedBy: userId, createdAt: now };
    const added = await saveWallet(tx, { ...wallet, name: name ?? 'Proved by signing' });
    const { id } = await markProven(tx, { merchantId, address, chain }, now);
    const line = { merchantId, subjectId: id, now };
    if (added) await audit(tx, ctx, { ...line, action: 'wallet.added', detail: { address, name: added.name } });
    await audit(tx, ctx, { ...line, action: 'wallet.proved', detail: { address, ...(chain && { chain }) } });
  });
  return presentWallets(ctx.db, merchantId);
}
