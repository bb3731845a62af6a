import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { checksumAddress } from '@/lib/chains/address';
import { configuredChains } from '@/lib/chains/served';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { hashToken } from '@/lib/kernel/secrets';
import { logoUrlOf } from '@/lib/merchants/logo-url';
import { emit } from '@/lib/webhooks/events/emit';
import { checkAttestation } from './check';
import { type Occasion, offerAttestation } from './message';
import { presentVerification, statusOf } from './present';
import type { AttestationMessage, AttestationMessageBody, SignatureProofBody, VerificationView } from './schema';
import { findByLink, insertAttestation, markVerified, type Verification } from './store';

type Linked = NonNullable<Awaited<ReturnType<typeof findByLink>>>;

async function getByLink(ctx: Context, token: string): Promise<Linked> {
  const found = await findByLink(ctx.db, hashToken(token));
  if (!found) throw new Refusal('link_unknown');
  return found;
}

/** What the person with the link sees. Refuses: link_unknown. */
export async function viewVerification(ctx: Context, token: string): Promise<VerificationView> {
  const { verification, attestation, merchant } = await getByLink(ctx, token);
  const { status, address, return_url, expires_at, verified_at } = presentVerification(
    verification,
    attestation,
    ctx.clock.now(),
  );
  const { name, accentColor, supportUrl } = merchant;
  return {
    ...{ status, address, return_url, expires_at, verified_at },
    merchant: { name, logo_url: logoUrlOf(merchant), accent_color: accentColor, support_url: supportUrl },
    signed_by: attestation && checksumAddress(attestation.address),
  };
}

/** The contract of any network that we serve may sign; the message names its own. */
function occasionOf({ id }: Verification): Occasion {
  const statement = `I hold this wallet, and show it for the verification ${id}. Signing this costs nothing and moves no money.`;
  return { subjectId: id, statement, chains: configuredChains() };
}

async function getOpen(ctx: Context, token: string, address: string): Promise<Linked> {
  const found = await getByLink(ctx, token);
  const { verification } = found;
  if (statusOf(verification, ctx.clock.now()) === 'expired') throw new Refusal('link_expired');
  if (verification.address === null || verification.address === address.toLowerCase()) return found;
  const detail = `Only ${checksumAddress(verification.address)} is asked for here.`;
  throw new Refusal('wrong_recipient', { field: 'address', detail });
}

/** The text that the wallet signs. Refuses: link_unknown, link_expired, wrong_recipient. */
export async function offerVerification(
  ctx: Context,
  token: string,
  { address, chain_id: chainId }: AttestationMessageBody,
): Promise<AttestationMessage> {
  const { verification } = await getOpen(ctx, token, address);
  const now = ctx.clock.now();
  return offerAttestation(occasionOf(verification), { address: address.toLowerCase(), chainId, now });
}

/**
 * Takes the wallet's signature, keeps it, and tells the merchant. What was verified stays as it is.
 * Refuses: link_unknown, link_expired, wrong_recipient, sign_in_message_invalid, proof_expired, signature_invalid, chain_unavailable.
 */
export async function verifyWallet(ctx: Context, token: string, body: SignatureProofBody): Promise<VerificationView> {
  const { verification: known } = await getOpen(ctx, token, body.address);
  const checked = await checkAttestation(ctx, occasionOf(known), body);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const verification = await markVerified(tx, known, now);
    if (!verification) return;
    const { merchantId, id: subjectId } = verification;
    const row = { ...checked, id: newId('attestation', now.getTime()), merchantId, createdAt: now };
    const attestation = { ...row, payoutId: null, verificationId: subjectId };
    await insertAttestation(tx, attestation);
    const { id, address, method, chain } = attestation;
    const detail = { attestation: id, address, method, chain };
    await audit(tx, ctx, { merchantId, action: 'verification.verified', subjectId, detail, now });
    const subject = { kind: 'wallet_verification' as const, id: subjectId, version: 1 };
    const data = presentVerification(verification, attestation, now);
    await emit(tx, { merchantId, type: 'wallet.verified', subject, data, now });
  });
  return viewVerification(ctx, token);
}
