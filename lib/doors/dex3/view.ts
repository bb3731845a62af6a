import type { Context } from '@/lib/access/actor';
import { checksumAddress } from '@/lib/chains/address';
import { chainOf } from '@/lib/chains/registry';
import { dex3Status, payoutIdOf } from '@/lib/dialects/dex3';
import type { DoorKey } from '@/lib/doors/keys/find';
import { Refusal } from '@/lib/kernel/errors';
import { shiftDecimal } from '@/lib/kernel/exact-json';
import { viewPayout } from '@/lib/payouts/view';
import { findDex3Payout } from './store';

type Key = DoorKey<'dex3'>;

/** What this merchant asked for at this door. Another merchant's, or a payout of our own API, is not there. */
async function find(ctx: Context, { actor }: Key, dex3Id: string) {
  const id = payoutIdOf(dex3Id);
  const own = id === null ? null : await findDex3Payout(ctx.db, actor.merchantId, id);
  if (id === null || !own) throw new Refusal('not_found', { detail: 'Payout not found' });
  return { own, payout: await viewPayout(ctx, id) };
}

export async function viewStatus(ctx: Context, key: Key, dex3Id: string): Promise<string> {
  const { payout } = await find(ctx, key, dex3Id);
  return dex3Status[payout.status];
}

/** Amounts are text here and numbers in the webhook, as on their pages. */
export async function viewData(ctx: Context, key: Key, dex3Id: string) {
  const { own, payout } = await find(ctx, key, dex3Id);
  const { said, webhook, vault } = own;
  const status = dex3Status[payout.status];
  return {
    payoutData: {
      payout_id: dex3Id,
      ...said,
      tokenName: payout.asset,
      chainId: chainOf(payout.chain).id,
      vaultAddress: vault && checksumAddress(vault),
      receiver: payout.transfer?.recipient ?? null,
      finalAmount: status === 'completed' ? shiftDecimal(payout.net, 2) : null,
      status,
      hash: payout.transfer?.hash ?? null,
      webhook,
      created: Math.floor(Date.parse(payout.created_at) / 1000),
    },
  };
}

/** Their page about it is not public. A key that opens nothing is refused before this. */
export async function viewMerchantStatus(): Promise<string> {
  return 'active';
}
