import type { Queryable } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { SandboxOutcome } from '@/db/vocabulary/sandbox';
import { chainOf } from '@/lib/chains/registry';
import { Refusal } from '@/lib/kernel/errors';
import { outcomeOfAddress, outcomeOfMailbox } from '@/lib/wire/sandbox';
import { isSandbox } from './sandbox';
import { findMerchant } from './store';

/** What a request of a test merchant to one of these addresses is answered with, as if it were so. */
const refusals: Partial<Record<SandboxOutcome, (field: string) => Refusal>> = {
  target_invalid: (field) => {
    const detail = 'This is the address of a token, not of a wallet.';
    return new Refusal('address_refused', { field, detail, extra: { check: 'token_itself' } });
  },
  address_invalid: (field) => {
    const detail = 'The upper and lower case letters of this address do not fit: one of them is mistyped.';
    return new Refusal('address_refused', { field, detail });
  },
  network_unsupported: () =>
    new Refusal('asset_unavailable', { field: 'asset', detail: 'This asset is not set up on this network.' }),
};

type Recipient = { type?: string; address?: string; email?: string };

/** How the request calls what it names. */
type Fields = Record<'address' | 'email', string>;
const ofRecipient: Fields = { address: 'recipient.address', email: 'recipient.email' };

/** A test merchant pays on test networks only. Refuses: asset_unavailable. */
export async function refuseRealNetwork(db: Queryable, merchantId: string, chain: ChainKey): Promise<void> {
  if (chainOf(chain).test || !(await findMerchant(db, merchantId))?.testMode) return;
  const detail = 'A test merchant pays on test networks only.';
  throw new Refusal('asset_unavailable', { field: 'chain', detail });
}

/**
 * Recipients that stand for an end are for test payouts only: real money sent there would be lost. Some of these ends are that nothing
 * is made. Answers which end is played. Refuses: sandbox_recipient, address_refused, asset_unavailable.
 */
export async function refuseSandbox(
  db: Queryable,
  merchantId: string,
  chain: ChainKey,
  recipient: Recipient,
  fields = ofRecipient,
): Promise<SandboxOutcome | null> {
  const outcome = recipient.address === undefined ? null : outcomeOfAddress(recipient.address);
  const mail = recipient.email === undefined ? null : outcomeOfMailbox(recipient.email);
  if (!outcome && !mail) return null;
  if (!(await isSandbox(db, merchantId, chain))) {
    const field = outcome ? fields.address : fields.email;
    const detail = 'This recipient stands for an outcome of a test payout. It is never paid with real money.';
    throw new Refusal('sandbox_recipient', { field, detail });
  }
  const refusal = outcome && refusals[outcome];
  if (refusal) throw refusal(fields.address);
  return outcome;
}
