import { checksumAddress } from '@/lib/chains/address';
import type { AttestationAnswer, VerificationAnswer } from '@/lib/wire/attestation';
import type { Attestation, Verification } from './store';

export function presentAttestation(row: Attestation): AttestationAnswer {
  const { id, message, signature, method, chain } = row;
  return {
    ...{ id, address: checksumAddress(row.address), message, signature, method, chain },
    block: { number: row.blockNumber.toString(), hash: row.blockHash },
    attested_at: row.createdAt.toISOString(),
  };
}

/** Nothing more can happen to it once it is verified; before that, its time may be over. */
export function statusOf({ verifiedAt, expiresAt }: Verification, now: Date): VerificationAnswer['status'] {
  if (verifiedAt) return 'verified';
  return expiresAt <= now ? 'expired' : 'open';
}

export function presentVerification(
  verification: Verification,
  attestation: Attestation | null,
  now: Date,
): VerificationAnswer {
  const { id, reference, address, returnUrl, expiresAt, verifiedAt, createdAt } = verification;
  return {
    ...{ id, status: statusOf(verification, now), reference, return_url: returnUrl },
    address: address && checksumAddress(address),
    attestation: attestation && presentAttestation(attestation),
    expires_at: expiresAt.toISOString(),
    verified_at: verifiedAt?.toISOString() ?? null,
    created_at: createdAt.toISOString(),
  };
}
