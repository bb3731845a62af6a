import { z } from 'zod';
import { attestationMethods, verificationStatuses } from '@/db/vocabulary/proofs';
import { chainKey } from '@/lib/chains/chain-key';
import { evmAddress, evmHash, isoTime, webUrl } from './atoms';

/** What a wallet signed, and the link on which it did, in the words of the API and of events. */

export const attestationAnswer = z
  .object({
    id: z.string().meta({ examples: ['at_06e2m5k3v7q8w9x0y1z2a3b4c5'] }),
    address: evmAddress,
    message: z.string().meta({ description: 'What was signed, to the letter.' }),
    signature: z.string(),
    method: z.enum(attestationMethods).meta({
      description:
        '`eip191`: the key of the address. `erc1271`: the contract that stands there. `erc6492`: a contract that was not deployed yet.',
    }),
    chain: chainKey,
    block: z
      .object({ number: z.string(), hash: evmHash })
      .meta({ description: 'The head of the chain when it was checked. Ask a contract again as of this block.' }),
    attested_at: isoTime,
  })
  .meta({ id: 'Attestation' });
export type AttestationAnswer = z.infer<typeof attestationAnswer>;

export const verificationAnswer = z
  .object({
    id: z.string().meta({ examples: ['wv_06e2m5k3v7q8w9x0y1z2a3b4c5'] }),
    status: z.enum(verificationStatuses),
    reference: z.string(),
    address: evmAddress.nullable().meta({ description: 'The one wallet that will do; null: any.' }),
    return_url: webUrl.nullable(),
    attestation: attestationAnswer.nullable(),
    expires_at: isoTime,
    verified_at: isoTime.nullable(),
    created_at: isoTime,
  })
  .meta({ id: 'WalletVerification' });
export type VerificationAnswer = z.infer<typeof verificationAnswer>;
