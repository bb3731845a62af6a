import { z } from 'zod';
import { addSeconds } from '@/lib/kernel/clock';
import { blockOfText, codeOfText, lineOfText } from '@/lib/kernel/text';
import { evmAddress, mailbox, webUrl } from '@/lib/wire/atoms';

/** What Dex3's pages say a program may send. Values are read here; what was signed is the text as it came. */

const scalar = z.string().or(z.number()).or(z.boolean()).transform(String);
const given = <T extends z.ZodType<unknown, string>>(schema: T) => scalar.pipe(schema);

/** Their samples leave optional fields out, or send null or nothing. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === null || value === '' ? undefined : value), schema.optional());

/** The longest that a payout of ours lasts, also where they say that it shall not end. */
const longestSeconds = 366 * 86_400;
const shortestSeconds = 60;

const expiration = given(z.string().regex(/^\d{1,9}$/, 'must be a whole number of seconds'))
  .transform(Number)
  .refine((seconds) => seconds === 0 || seconds >= shortestSeconds, `must be 0, or at least ${shortestSeconds}`)
  .refine((seconds) => seconds <= longestSeconds, `must be at most ${longestSeconds}`);

export const secondsOf = (expiration: number) => expiration || longestSeconds;
export const untilOf = (created: Date, expiration: number) => addSeconds(created, secondsOf(expiration));

const common = {
  order_id: given(codeOfText(200)),
  webhook: optional(webUrl),
  success_redirect: optional(webUrl),
  cancel_redirect: optional(webUrl),
  notes: optional(blockOfText(1000, 0)),
  signature: z.string().max(200),
};

const receiver = z.discriminatedUnion('receiver_type', [
  z.object({ receiver_type: z.literal('address'), receiver_value: evmAddress }),
  z.object({ receiver_type: z.literal('email'), receiver_value: mailbox }),
]);

export const createBody = z
  .object({
    ...common,
    productName: lineOfText(200),
    amount: given(z.string().regex(/^[1-9]\d{0,14}$/, 'must be a whole number of US cents, at least 1')),
    expiration,
  })
  .and(receiver);

/**
 * Of the second generation only the signature is published, and the fields that it names. At most fifteen digits, as it is made
 * over the number that JavaScript reads.
 */
export const createBodyV2 = z.object({
  ...common,
  order_name: optional(lineOfText(200)),
  order_amount: given(
    z.string().regex(/^(?=.*[1-9])\d{1,9}(\.\d{1,6})?$/, 'must be a decimal above 0 with at most 6 places'),
  ),
  is_order_usd: given(z.enum(['true', 'false'])),
  token_id: given(z.string().regex(/^\d{1,9}$/, 'must be the number of a token')),
  receiver: evmAddress.or(mailbox),
  fee_payer: optional(z.enum(['merchant', 'payer'])),
  expiration: optional(expiration),
});

/** Which generation of fields a body has: only the second says what its amount is in. */
export const isSecond = (body: Record<string, unknown>) => 'order_amount' in body || 'is_order_usd' in body;
