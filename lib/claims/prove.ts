import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { checkAttestation } from '@/lib/attestations/check';
import { offerAttestation } from '@/lib/attestations/message';
import { keepAttestation, occasionOf } from '@/lib/attestations/of-payout';
import type { AttestationMessage, AttestationMessageBody, SignatureProofBody } from '@/lib/attestations/schema';
import { findOfPayout } from '@/lib/attestations/store';
import { checksumAddress } from '@/lib/chains/address';
import { Refusal } from '@/lib/kernel/errors';
import { hashToken } from '@/lib/kernel/secrets';
import { isLiveLink, lockPayout, updatePayout } from '@/lib/payouts/locked-store';
import { refuseClosed } from '@/lib/payouts/refuse-closed';
import { findByToken, type Payout } from '@/lib/payouts/store';
import type { ProofAnswer } from '@/lib/proofs/schema';

/** The payout behind a link whose wallet is asked to sign, if `address` is that wallet. */
async function findAsked(ctx: Context, token: string, address: string): Promise<Payout> {
  const found = await findByToken(ctx.db, hashToken(token));
  if (!found) throw new Refusal('link_unknown');
  const { payout } = found;
  refuseClosed(payout, ctx.clock.now());
  if (payout.recipientProof !== 'signature' || !payout.recipientAddress) {
    throw new Refusal('payout_state', { detail: 'This payout asks for no signature.' });
  }
  if (address.toLowerCase() === payout.recipientAddress) return payout;
  const expected = checksumAddress(payout.recipientAddress);
  throw new Refusal('wrong_recipient', { field: 'address', detail: `Only ${expected} can claim this payout.` });
}

/**
 * The text with which the wallet of a payout shows that it is its own. Gives nothing away and keeps nothing.
 * Refuses: link_*, payout_state, wrong_recipient.
 */
export async function offerProof(
  ctx: Context,
  token: string,
  body: AttestationMessageBody,
): Promise<AttestationMessage> {
  const payout = await findAsked(ctx, token, body.address);
  return offerAttestation(occasionOf(payout), { address: body.address.toLowerCase(), now: ctx.clock.now() });
}

/**
 * Takes the wallet's signature and keeps it with the payout, which can be claimed from then on. Bringing it again changes nothing.
 * Refuses: link_*, payout_state, wrong_recipient, sign_in_message_invalid, proof_expired, signature_invalid, chain_unavailable.
 */
export async function proveBySignature(ctx: Context, token: string, body: SignatureProofBody): Promise<ProofAnswer> {
  const known = await findAsked(ctx, token, body.address);
  const checked = await checkAttestation(ctx, occasionOf(known), body);
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const payout = await lockPayout(tx, known);
    if (!(await isLiveLink(tx, payout, hashToken(token)))) throw new Refusal('link_unknown');
    refuseClosed(payout, now);
    if (payout.quoteId !== known.quoteId) throw otherNow();
    const before = await findOfPayout(tx, payout);
    const { id, address, method, chain } = before ?? (await keepAttestation(tx, payout, checked, now));
    if (!before) {
      const { merchantId, id: subjectId } = payout;
      const detail = { attestation: id, address, method, chain };
      await audit(tx, ctx, { merchantId, action: 'payout.proved', subjectId, detail, now });
      await updatePayout(tx, payout, {}, now);
    }
    return { proof: id, expires_at: payout.expiresAt.toISOString() };
  });
}

/** What was signed names another amount, and perhaps another network, than what was accepted meanwhile. */
function otherNow(): Refusal {
  const detail = 'The payout comes to something else now. Ask for a new message and sign that.';
  return new Refusal('sign_in_message_invalid', { field: 'message', detail });
}
