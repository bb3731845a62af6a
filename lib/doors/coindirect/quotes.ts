import { type Context, requirePermission } from '@/lib/access/actor';
import { validate } from '@/lib/http/base/validate';
import { exactNumber } from '@/lib/kernel/exact-json';
import { idOfUuid, uuidOf } from '@/lib/kernel/ids';
import { acceptQuote } from '@/lib/quotes/deals/accept-quote';
import { listQuotes, makeQuote, quoteUnknown, viewQuote } from '@/lib/quotes/deals/make-quote';
import { acceptQuoteBody, createQuoteBody, type QuoteAnswer } from '@/lib/quotes/schema';
import type { CoindirectKey } from './authenticate';
import { chooseChain } from './choose-chain';
import { makePayment, refuseUnknownWay } from './create-payment';
import { isOwnMerchant, requireOwnMerchant } from './merchant-id';
import type { Asked } from './resource';
import { acceptBody, quoteBody, quotesQuery } from './schema';
import { chainsOf } from './store';

/** Quotes in Coindirect's words: `from` is the currency that an amount is said in, `to` the one that is paid out. */

const status = {
  open: { quoteStatus: 'PENDING', paymentStatus: 'PENDING' },
  accepted: { quoteStatus: 'ACCEPTED', paymentStatus: 'PENDING' },
  expired: { quoteStatus: 'PENDING', paymentStatus: 'CANCELLED' },
} as const;

function presentQuote(quote: QuoteAnswer, estimate = false) {
  const { display, paid, wallet, fee, display_rate, created_at, accepted_at } = quote;
  const [rate, taken] = [exactNumber(display_rate.rate), exactNumber(fee.amount)];
  const until = Date.parse(quote.expires_at);
  const dateCreated = Date.parse(created_at);
  return {
    uuid: uuidOf(quote.id),
    ...{ from: display.currency, to: paid.currency, type: 'FIXED' },
    ...{ amountIn: exactNumber(display.amount), amountDue: exactNumber(display.amount) },
    ...{ amountInGross: exactNumber(display.amount), amountInNet: exactNumber(display.amount) },
    ...{
      amountOut: exactNumber(paid.amount),
      walletAmount: exactNumber(wallet.amount),
      walletCurrency: wallet.currency,
    },
    ...{ price: rate, netPrice: rate, grossPrice: rate },
    ...{ fee: taken, processingFee: 0, feeCurrency: fee.currency },
    fees: { percentage: { service: 0, processing: 0 }, value: { service: taken, processing: 0 } },
    ...status[quote.status],
    ...(estimate && { quoteStatus: 'ESTIMATE' }),
    ...{ acceptanceExpiryDate: until, paymentExpiryDate: until },
    acceptanceDate: accepted_at === null ? null : Date.parse(accepted_at),
    payInMethod: { code: 'wallet' },
    payOutMethod: { code: 'crypto' },
    ...{ payInInstruction: null, payOutInstruction: null },
    ...{ dateCreated, lastUpdated: accepted_at === null ? dateCreated : Date.parse(accepted_at) },
  };
}

/** Quotes an amount of `from`, or as much of it as `amountOut` takes. Refuses: as `makeQuote` does, by Coindirect's names. */
export async function createQuote(ctx: Context, asked: Asked, key: CoindirectKey | null) {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  const { from, to, amountIn, amountOut, payOutInstruction, ...body } = validate(quoteBody, asked.body, 'body');
  requireOwnMerchant(key, merchantId, body.merchantId);
  const given = {
    display: { currency: from, ...(amountIn && { amount: amountIn }) },
    ...(amountOut && { amount: amountOut }),
    asset: to,
    chain: chooseChain(to, payOutInstruction?.protocol, await chainsOf(ctx.db, merchantId, to)),
    fee_payer: 'merchant',
  };
  return presentQuote(await makeQuote(ctx, validate(createQuoteBody, given, 'body')), asked.query.estimate === 'true');
}

const idOf = (uuid: string) => {
  const id = idOfUuid('quote', uuid);
  if (id === null) throw quoteUnknown(uuid);
  return id;
};

/** All quotes of the merchant, those of its payments included, the newest first. */
export async function readQuotes(ctx: Context, asked: Asked, key: CoindirectKey | null) {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const query = validate(quotesQuery, asked.query, 'query');
  requireOwnMerchant(key, merchantId, query.merchantId);
  return (await listQuotes(ctx, query)).map((quote) => presentQuote(quote));
}

async function readQuote(ctx: Context, { uuid }: Asked) {
  return presentQuote(await viewQuote(ctx, idOf(uuid)));
}

/** One quote by its uuid. Clients of BVNK name their merchant in its place, and mean all of its quotes. */
export async function readQuoteOrAll(ctx: Context, asked: Asked, key: CoindirectKey | null) {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  return isOwnMerchant(key, merchantId, asked.name) ? readQuotes(ctx, asked, key) : readQuote(ctx, asked);
}

/**
 * Makes the payout of a quote: to the address that is named, or, without one, for who has its page. It is called as the quote is,
 * unless a reference is given. Refuses: as `acceptQuote` does.
 */
export async function acceptQuoted(ctx: Context, asked: Asked, key: CoindirectKey | null) {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  const id = idOf(asked.uuid);
  const { reference, returnUrl, payOutInstruction } = validate(acceptBody, asked.body, 'body');
  refuseUnknownWay(payOutInstruction);
  const address = payOutInstruction?.address;
  const given = {
    reference: reference ?? asked.uuid.toLowerCase(),
    recipient: address ? { type: 'wallet', address } : { type: 'anyone' },
    delivery: address ? 'send' : 'claim',
    ...(returnUrl && { return_url: returnUrl }),
  };
  const body = validate(acceptQuoteBody, given, 'body');
  const payment = await makePayment(ctx, merchantId, key, (also, token) => acceptQuote(ctx, id, body, also, token));
  return { quote: await readQuote(ctx, asked), payInInstruction: null, payment };
}
