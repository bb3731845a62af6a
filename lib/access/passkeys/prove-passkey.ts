import type { Context } from '@/lib/access/actor';
import type { ProvenPasskey } from '@/lib/access/identity';
import type { PasskeyOffer, PasskeyProof } from '@/lib/access/passkey-schema';
import { findPasskey, notePasskeyUse, type PasskeyRow, selectPasskeys } from '@/lib/access/passkey-store';
import { Refusal } from '@/lib/kernel/errors';
import { type Asked, offerChallenge, spendChallenge, userHandleOf } from './challenge';
import { type ClientData, decodeClientData } from './client-data';
import { type PasskeyPlace, requirePasskeyPlace } from './place';

/** The same words for an unknown passkey and a wrong signature, so that nobody learns which ones there are. */
function refused(cause?: unknown): Refusal {
  const detail = 'It is not known here any more, or did not sign what this portal asked for.';
  return new Refusal('passkey_refused', { detail }, { cause });
}

export function presentKnown({ credentialId, transports }: PasskeyRow) {
  return { id: credentialId, transports };
}

/** What a passkey is to sign. `userId`: one of this person's; without it each that the browser has for us. */
export async function offerPasskey(ctx: Context, asked: Asked, userId?: string): Promise<PasskeyOffer> {
  const { rpId } = requirePasskeyPlace();
  const own = userId === undefined ? [] : await selectPasskeys(ctx.db, userId);
  if (userId !== undefined && own.length === 0) {
    throw new Refusal('passkey_state', { detail: 'You have no passkey here. Confirm in another way.' });
  }
  return { ...(await offerChallenge(ctx, asked)), rp_id: rpId, allow: own.map(presentKnown) };
}

/** Holds the signature against the key that we keep. Answers what the authenticator says of itself. */
async function verify(row: PasskeyRow, proof: PasskeyProof, { challenge }: ClientData, place: PasskeyPlace) {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const { id, client_data: clientDataJSON, authenticator_data: authenticatorData, signature } = proof;
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: {
      ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
      response: { clientDataJSON, authenticatorData, signature },
    },
    ...{ expectedChallenge: challenge, expectedOrigin: place.origin, expectedRPID: place.rpId },
    // The count is held against ours in the statement that notes it, so that of two at once one counts.
    credential: { id, publicKey: new Uint8Array(row.publicKey), counter: 0 },
    requireUserVerification: true,
  });
  if (!verified) throw new Error('The signature is not of this key');
  return authenticationInfo;
}

/**
 * Whose passkey signed: what we asked this holder for, for this purpose, at this portal, with the person there and verified, now
 * and never again. Signing in names no person, so there the authenticator has to.
 */
export async function provePasskey(ctx: Context, asked: Asked, proof: PasskeyProof): Promise<ProvenPasskey> {
  const place = requirePasskeyPlace();
  const signed = decodeClientData(proof.client_data);
  if (!signed || signed.crossOrigin) throw refused();
  await spendChallenge(ctx, signed.challenge, asked);
  const row = await findPasskey(ctx.db, proof.id);
  if (!row) throw refused();
  const info = await verify(row, proof, signed, place).catch((error: unknown) => Promise.reject(refused(error)));
  const named = proof.user_handle === userHandleOf(row.userId);
  if (!named && (asked.purpose === 'sign_in' || proof.user_handle !== null)) throw refused();
  const use = { id: row.id, counter: info.newCounter, synced: info.credentialBackedUp, now: ctx.clock.now() };
  if (!(await notePasskeyUse(ctx.db, use))) {
    const detail =
      'It counts behind what was seen of it, as a copy would. Sign in another way, remove this passkey and add a new one.';
    throw new Refusal('passkey_refused', { detail });
  }
  return { kind: 'passkey', id: row.id, name: row.name, userId: row.userId };
}
