import { z } from 'zod';
import { type Door, doors } from '@/db/vocabulary/webhooks';
import { createdKey, keyOnWire, newKeyBody } from '@/lib/access/key-schema';
import { chainKey } from '@/lib/chains/chain-key';
import { codeOfText } from '@/lib/kernel/text';

/** Wire shapes of keys for doors, and each door's settings; client-safe. */

/** Dex3 counts in US cents and names no asset: which of the merchant's a dollar is. */
export const dex3Settings = z.strictObject({ chain: chainKey, asset: codeOfText(20) });
export type Dex3Settings = z.infer<typeof dex3Settings>;

/** Programs send the id that Coindirect gave them. */
export const coindirectSettings = z.strictObject({ merchant_id: codeOfText(80) });
export type CoindirectSettings = z.infer<typeof coindirectSettings>;

export type DoorSettings = { coindirect: CoindirectSettings; dex3: Dex3Settings };
export const settingsOf: { [D in Door]: z.ZodType<DoorSettings[D]> } = {
  coindirect: coindirectSettings,
  dex3: dex3Settings,
};

const { name } = newKeyBody.shape;

export const newDoorKeyBody = z.discriminatedUnion('door', [
  z.strictObject({ door: z.literal('dex3'), name, ...dex3Settings.shape }),
  z.strictObject({
    door: z.literal('coindirect'),
    name,
    merchant_id: coindirectSettings.shape.merchant_id
      .optional()
      .meta({ description: 'What your program sends as `merchantId`; one is made where it is left out.' }),
  }),
]);
export type NewDoorKeyBody = z.infer<typeof newDoorKeyBody>;

const facts = {
  door: z.enum(doors),
  public_id: z
    .string()
    .meta({ description: 'What the door calls it: `merchant_public` of Dex3, the id of a Hawk key.' }),
  settings: z.record(z.string(), z.string()),
};

export const doorKeyOnWire = keyOnWire.pick({ id: true }).extend(facts);
export type DoorKeyOnWire = z.infer<typeof doorKeyOnWire>;

/** The only answer that ever holds the secret. */
export const createdDoorKey = createdKey.omit({ key: true }).extend({ ...facts, secret: z.string() });
export type CreatedDoorKey = z.infer<typeof createdDoorKey>;
