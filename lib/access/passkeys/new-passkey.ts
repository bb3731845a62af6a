import { passkeyTransports } from '@/db/vocabulary/people';
import type { Context } from '@/lib/access/actor';
import { nameOf } from '@/lib/access/identity';
import { type NewPasskeyBody, type NewPasskeyOffer, passkeyAlgorithms } from '@/lib/access/passkey-schema';
import { selectPasskeys } from '@/lib/access/passkey-store';
import { selectIdentities } from '@/lib/access/people-store';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { type Asked, offerChallenge, spendChallenge, userHandleOf } from './challenge';
import { decodeClientData } from './client-data';
import { requirePasskeyPlace } from './place';
import { presentKnown } from './prove-passkey';

type Holder = Asked['holder'];

/** What a browser makes a passkey of this person with. */
export async function offerNewPasskey(ctx: Context, userId: string, holder: Holder): Promise<NewPasskeyOffer> {
  const { rpId } = requirePasskeyPlace();
  const own = await selectIdentities(ctx.db, [userId]);
  const known = await selectPasskeys(ctx.db, userId);
  return {
    ...(await offerChallenge(ctx, { purpose: 'link', holder })),
    rp: { id: rpId, name: `Drawbridge at ${new URL(env.BASE_URL).host}` },
    user: { id: userHandleOf(userId), name: nameOf(own) },
    exclude: known.map(presentKnown),
  };
}

/** Nothing is looked up elsewhere: a certificate names addresses of its lists, and who brings it would choose what we ask. */
async function refuseCertificates(attestation: string): Promise<void> {
  const { decodeAttestationObject } = await import('@simplewebauthn/server/helpers');
  const read = decodeAttestationObject(new Uint8Array(Buffer.from(attestation, 'base64url')));
  const format = read.get('fmt');
  if (format === 'none' || (format === 'packed' && !read.get('attStmt').get('x5c'))) return;
  throw new Error('It was not asked for a certificate');
}

async function verify(body: NewPasskeyBody, challenge: string) {
  const place = requirePasskeyPlace();
  await refuseCertificates(body.attestation);
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: {
      ...{ id: body.id, rawId: body.id, type: 'public-key', clientExtensionResults: {} },
      response: { clientDataJSON: body.client_data, attestationObject: body.attestation },
    },
    ...{ expectedChallenge: challenge, expectedOrigin: place.origin, expectedRPID: place.rpId },
    ...{ requireUserVerification: true, supportedAlgorithmIDs: [...passkeyAlgorithms] },
  });
  if (!verified || registrationInfo.credential.id !== body.id) throw new Error('It is not what was asked for');
  return registrationInfo;
}

/** What we keep of a passkey that a browser made as this session asked. */
export async function readNewPasskey(ctx: Context, holder: Holder, body: NewPasskeyBody) {
  const detail = 'The browser did not make it as this portal asked. Please start again.';
  const signed = decodeClientData(body.client_data);
  if (!signed || signed.crossOrigin) throw new Refusal('passkey_refused', { detail });
  await spendChallenge(ctx, signed.challenge, { purpose: 'link', holder });
  const made = await verify(body, signed.challenge).catch((cause: unknown) =>
    Promise.reject(new Refusal('passkey_refused', { detail }, { cause })),
  );
  const { id: credentialId, publicKey, counter } = made.credential;
  return {
    ...{ credentialId, publicKey: Buffer.from(publicKey), counter, synced: made.credentialBackedUp },
    transports: passkeyTransports.filter((one) => body.transports.includes(one)),
    name: body.name,
  };
}
