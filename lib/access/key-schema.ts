import { z } from 'zod';
import { scopes } from '@/db/vocabulary/people';
import { lineOfText } from '@/lib/kernel/text';

/** Wire shapes of API keys as the desk manages them; client-safe. */

const time = z.iso.datetime();

export const newKeyBody = z.strictObject({
  name: lineOfText(80, 0).min(1, 'must say what the key is for'),
  scopes: z
    .array(z.enum(scopes))
    .min(1, 'must hold at least one scope')
    .refine((list) => new Set(list).size === list.length, 'must not name a scope twice'),
});
export type NewKeyBody = z.infer<typeof newKeyBody>;

export const keyOnWire = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string().meta({ description: 'The first characters of the key, to recognise it by.' }),
  scopes: z.array(z.enum(scopes)),
  created_by: z.string().nullable().meta({ description: 'The member who made it; null: the operator.' }),
  created_at: time,
  last_used_at: time.nullable().meta({ description: 'About: noted at most once a minute.' }),
  revoked_at: time.nullable(),
});
export type KeyOnWire = z.infer<typeof keyOnWire>;

/** The only answer that ever holds the key itself. */
export const createdKey = keyOnWire.extend({ key: z.string() });
export type CreatedKey = z.infer<typeof createdKey>;
