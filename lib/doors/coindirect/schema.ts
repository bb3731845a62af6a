import { z } from 'zod';
import { plainDecimal } from '@/lib/kernel/exact-json';
import { codeOfText, machineText } from '@/lib/kernel/text';
import { webUrl } from '@/lib/wire/atoms';

/** What Coindirect's clients send. Fields that it knows and we do not need are let pass, as it lets them. */

/** A number or its text, of any length, with or without an exponent. */
const amount = z.string().transform((text, ctx) => {
  const plain = plainDecimal(text);
  if (plain !== null && !plain.startsWith('-')) return plain;
  ctx.addIssue({ code: 'custom', message: 'must be a decimal number' });
  return z.NEVER;
});

const whole = z
  .string()
  .regex(/^[1-9]\d{0,6}$/, 'must be a whole number')
  .transform(Number);

/** `XRP`-like tags mean nothing on our networks. */
export const instruction = z.object({
  code: z.string().nullish(),
  currency: codeOfText(20).nullish(),
  address: machineText(200).nullish(),
  protocol: codeOfText(40).nullish(),
});
export type Instruction = z.infer<typeof instruction>;

export const createBody = z.object({
  merchantId: codeOfText(80).nullish(),
  amount,
  currency: codeOfText(20),
  reference: codeOfText(120),
  type: z.literal('OUT', { error: 'must be OUT: this portal pays out' }),
  expiryMinutes: whole.nullish(),
  returnUrl: webUrl.nullish(),
  payOutDetails: instruction.nullish(),
});
export type CreateBody = z.infer<typeof createBody>;

export const validateBody = instruction.extend({ address: machineText(200).min(1) });
export type ValidateBody = z.infer<typeof validateBody>;

export const updateBody = z.object({
  currency: codeOfText(20).nullish(),
  payOutInstruction: instruction.nullish(),
});
export type UpdateBody = z.infer<typeof updateBody>;

export const quoteBody = z
  .object({
    merchantId: codeOfText(80).nullish(),
    from: codeOfText(20),
    to: codeOfText(20),
    amountIn: amount.nullish(),
    amountOut: amount.nullish(),
    payOutInstruction: instruction.nullish(),
  })
  .refine(({ amountIn, amountOut }) => !amountIn !== !amountOut, {
    path: ['amountIn'],
    error: 'is needed, or amountOut instead of it',
  });
export type QuoteBody = z.infer<typeof quoteBody>;

export const acceptBody = z.object({
  reference: codeOfText(120).nullish(),
  returnUrl: webUrl.nullish(),
  payOutInstruction: instruction.nullish(),
});

/** A day, a time, or milliseconds. */
const moment = z.string().transform((text, ctx) => {
  const time = /^\d{10,14}$/.test(text) ? Number(text) : Date.parse(text);
  if (Number.isFinite(time) && Math.abs(time) < 8.64e15) return { at: new Date(time), isDay: text.length === 10 };
  ctx.addIssue({ code: 'custom', message: 'must be a day like 2026-01-31, or a time' });
  return z.NEVER;
});

export const paymentStatuses = [
  'PENDING',
  'PROCESSING',
  'COMPLETE',
  'CANCELLED',
  'UNDERPAID',
  'OVERPAID',
  'EXPIRED',
] as const;

const page = {
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  max: z.coerce.number().int().min(1).max(100).default(10),
};

export const quotesQuery = z.object({ merchantId: codeOfText(80).optional(), ...page });

export const listQuery = z.object({
  merchantId: codeOfText(80).optional(),
  customerReference: codeOfText(120).optional(),
  paymentExternalId: machineText(80).optional(),
  q: codeOfText(200).optional(),
  status: z.enum(paymentStatuses).optional(),
  fromDate: moment.optional(),
  toDate: moment.optional(),
  order: z.enum(['asc', 'desc']).default('desc'),
  ...page,
});
export type ListQuery = z.infer<typeof listQuery>;
