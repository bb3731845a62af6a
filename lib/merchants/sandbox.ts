import type { Queryable } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { SandboxOutcome } from '@/db/vocabulary/sandbox';
import { chainOf } from '@/lib/chains/registry';
import { outcomeOfAddress } from '@/lib/wire/sandbox';
import { findMerchant } from './store';

/** Whether a merchant pays here with money that is worth nothing: it is a test merchant, and this a test network. */
export async function isSandbox(db: Queryable, merchantId: string, chain: ChainKey): Promise<boolean> {
  return chainOf(chain).test && ((await findMerchant(db, merchantId))?.testMode ?? false);
}

type To = { merchantId: string; chain: ChainKey; recipientAddress: string | null };

/** The end that the portal plays for a payout to this address; null for every payout with real money, and for most others. */
export async function playedOutcome(
  db: Queryable,
  { merchantId, chain, recipientAddress }: To,
): Promise<SandboxOutcome | null> {
  const outcome = recipientAddress && outcomeOfAddress(recipientAddress);
  return outcome && (await isSandbox(db, merchantId, chain)) ? outcome : null;
}
