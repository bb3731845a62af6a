import type { Context } from '@/lib/access/actor';
import { type Attested, attestMessage } from '@/lib/evm/verify-message';
import { Refusal } from '@/lib/kernel/errors';
import { type Occasion, readAttestation } from './message';
import type { SignatureProofBody } from './schema';
import type { Attestation } from './store';

/** What `keepAttestation` writes once it is known whose it is. */
export type Checked = Attested & Pick<Attestation, 'address' | 'message' | 'signature' | 'chain'>;

/**
 * Holds a wallet's signature against the message that we gave and against the chain. Writes nothing.
 * Refuses: sign_in_message_invalid, proof_expired, signature_invalid, chain_unavailable.
 */
export async function checkAttestation(ctx: Context, occasion: Occasion, body: SignatureProofBody): Promise<Checked> {
  const { message } = body;
  const { chain, address } = readAttestation(message, occasion, ctx.clock.now());
  if (body.address.toLowerCase() !== address) {
    throw new Refusal('sign_in_message_invalid', { field: 'address', detail: 'The message names another wallet.' });
  }
  const signature: `0x${string}` = `0x${body.signature.slice(2).toLowerCase()}`;
  const attested = await attestMessage(chain, { address: `0x${address.slice(2)}`, message, signature });
  if (attested) return { ...attested, address, message, signature, chain };
  throw new Refusal('signature_invalid', { detail: 'This wallet did not sign this message.' });
}
