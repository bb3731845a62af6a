import type { Tx } from '@/db/client';
import type { ProofKind } from '@/db/vocabulary/proofs';
import { addSeconds } from '@/lib/kernel/clock';
import { hashToken, newToken } from '@/lib/kernel/secrets';
import type { LockedPayout } from '@/lib/payouts/locked-store';
import type { ProofAnswer } from './schema';
import { insertProof } from './store';

/** Long enough to get a wallet meanwhile. */
export const proofMinutes = 60;

export type Proven = {
  kind: ProofKind;
  browser: string;
  email?: string;
  /** In lower case. */
  address?: string;
  now: Date;
};

/** Gives a browser what shows, for an hour, that its person is whom this payout is for. Only its hash is kept. */
export async function giveProof(tx: Tx, payout: LockedPayout, { now, ...proven }: Proven): Promise<ProofAnswer> {
  const proof = newToken();
  const expiresAt = addSeconds(now, proofMinutes * 60);
  await insertProof(tx, payout, { ...proven, tokenHash: hashToken(proof), createdAt: now, expiresAt });
  return { proof, expires_at: expiresAt.toISOString() };
}
