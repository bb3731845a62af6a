import { z } from 'zod';
import { walletAddress, walletProofBody } from '@/lib/access/schema';
import { chainKey } from '@/lib/chains/chain-key';
import { idPattern } from '@/lib/kernel/ids';
import { lineOfText } from '@/lib/kernel/text';
import { isoTime } from '@/lib/wire/atoms';

/** The words of the wallets that a merchant pays from: declaring, proving and removing them. */

const name = lineOfText(80);

export const walletParams = z.object({ id: z.string().regex(idPattern('wallet')) });

export const walletBody = z.strictObject({ address: walletAddress, name }).meta({ id: 'DeclareWallet' });
export type WalletBody = z.infer<typeof walletBody>;

export const proveWalletBody = walletProofBody
  .extend({ name: name.optional().meta({ description: 'For a wallet that is not on the list yet.' }) })
  .meta({ id: 'ProveWallet' });
export type ProveWalletBody = z.infer<typeof proveWalletBody>;

export const walletList = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      address: walletAddress,
      name: z.string(),
      added_by: z.string().nullable(),
      proven_at: isoTime.nullable().meta({ description: 'When it signed here; null while it is only declared.' }),
      proven_chains: z
        .array(chainKey)
        .nullable()
        .meta({ description: 'The networks whose contract said so; null where a key signed, which counts on all.' }),
      created_at: isoTime,
    }),
  ),
});
export type WalletList = z.infer<typeof walletList>;
