import type { Context } from '@/lib/access/actor';
import { hex } from '@/lib/chains/address';
import { unseal } from '@/lib/kernel/secrets';
import { signWith } from '@/lib/rails/contract/voucher';
import type { VoucherSigner } from '@/lib/rails/rail';
import type { Vault } from '@/lib/vaults/store';
import { askRemote } from './ask';
import { findRemote } from './store';

/** Which payout a signer is asked for. */
export type Asked = { vault: Vault; payout: { id: string; reference: string; keyVoucher: string | null } };

/** Who signs this vault's payouts: our key for it, or the server that its merchant named; nobody again, where it came signed. */
export function signerOf(ctx: Context, { vault, payout: { id, reference, keyVoucher } }: Asked): VoucherSigner {
  if (keyVoucher !== null) return async () => ({ ok: true, signature: hex(keyVoucher) });
  const { id: vaultId, merchantId, signerKey, remoteSignerId } = vault;
  if (signerKey !== null) return signWith(unseal(signerKey, vaultId));
  return async (voucher) => {
    const remote = await findRemote(ctx.db, merchantId, remoteSignerId ?? '');
    // Another was chosen a moment ago: the next try asks that one.
    if (!remote) return { ok: false, because: 'signer_unreachable', word: 'signer_changed' };
    return askRemote(ctx, remote, voucher, { id, reference });
  };
}
