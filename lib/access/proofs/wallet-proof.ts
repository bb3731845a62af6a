import { randomBytes } from 'node:crypto';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { ProofPurpose } from '@/db/vocabulary/people';
import type { Context } from '@/lib/access/actor';
import { type ProvenIdentity, walletIdentity } from '@/lib/access/identity';
import { chainOf } from '@/lib/chains/registry';
import { configuredChains } from '@/lib/chains/served';
import { readSignInMessage, type SignInMessage, writeSignInMessage } from '@/lib/evm/sign-in-message';
import { verifyMessage } from '@/lib/evm/verify-message';
import { addSeconds } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { hashToken } from '@/lib/kernel/secrets';
import { insertNonce, spendNonce } from './proof-store';

/** How long a message may be signed and brought back. */
export const messageSeconds = 600;
/** Clocks of other machines may be ahead by this much. */
const leewaySeconds = 60;

/** What the wallet shows to the person who signs: each purpose has words of its own, so that none serves for another. */
export const statements: Readonly<Record<ProofPurpose, string>> = {
  sign_in: 'Sign in to Drawbridge. This costs nothing and moves no money.',
  confirm: 'Confirm that it is you, so that Drawbridge goes on with what you started. This costs nothing.',
  link: 'Add this wallet to your Drawbridge account, to sign in with it. This costs nothing and moves no money.',
  pay_from: 'Prove to Drawbridge that this wallet pays for your team. This costs nothing and moves no money.',
};

/** Who may use a proof: a browser by a cookie's hash, or a session, at the desk or on the operators' pages. */
export type Holder = `browser:${string}` | `session:${string}` | `operator:${string}`;

export type WalletRequest = { purpose: ProofPurpose; holder: Holder; address: string; chainId?: number };

function servedChains(): { key: ChainKey; id: number }[] {
  return configuredChains().map((key) => ({ key, id: chainOf(key).id }));
}

/** A message for this wallet to sign, good once, for ten minutes, and only for the browser or session that asked. */
export async function offerMessage(ctx: Context, { purpose, holder, address, chainId }: WalletRequest) {
  const { value } = walletIdentity(address);
  const chains = servedChains();
  const chain = chains.find(({ id }) => id === chainId) ?? chains[0];
  if (!chain)
    throw new Refusal('chain_unavailable', { detail: 'This portal serves no network, so no wallet can sign in.' });
  const now = ctx.clock.now();
  const expiresAt = addSeconds(now, messageSeconds);
  const nonce = randomBytes(16).toString('hex');
  await insertNonce(ctx.db, { hash: hashToken(nonce), purpose, holder, createdAt: now, expiresAt });
  const base = new URL(env.BASE_URL);
  const message = writeSignInMessage({
    ...{ domain: base.host, uri: base.origin, statement: statements[purpose], chainId: chain.id },
    ...{ address: `0x${value.slice(2)}`, nonce, issuedAt: now, expiresAt },
  });
  return { message, nonce, expiresAt };
}

function refuse(field: string, detail: string): Refusal {
  return new Refusal('sign_in_message_invalid', { field, detail });
}

function originOf(uri: string): string | null {
  return URL.canParse(uri) ? new URL(uri).origin : null;
}

/** Holds what was signed against what we ask for. The signature itself and the nonce come after. */
function check(message: SignInMessage, purpose: ProofPurpose, now: Date): ChainKey {
  const base = new URL(env.BASE_URL);
  if (message.domain !== base.host)
    throw refuse('domain', `It was signed for ${message.domain}, not for ${base.host}.`);
  if (originOf(message.uri) !== base.origin) throw refuse('uri', `Its URI does not lead to ${base.origin}.`);
  if (message.statement !== statements[purpose]) throw refuse('statement', 'Its words are not the ones of this step.');
  const chain = servedChains().find(({ id }) => id === message.chainId);
  if (!chain) throw refuse('chain_id', 'It names a network that this portal does not serve.');
  if (message.issuedAt > addSeconds(now, leewaySeconds)) throw refuse('issued_at', 'It was issued in the future.');
  if (message.issuedAt <= addSeconds(now, -messageSeconds)) throw refuse('issued_at', 'It is older than ten minutes.');
  if (message.expiresAt <= now) throw refuse('expiration_time', 'Its time is over.');
  if (message.notBefore && message.notBefore > now) throw refuse('not_before', 'Its time has not come yet.');
  return chain.key;
}

export type ProvenWallet = ProvenIdentity & { chain: ChainKey | null };
export type WalletProof = { purpose: ProofPurpose; holder: Holder; message: string; signature: string };

/**
 * Whose wallet signed this message: one that we gave to this holder, for this purpose, unchanged where it matters, now
 * and never again. A node that cannot be asked about a contract wallet is a refusal, never a pass.
 */
export async function proveWallet(ctx: Context, proof: WalletProof): Promise<ProvenWallet> {
  const now = ctx.clock.now();
  const message = readSignInMessage(proof.message);
  if (!message) throw refuse('message', 'It is not a Sign-In with Ethereum message of the form that we ask for.');
  const chain = check(message, proof.purpose, now);
  const { purpose, holder } = proof;
  if (!(await spendNonce(ctx.db, { hash: hashToken(message.nonce), purpose, holder, now }))) {
    throw new Refusal('proof_expired', {
      detail: 'This message was used already, is too old, or was asked for elsewhere.',
    });
  }
  const signature: `0x${string}` = `0x${proof.signature.replace(/^0x/i, '')}`;
  const signed = { address: message.address, message: proof.message, signature };
  const by = await verifyMessage(chain, signed);
  if (by) return { kind: 'wallet', value: message.address, chain: by === 'contract' ? chain : null };
  throw new Refusal('signature_invalid', { detail: 'This wallet did not sign this message.' });
}
