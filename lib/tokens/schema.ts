import { z } from 'zod';
import { addedTokenStatuses, tokenFindings } from '@/db/vocabulary/chains';
import { chainKey } from '@/lib/chains/chain-key';
import { isoTime } from '@/lib/wire/atoms';

const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/, 'must be an address: 0x and 40 hexadecimal digits');
const symbol = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.+_-]{0,15}$/, 'must be 1 to 16 letters, digits, or . + _ -');

/** A symbol as the portal takes it; what a token says of itself may be anything. */
export const portalSymbol = symbol;

export const addTokenBody = z
  .strictObject({
    chain: chainKey,
    address,
    symbol: symbol
      .optional()
      .meta({ description: 'What it is called here, where its own symbol is taken or not of ASCII.' }),
    holder: address
      .optional()
      .meta({ description: 'An address that holds some of it, for the rehearsal. Else one is looked for.' }),
  })
  .meta({ id: 'AddTokenBody' });
export type AddTokenBody = z.infer<typeof addTokenBody>;

export const addedTokenAnswer = z
  .object({
    id: z.string().meta({ description: 'Its chain and address, such as `base:0x…`, in small letters.' }),
    chain: chainKey,
    address: z.string(),
    symbol: z.string(),
    name: z.string(),
    decimals: z.int(),
    status: z.enum(addedTokenStatuses).meta({
      description: '`waiting`: it looks like another token, so that a second operator has to agree.',
    }),
    findings: z.array(z.object({ code: z.enum(tokenFindings), text: z.string() })),
    resembles: z.string().nullable().meta({ description: 'The known symbol that it would be taken for.' }),
    proposed_by: z.string(),
    agreed_by: z.string().nullable(),
    created_at: isoTime,
    listed_at: isoTime.nullable(),
  })
  .meta({ id: 'AddedToken' });
export type AddedTokenAnswer = z.infer<typeof addedTokenAnswer>;

export const addedTokenList = z.object({ data: z.array(addedTokenAnswer) }).meta({ id: 'AddedTokenList' });
