import { randomBytes } from 'node:crypto';
import type { Context } from '@/lib/access/actor';
import { insertNonce, spendNonce } from '@/lib/access/proofs/proof-store';
import type { Holder } from '@/lib/access/proofs/wallet-proof';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { hashToken, keyedHash } from '@/lib/kernel/secrets';

/** How long a passkey may be asked for. */
export const challengeSeconds = 600;

/** A passkey says that its person gets in, that it is them, or that it becomes theirs. */
export type PasskeyPurpose = 'sign_in' | 'confirm' | 'link';
export type Asked = { purpose: PasskeyPurpose; holder: Holder };

/** Apart from the numbers that wallets sign, so that neither serves for the other. */
const hashOf = (challenge: string) => hashToken(`passkey ${challenge}`);

/** What a passkey signs next: good once, for ten minutes, and only for the browser or session that asked. */
export async function offerChallenge(ctx: Context, { purpose, holder }: Asked) {
  const now = ctx.clock.now();
  const expiresAt = addSeconds(now, challengeSeconds);
  const challenge = randomBytes(32).toString('base64url');
  await insertNonce(ctx.db, { hash: hashOf(challenge), purpose, holder, createdAt: now, expiresAt });
  return { challenge, expires_at: expiresAt.toISOString() };
}

/** Uses a challenge up, before anybody looks at what was signed. */
export async function spendChallenge(ctx: Context, challenge: string, { purpose, holder }: Asked): Promise<void> {
  if (await spendNonce(ctx.db, { hash: hashOf(challenge), purpose, holder, now: ctx.clock.now() })) return;
  const detail = 'This was used already, is too old, or was asked for elsewhere. Please start again.';
  throw new Refusal('proof_expired', { detail });
}

/** What authenticators know a person by: it says nothing about them. */
export function userHandleOf(userId: string): string {
  return Buffer.from(keyedHash(userId, 'passkey user'), 'hex').toString('base64url');
}
