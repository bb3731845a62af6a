import { z } from 'zod';
import { passkeyTransports } from '@/db/vocabulary/people';
import { lineOfText, machineText } from '@/lib/kernel/text';

/** Wire shapes of passkeys; client-safe. What is bytes goes as base64url, as browsers have it. */

const time = z.iso.datetime();
const base64url = (most: number) => machineText(most).regex(/^[A-Za-z0-9_-]*$/, 'must be base64url');
const transports = z.array(z.enum(passkeyTransports));

/** Kinds of keys that we can check: ES256, EdDSA and RS256, as COSE numbers them. */
export const passkeyAlgorithms = [-7, -8, -257] as const;

const known = z.array(z.object({ id: z.string(), transports }));

export const passkeyOffer = z.object({
  challenge: z.string(),
  rp_id: z.string().meta({ description: 'The name of this portal, for which alone the passkey signs.' }),
  allow: known.meta({
    description: 'Passkeys that count here; none named: each that the browser has for this portal.',
  }),
  expires_at: time,
});
export type PasskeyOffer = z.infer<typeof passkeyOffer>;

export const newPasskeyOffer = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string() }),
  exclude: known.meta({ description: 'Passkeys that the person has: what keeps one of them makes no second one.' }),
  expires_at: time,
});
export type NewPasskeyOffer = z.infer<typeof newPasskeyOffer>;

const credential = { id: base64url(1400).min(16), client_data: base64url(4000) };

export const passkeyProofBody = z.strictObject({
  ...credential,
  authenticator_data: base64url(4000),
  signature: base64url(2000),
  user_handle: base64url(100).nullable(),
});
export type PasskeyProof = z.infer<typeof passkeyProofBody>;

const name = lineOfText(60);
/** What a person types of it. */
export const passkeyNameBody = z.strictObject({ name });

export const newPasskeyBody = z.strictObject({
  ...credential,
  attestation: base64url(20_000),
  transports: z.array(machineText(20)).max(10).meta({ description: 'Those that we do not know are left out.' }),
  name: name.meta({ description: 'By what the person knows it again.' }),
});
export type NewPasskeyBody = z.infer<typeof newPasskeyBody>;

export const passkeyOnWire = z.object({
  id: z.string(),
  name: z.string(),
  synced: z.boolean().meta({ description: 'Whether the person has it on several devices.' }),
  created_at: time,
  last_used_at: time.nullable(),
});
export type PasskeyOnWire = z.infer<typeof passkeyOnWire>;
