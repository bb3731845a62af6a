import { z } from 'zod';
import { evmAddressText } from '@/lib/kernel/address-text';
import { isoTime } from '@/lib/wire/atoms';

/** Who signs a vault's payouts, as the desk sets it; client-safe. */

const signerId = z.string().regex(/^rs_\w{1,60}$/, 'must be the id of a signer of your own');

/** Any text: the guard of targets reads it as it came, and refuses it with a code of its own. */
const targetUrl = z.string().max(2000);

export const offerSignerBody = z.strictObject({ url: targetUrl, address: evmAddressText });
export type OfferSignerBody = z.output<typeof offerSignerBody>;

export const tryRemoteBody = z.strictObject({ signer: signerId });
export type TryRemoteBody = z.output<typeof tryRemoteBody>;

export const chooseSignerBody = z.strictObject({ signer: z.union([z.literal('portal'), signerId]) });
export type ChooseSignerBody = z.output<typeof chooseSignerBody>;

/** A signer that the merchant keeps itself. */
const remoteSigner = z.object({
  id: z.string(),
  /** Without its path, which may hold what nobody else should read. */
  host: z.string(),
  address: z.string(),
  created_at: isoTime,
  /** Its own code for what it did not sign last; null where it signed all. */
  refused: z.object({ code: z.string(), at: isoTime }).nullable(),
  /** Since when it gives no answer that counts; null while it answers. */
  silent: z.object({ code: z.string(), since: isoTime }).nullable(),
});
export type RemoteSignerOnPage = z.infer<typeof remoteSigner>;

/** Who signs for one vault now, and who is set up to. */
export const vaultSigner = z.object({
  vault_id: z.string(),
  kind: z.enum(['portal', 'remote']),
  address: z.string(),
  remote: remoteSigner.nullable(),
  offered: remoteSigner.nullable(),
});
export type VaultSigner = z.infer<typeof vaultSigner>;

export const vaultSigners = z.object({ data: z.array(vaultSigner) });
export type VaultSigners = z.infer<typeof vaultSigners>;

/** The secret is in this answer and in no later one. */
export const offeredSigner = z.object({ signer: remoteSigner, secret: z.string() });
export type OfferedSigner = z.infer<typeof offeredSigner>;

export const triedSigner = z.object({
  ok: z.boolean(),
  /** What came instead of a signature, as a code; null where it signed. */
  code: z.string().nullable(),
});
export type TriedSigner = z.infer<typeof triedSigner>;
