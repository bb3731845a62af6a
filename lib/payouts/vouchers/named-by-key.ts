import { drawbridgeAddress } from '@/lib/chains/deployments';
import { chainOf } from '@/lib/chains/registry';
import { Refusal } from '@/lib/kernel/errors';
import type { Payout, Vault } from '@/lib/payouts/store';
import { claimFacts } from '@/lib/rails/contract/facts';
import { contractRail } from '@/lib/rails/contract/rail';
import type { NamedByKey } from '@/lib/rails/rail';
import { keyDeadline } from './record-voucher';

/**
 * The recipient as the key of the link names it; null for a link without one. The refusal says what the key has to sign.
 * Refuses: key_signature_needed.
 */
export async function readNamed(
  { payout, vault }: { payout: Payout; vault: Vault },
  recipient: string,
  signature: string | null | undefined,
): Promise<NamedByKey | null> {
  const { recipientKey: key, chain } = payout;
  if (key === null) return null;
  const facts = claimFacts(payout, vault);
  const deadline = keyDeadline(payout);
  const named = { key, recipient, signature: signature ?? '' };
  if (signature && (await contractRail.claims.isNamed(facts, named, deadline))) return named;
  const detail = signature
    ? 'This signature is not of the key that belongs to this link, names another address, or has a form that the contract refuses.'
    : 'The last part of this link, after the #, is missing. Open it exactly as you got it.';
  const payout_hash = contractRail.claims.keyHash(facts, key, deadline);
  const extra = { payout_hash, chain_id: chainOf(chain).id, contract: drawbridgeAddress };
  throw new Refusal('key_signature_needed', { field: 'key_signature', detail, extra });
}
