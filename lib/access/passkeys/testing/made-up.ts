import type { NewPasskeyBody, PasskeyProof } from '@/lib/access/passkey-schema';

/** Well formed, and of no authenticator. */
const said = { id: 'made-up-credential', client_data: 'bWFkZSB1cA' };

export const passkeyProof: PasskeyProof = {
  ...{ ...said, authenticator_data: 'AA', signature: 'AA' },
  user_handle: null,
};
export const newPasskey: NewPasskeyBody = { ...said, attestation: 'AA', transports: [], name: 'Made up' };
