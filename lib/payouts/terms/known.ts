import { selectPaidBefore } from '@/lib/approvals/store';
import type { Token } from '@/lib/chains/chain';
import { termsOf } from '@/lib/rails/traits';
import { selectVaultsAt } from './destination-store';
import { type FeeNow, feeOfTerms } from './fee-of-terms';
import { type Offered, type OfferedTerms, type Reader, readOffered } from './read-offered';
import { sendsOn } from './sends-on';

/** What payouts of one merchant, rail and asset have in common, for those that are made together; each is read where it is not known. */
export type Known = {
  offered?: { terms: OfferedTerms; token: Token };
  /** The fee of now, or one that was agreed on before. */
  fee?: FeeNow;
  /** Whether the portal sends on the chain by itself. */
  sends?: boolean;
  /** Recipients' addresses at which vaults stand, and those that the merchant has paid before. */
  vaults?: ReadonlySet<string>;
  paid?: ReadonlySet<string>;
};

const flat: FeeNow = { fee: 0n, computed: null };

/** Reads it once, for payouts to these addresses. Refuses: asset_unavailable, rate_unavailable, chain_unavailable. */
export async function readKnown(
  ctx: Reader,
  merchantId: string,
  asked: Offered,
  addresses: readonly string[],
): Promise<Required<Known>> {
  const offered = await readOffered(ctx.db, merchantId, asked);
  return {
    offered,
    fee: await feeNow(ctx, asked, offered),
    sends: await sendsOn(ctx.db, asked.chain),
    vaults: await selectVaultsAt(ctx.db, addresses),
    paid: await selectPaidBefore(ctx.db, merchantId, addresses),
  };
}

/** What a payout costs that is made now. Refuses: rate_unavailable, chain_unavailable. */
export async function feeNow(
  ctx: Reader,
  { rail }: Pick<Offered, 'rail'>,
  { terms, token }: NonNullable<Known['offered']>,
): Promise<FeeNow> {
  return termsOf(rail).fee === 'terms' ? feeOfTerms(ctx, terms.terms, token.decimals) : flat;
}
