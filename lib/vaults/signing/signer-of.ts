import type { Context } from '@/lib/access/actor';
import { unseal } from '@/lib/kernel/secrets';
import { signWith } from '@/lib/rails/contract/voucher';
import type { VoucherSigner } from '@/lib/rails/rail';
import type { Vault } from '@/lib/vaults/store';

/** Which payout a signer is asked for. */
export type Asked = { vault: Vault; payout: { id: string; reference: string } };

/** Who signs this vault's payouts. */
export function signerOf(_ctx: Context, { vault }: Asked): VoucherSigner {
  return signWith(unseal(vault.signerKey, vault.id));
}
