import { type Context, requirePermission } from '@/lib/access/actor';
import { hex } from '@/lib/chains/address';
import { chainOf, confirmationsNeeded } from '@/lib/chains/registry';
import { finalBlock, headBlock } from '@/lib/evm/blocks';
import { reading } from '@/lib/evm/rpc';
import { nonceIsSpent, sight } from '@/lib/evm/transactions';
import { Refusal } from '@/lib/kernel/errors';
import type { SentCall, SentQuery } from './schema';
import { findVault } from './store';

/** Tells from the chain how far a call is that a member sent from their wallet. Refuses: not_found, chain_unavailable. */
export async function followCall(ctx: Context, vaultId: string, query: SentQuery): Promise<SentCall> {
  const { merchantId } = requirePermission(ctx, 'vaults:read');
  const vault = await findVault(ctx.db, merchantId, vaultId);
  if (!vault) throw new Refusal('not_found', { detail: `There is no vault ${vaultId}.` });
  const needed = confirmationsNeeded(vault.chain);
  return reading(vault.chain, async (client) => {
    const [head, seen] = await Promise.all([headBlock(client), sight(client, hex(query.hash))]);
    if (seen.state === 'missing') {
      const { sender = null, nonce = null } = query;
      const replaced = sender !== null && nonce !== null && (await nonceIsSpent(client, hex(sender), nonce));
      return { state: replaced ? 'replaced' : 'missing', sender, nonce, confirmations: 0, needed };
    }
    const { sender, nonce } = seen;
    if (seen.state === 'waiting') return { state: 'waiting', sender, nonce, confirmations: 0, needed };
    const { status, blockNumber } = seen.receipt;
    const depth = head.number < blockNumber ? 0 : Number(head.number - blockNumber) + 1;
    const final = await finalBlock(client, chainOf(vault.chain), head);
    const isFinal = final !== null && blockNumber <= final.number;
    const state = status === 'reverted' ? 'failed' : isFinal ? 'confirmed' : 'confirming';
    return { state, sender, nonce, confirmations: isFinal ? needed : Math.min(depth, needed - 1), needed };
  });
}
