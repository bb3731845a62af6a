import { z } from 'zod';
import { payoutStatuses, railIds } from '@/db/vocabulary/payouts';
import { chainKey } from '@/lib/chains/chain-key';
import { codeOfText, machineText } from '@/lib/kernel/text';
import { payoutParams } from '@/lib/payouts/schema';
import { decimalText, evmAddress } from '@/lib/wire/atoms';
import { escrowStates, flowStatuses, purchase } from '@/lib/wire/order-flow';

/** What the order flow asks of us and is answered, in its own words. */

export const outgoingPayment = z
  .object({
    id: z.string(),
    _id: z.string().meta({ description: 'The same as `id`.' }),
    direction: z.literal('out'),
    status: z.enum(flowStatuses),
    escrowState: z.enum(escrowStates),
    payoutStatus: z.enum(payoutStatuses).meta({ description: 'In our own words, which tell more apart.' }),
    amount: z.string().meta({ description: 'What the recipient gets; exact decimal text.' }),
    currency: z.string(),
    network: chainKey,
    rail: z.enum(railIds),
    provider: z.enum(railIds).meta({ description: 'The same as `rail`.' }),
    providerPaymentId: z
      .string()
      .meta({ description: 'The gateway’s task, once it is known; before that, and on other rails, our own id.' }),
    reference: z.string(),
    ...purchase.shape,
    metadata: z.record(z.string(), z.string()).meta({ description: 'With `shkeeperTaskId` as `providerPaymentId`.' }),
    failureReason: z.string().nullable(),
    blockchain: z.object({
      transactionHash: z.string().nullable(),
      receiver: z.string().nullable(),
      confirmations: z.int(),
      confirmationsNeeded: z.int().nullable(),
    }),
    createdAt: z.string(),
    updatedAt: z.string(),
    completedAt: z.string().nullable(),
  })
  .meta({ id: 'OutgoingPayment' });
export type OutgoingPayment = z.infer<typeof outgoingPayment>;

/** Their ids are ObjectIds or UUIDs; any short name without a colon will do. */
const theirId = z.string().regex(/^[A-Za-z0-9_-]{1,36}$/, 'must be 1 to 36 letters, digits, - or _');

/** Their backend sends amounts as numbers: one that a number can hold exactly is taken as it is written. */
const amount = decimalText.or(
  z
    .number()
    .transform(String)
    .pipe(z.string().regex(/^\d{1,15}(\.\d{1,18})?$/, 'must be decimal text, or a number without an exponent')),
);

export const paySellerBody = z
  .object({
    purchaseRequestId: theirId,
    sellerOfferId: theirId,
    buyerId: theirId,
    sellerId: theirId,
    amount: amount.meta({ description: 'What the seller gets: decimal text, or a number that has no exponent.' }),
    recipientAddress: evmAddress.meta({
      description: 'Kept as it is now: what the seller changes later changes nothing.',
    }),
    token: codeOfText(20).default('USDT'),
    network: codeOfText(40)
      .optional()
      .meta({ description: 'Such as `bsc`. Without it, the only network on which a gateway of yours has the token.' }),
  })
  .meta({ id: 'PaySeller' });
export type PaySellerBody = z.infer<typeof paySellerBody>;

export const paymentAnswer = z
  .object({ success: z.literal(true), message: z.string(), data: outgoingPayment })
  .meta({ id: 'SellerPayment' });

export const taskParams = z.object({ id: machineText(120).min(1) });

export const confirmTxBody = z
  .strictObject({
    txHash: z.string().regex(/^0x[0-9a-fA-F]{64}$/, 'must be a hash: 0x and 64 hexadecimal digits'),
    kind: z.literal('release').meta({ description: 'A payout to its recipient; nothing else is confirmed here.' }),
  })
  .meta({ id: 'ConfirmTx' });
export type ConfirmTxBody = z.infer<typeof confirmTxBody>;

export const confirmTxAnswer = z
  .object({
    success: z.literal(true),
    message: z.string(),
    data: outgoingPayment,
  })
  .meta({ id: 'ConfirmTxAnswer' });

export const adminPayoutsQuery = z.strictObject({
  status: z.enum(payoutStatuses).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: machineText(200).optional(),
});
export type AdminPayoutsQuery = z.infer<typeof adminPayoutsQuery>;

export const adminPayoutsAnswer = z
  .object({ success: z.literal(true), data: z.array(outgoingPayment), nextCursor: z.string().nullable() })
  .meta({ id: 'AdminPayouts' });

export const paymentParams = payoutParams;
