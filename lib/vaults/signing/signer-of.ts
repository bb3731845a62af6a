import { recoverAddress } from 'viem';
import type { Context } from '@/lib/access/actor';
import { hex } from '@/lib/chains/address';
import { unseal } from '@/lib/kernel/secrets';
import { digestOf, signWith } from '@/lib/rails/contract/voucher';
import type { Voucher, VoucherSigner } from '@/lib/rails/rail';
import type { Vault } from '@/lib/vaults/store';
import { askRemote } from './ask';
import { findRemote } from './store';

/** Which payout a signer is asked for. */
export type Asked = { vault: Vault; payout: { id: string; reference: string; keyVoucher: string | null } };

/**
 * Who signs this vault's payouts: our key for it, or the server that its merchant named; nobody again, where it came signed by
 * who signs for the vault now.
 */
export function signerOf(ctx: Context, { vault, payout: { id, reference, keyVoucher } }: Asked): VoucherSigner {
  const { id: vaultId, merchantId, signerKey, remoteSignerId } = vault;
  if (signerKey !== null && keyVoucher === null) return signWith(unseal(signerKey, vaultId));
  return async (voucher) => {
    if (keyVoucher !== null && (signerKey !== null || (await isOf(vault, voucher, keyVoucher))))
      return { ok: true, signature: hex(keyVoucher) };
    const remote = await findRemote(ctx.db, merchantId, remoteSignerId ?? '');
    // Another was chosen a moment ago: the next try asks that one.
    if (!remote) return { ok: false, because: 'signer_unreachable', word: 'signer_changed' };
    return askRemote(ctx, remote, voucher, { id, reference });
  };
}

/** Whether the vault's signer of today signed this: a former one may be revoked. */
async function isOf({ signerAddress }: Vault, voucher: Voucher, signature: string): Promise<boolean> {
  const by = await recoverAddress({ hash: digestOf(voucher), signature: hex(signature) });
  return by.toLowerCase() === signerAddress;
}
