import { z } from 'zod';
import { walletMessageBody, walletProofBody } from '@/lib/access/schema';
import { idPattern } from '@/lib/kernel/ids';
import { codeOfText, machineText } from '@/lib/kernel/text';
import { evmAddress, isoTime, webUrl } from '@/lib/wire/atoms';
import { verificationAnswer } from '@/lib/wire/attestation';

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

export const createVerificationBody = z
  .strictObject({
    address: evmAddress.optional().meta({ description: 'The one wallet that will do; any without it.' }),
    reference: codeOfText(120).meta({ description: 'Your own name for this, such as a customer’s number.' }),
    expires_in: z
      .int()
      .min(60)
      .max(366 * 86_400)
      .default(7 * 86_400)
      .meta({ description: 'Seconds for which the link works.' }),
    return_url: webUrl.optional().meta({ description: 'Where the person can go once they have signed.' }),
  })
  .meta({ id: 'CreateWalletVerification' });
export type CreateVerificationBody = z.infer<typeof createVerificationBody>;

export const createdVerification = verificationAnswer
  .extend({ url: webUrl.meta({ description: 'Secret: hand it to the person alone. Shown once.' }) })
  .meta({ id: 'CreatedWalletVerification' });
export type CreatedVerification = z.infer<typeof createdVerification>;

export const listVerificationsQuery = z
  .strictObject({
    reference: codeOfText(120).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
    cursor: machineText(200).optional(),
  })
  .meta({ id: 'ListWalletVerifications' });
export type ListVerificationsQuery = z.infer<typeof listVerificationsQuery>;

export const verificationPage = z
  .object({ data: z.array(verificationAnswer), next_cursor: z.string().nullable() })
  .meta({ id: 'WalletVerificationPage' });
export type VerificationPage = z.infer<typeof verificationPage>;

export const verificationParams = z.object({ id: z.string().regex(idPattern('verification')) });

/** What the person with the link may see. */
export const verificationView = verificationAnswer
  .pick({ status: true, address: true, return_url: true, expires_at: true, verified_at: true })
  .extend({
    merchant: z.object({
      name: z.string(),
      logo_url: z.string().nullable(),
      accent_color: z.string().nullable(),
      support_url: z.string().nullable(),
    }),
    signed_by: evmAddress.nullable(),
  })
  .meta({ id: 'VerificationLink' });
export type VerificationView = z.infer<typeof verificationView>;

/** Any text may be asked for; only links that we made open something. */
export const verificationToken = z.object({ token: z.string() });
