import type { Queryable } from '@/db/client';
import type { Token } from '@/lib/chains/chain';
import { findToken } from '@/lib/chains/registry';
import { findGatewayFor } from '@/lib/gateways/store';
import type { Clock } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { refuseRealNetwork } from '@/lib/merchants/refuse-sandbox';
import { findTerms, type Payout } from '@/lib/payouts/store';
import { isByPortal, termsOf } from '@/lib/rails/traits';

export type OfferedTerms = NonNullable<Awaited<ReturnType<typeof findTerms>>>;
/** A context, or a transaction that terms are to be read in: from there no node is asked. */
export type Reader = { db: Queryable; clock: Clock; inTransaction?: true };

export type Offered = Pick<Payout, 'rail' | 'chain'> & { asset: string };

/** What a merchant pays out of an asset, and on which terms. Refuses: asset_unavailable. */
export async function readOffered(
  db: Queryable,
  merchantId: string,
  { rail, chain, asset }: Offered,
): Promise<{ terms: OfferedTerms; token: Token }> {
  await refuseRealNetwork(db, merchantId, chain);
  const terms = await findTerms(db, merchantId, chain, asset);
  const token = findToken(chain, asset);
  if (isByPortal(rail) && !(await findGatewayFor(db, merchantId, chain, asset))) {
    const detail = `None of your gateways pays ${asset} on ${chain}.`;
    throw new Refusal('asset_unavailable', { field: 'asset', detail });
  }
  if (terms && token && (terms.vault || !termsOf(rail).needsVault)) return { terms, token };
  throw new Refusal('asset_unavailable', { field: 'asset', detail: `${asset} on ${chain} is not set up.` });
}
