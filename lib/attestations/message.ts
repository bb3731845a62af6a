import type { ChainKey } from '@/db/vocabulary/chains';
import { chainOf } from '@/lib/chains/registry';
import { readSignInMessage, writeSignInMessage } from '@/lib/evm/sign-in-message';
import { addSeconds } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { keyedHash } from '@/lib/kernel/secrets';

/** A day: the owners of a Safe sign one after another. */
const messageSeconds = 86_400;
/** Clocks of other machines may be ahead by this much. */
const leewaySeconds = 60;

/** What a wallet signs for: the id of it, what the person who signs is told, and the networks whose contracts may sign. */
export type Occasion = { subjectId: string; statement: string; chains: readonly ChainKey[] };

type Parts = { chain: ChainKey; address: string; issuedAt: Date };

/** Made by our key, so that no message but our own passes and none has to be kept until it comes back. */
function nonceOf({ subjectId }: Occasion, { chain, address, issuedAt }: Parts): string {
  return keyedHash(`${subjectId} ${chain} ${address} ${issuedAt.toISOString()}`, 'attestation').slice(0, 32);
}

function write(occasion: Occasion, parts: Parts): string {
  const { chain, address, issuedAt } = parts;
  const base = new URL(env.BASE_URL);
  return writeSignInMessage({
    ...{ domain: base.host, uri: base.origin, statement: occasion.statement, chainId: chainOf(chain).id },
    ...{ address: `0x${address.slice(2)}`, nonce: nonceOf(occasion, parts) },
    ...{ issuedAt, expiresAt: addSeconds(issuedAt, messageSeconds) },
  });
}

/** The text that this wallet is to sign: it names the portal, what it is for, the wallet and the time. */
export function offerAttestation(
  occasion: Occasion,
  { address, chainId, now }: { address: string; chainId?: number; now: Date },
): { message: string; expires_at: string } {
  const chain = occasion.chains.find((key) => chainOf(key).id === chainId) ?? occasion.chains[0];
  if (!chain) throw new Refusal('chain_unavailable', { detail: 'This portal serves no network.' });
  const expiresAt = addSeconds(now, messageSeconds);
  return { message: write(occasion, { chain, address, issuedAt: now }), expires_at: expiresAt.toISOString() };
}

/**
 * Which wallet a text speaks of, on which network: one of ours for this occasion, to the letter, and still in its time.
 * Refuses: sign_in_message_invalid, proof_expired.
 */
export function readAttestation(text: string, occasion: Occasion, now: Date): { chain: ChainKey; address: string } {
  const read = readSignInMessage(text);
  const chain = occasion.chains.find((key) => chainOf(key).id === read?.chainId);
  if (!read || !chain || write(occasion, { chain, address: read.address, issuedAt: read.issuedAt }) !== text) {
    throw new Refusal('sign_in_message_invalid', { field: 'message', detail: 'It is not the message that we gave.' });
  }
  if (read.expiresAt <= now || read.issuedAt > addSeconds(now, leewaySeconds)) {
    throw new Refusal('proof_expired', { detail: 'Its time is over. Ask for a new message and sign that.' });
  }
  return { chain, address: read.address };
}
