import { z } from 'zod';
import { attestationMethods, chainKeys } from '@/db/vocabulary';
import { walletMessageBody, walletProofBody } from '@/lib/access/schema';
import { evmAddress, evmHash, isoTime } from '@/lib/wire/atoms';

/** The words of what wallets sign for others to check; client-safe. */

export const attestationMessageBody = walletMessageBody.meta({ id: 'AttestationMessageRequest' });
export type AttestationMessageBody = z.infer<typeof attestationMessageBody>;

export const attestationMessage = z
  .object({ message: z.string().meta({ description: 'To be signed to the letter (EIP-191).' }), expires_at: isoTime })
  .meta({ id: 'AttestationMessage' });
export type AttestationMessage = z.infer<typeof attestationMessage>;

/** The wallet’s answer: what it signed, and with what. */
export const signatureProofBody = walletProofBody
  .extend({ address: evmAddress.meta({ description: 'The wallet that signed; the message names it, too.' }) })
  .meta({ id: 'SignatureProof' });
export type SignatureProofBody = z.infer<typeof signatureProofBody>;

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
    chain: z.enum(chainKeys),
    block: z
      .object({ number: z.string(), hash: evmHash })
      .meta({ description: 'The head of the chain when it was checked. Ask a contract again as of this block.' }),
    attested_at: isoTime,
  })
  .meta({ id: 'Attestation' });
export type AttestationAnswer = z.infer<typeof attestationAnswer>;
