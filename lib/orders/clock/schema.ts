import { z } from 'zod';
import { lineOfText } from '@/lib/kernel/text';
import { decimalText, evmAddress, isoTime, webUrl } from '@/lib/wire/atoms';

/** What the buyer of an order sees and says by their link, and what a merchant says of its seller; client-safe. */

export const orderStages = ['waiting', 'running', 'disputed', 'paying', 'paid', 'over'] as const;
export type OrderStage = (typeof orderStages)[number];

export const buyerOrder = z
  .object({
    merchant: z.object({
      name: z.string(),
      logo_url: z.string().nullable(),
      accent_color: z.string().nullable(),
      support_url: z.string().nullable(),
    }),
    reference: z.string(),
    amount: decimalText.meta({
      description: 'What is kept for the seller or, once nothing is, what the order was about.',
    }),
    asset: z.string(),
    stage: z.enum(orderStages).meta({
      description:
        '`running`: the seller is paid at `pays_at`. `waiting`: nothing is paid for now. `disputed`: an objection was made. `paying`, `paid`: it is too late. `over`: paid back, or cancelled.',
    }),
    pays_at: isoTime.nullable(),
    may_object: z.boolean(),
    more_days: z.int().nullable().meta({ description: 'How many days the buyer may add now; null where none.' }),
    extended: z.boolean(),
  })
  .meta({ id: 'BuyerOrder' });
export type BuyerOrder = z.infer<typeof buyerOrder>;

export const buyerParams = z.object({ token: z.string() });

export const objectionBody = z
  .strictObject({
    reason: lineOfText(300).optional().meta({ description: 'What is wrong, in the buyer’s own words.' }),
  })
  .meta({ id: 'ObjectToOrder' });
export type ObjectionBody = z.infer<typeof objectionBody>;

export const changeSellerBody = z
  .strictObject({
    address: evmAddress.meta({
      description:
        'Where the seller is paid from now on. Once the order is delivered it counts after 24 hours, in which nothing is paid; the address that it has takes the change back.',
    }),
  })
  .meta({ id: 'ChangeSeller' });
export type ChangeSellerBody = z.infer<typeof changeSellerBody>;

export const buyerLink = z
  .object({ url: webUrl.meta({ description: 'Secret: for the buyer. It stops a payout, and can start none.' }) })
  .meta({ id: 'BuyerLink' });
export type BuyerLink = z.infer<typeof buyerLink>;
