import { z } from 'zod';
import { languages } from '@/db/vocabulary/mails';
import { orderSides, orderStatuses } from '@/db/vocabulary/orders';
import { railIds } from '@/db/vocabulary/payouts';
import { chainKey } from '@/lib/chains/chain-key';
import { givenTime } from '@/lib/kernel/given-schema';
import { idPattern } from '@/lib/kernel/ids';
import { codeOfText, lineOfText, machineText } from '@/lib/kernel/text';
import { decimalText, evmAddress, evmHash, mailbox, webUrl } from '@/lib/wire/atoms';
import { orderAnswer } from '@/lib/wire/order';

/** The words of the API about orders: requests, answers, forms and the reference all come from here. */

const personal = {
  contact: mailbox.optional().meta({ description: 'A mailbox that they are written to.' }),
  language: z.enum(languages).optional().meta({ description: 'The language that they are written to in.' }),
};

const payInBody = z
  .strictObject({
    reference: codeOfText(120).optional().meta({ description: 'Your own name for what the buyer paid in.' }),
    hash: evmHash.optional().meta({
      description:
        'The transfer that paid it in. The order is funded once a final block shows that it brought exactly this amount to your vault or wallet; a hash funds one order.',
    }),
  })
  .refine(({ reference, hash }) => reference !== undefined || hash !== undefined, 'must have a reference or a hash');

export const createOrderBody = z
  .strictObject({
    reference: codeOfText(120).meta({ description: 'Your own name for this order; unique among your orders.' }),
    amount: decimalText,
    asset: codeOfText(20).meta({ description: 'Its symbol; one of those set up for you.', examples: ['USDT'] }),
    chain: chainKey,
    rail: z.enum(railIds).default('contract').meta({
      description: 'How its seller is paid, and so where its money is kept: in your vault, or in wallets of your own.',
    }),
    buyer: z.strictObject({ id: codeOfText(120), ...personal }),
    seller: z
      .strictObject({
        id: codeOfText(120),
        address: evmAddress.optional().meta({ description: 'Kept as it is now; a later change needs a cool-off.' }),
        email: mailbox.optional().meta({ description: 'Paid by a claim link, where no address is given.' }),
        ...personal,
      })
      .refine(({ address, email }) => address !== undefined || email !== undefined, 'must have an address or an email'),
    pay_in: payInBody.optional().meta({
      description: 'What the buyer paid. Without a hash your word counts, and the order is funded at once.',
    }),
    grace_days: z
      .int()
      .min(0)
      .max(180)
      .optional()
      .meta({ description: 'Days from delivery until it is released by itself.' }),
    category: codeOfText(40).optional(),
  })
  .meta({ id: 'CreateOrder' });
export type CreateOrderBody = z.infer<typeof createOrderBody>;

export const fundOrderBody = z.strictObject({ pay_in: payInBody.optional() }).meta({ id: 'FundOrder' });
export type FundOrderBody = z.infer<typeof fundOrderBody>;

export const deliverOrderBody = z
  .strictObject({
    by: lineOfText(200).optional().meta({ description: 'Who says so, such as the carrier; kept with the order.' }),
  })
  .meta({ id: 'DeliverOrder' });
export type DeliverOrderBody = z.infer<typeof deliverOrderBody>;

export const stopOrderBody = z.strictObject({ reason: lineOfText(300) }).meta({ id: 'StopOrder' });
export type StopOrderBody = z.infer<typeof stopOrderBody>;

export const emptyOrderBody = z.strictObject({}).meta({ id: 'OrderWithoutBody' });

export const partOfOrderBody = z
  .strictObject({
    amount: decimalText.optional().meta({ description: 'A part of what is held; without it, all of that.' }),
  })
  .meta({ id: 'PartOfOrder' });
export type PartOfOrderBody = z.infer<typeof partOfOrderBody>;

export const resolveOrderBody = z
  .strictObject({
    release: decimalText.meta({ description: 'What the seller gets.' }),
    refund: decimalText.meta({ description: 'What goes back to the buyer: both together are what is held.' }),
  })
  .meta({ id: 'ResolveOrder' });
export type ResolveOrderBody = z.infer<typeof resolveOrderBody>;

export const sentOrderAnswer = orderAnswer
  .extend({
    new_payouts: z.array(
      z.object({
        id: z.string(),
        side: z.enum(orderSides),
        claim_url: webUrl.nullable().meta({
          description: 'Secret: for whom the payout is. Shown once; null where the same request was answered before.',
        }),
      }),
    ),
  })
  .meta({ id: 'SentOrder' });
export type SentOrderAnswer = z.infer<typeof sentOrderAnswer>;

export const listOrdersQuery = z
  .strictObject({
    status: z.enum(orderStatuses).optional(),
    reference: codeOfText(120).optional(),
    seller: codeOfText(120).optional(),
    buyer: codeOfText(120).optional(),
    chain: chainKey.optional(),
    asset: codeOfText(20).optional(),
    created_after: givenTime.optional(),
    created_before: givenTime.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
    cursor: machineText(200).optional(),
  })
  .meta({ id: 'ListOrders' });
export type ListOrdersQuery = z.infer<typeof listOrdersQuery>;

export const orderPage = z
  .object({ data: z.array(orderAnswer), next_cursor: z.string().nullable() })
  .meta({ id: 'OrderPage' });
export type OrderPage = z.infer<typeof orderPage>;

export const orderParams = z.object({ id: z.string().regex(idPattern('order')) });
