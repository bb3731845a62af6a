import { expect, test } from 'vitest';
import { promisedOf } from '@/lib/ledger/balance';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { recompute } from '@/lib/quotes/recompute';
import { acceptQuoteBody, createQuoteBody } from '@/lib/quotes/schema';
import { findQuote } from '@/lib/quotes/store';
import { sayRates } from '@/lib/quotes/testing/say-rates';
import { acceptQuote } from './accept-quote';
import { makeQuote, viewQuote } from './make-quote';

const world = testWorld();
const anyone = { recipient: { type: 'anyone' } };
const yen = { display: { currency: 'JPY', amount: '5000' }, asset: 'USDT', chain: 'local' };
const say = (dollars: Record<string, string> = { JPY: '0.0065' }) =>
  sayRates(world.database.db, dollars, world.system().clock.now());
const quoted = (given: object = {}) => makeQuote(world.merchant(), createQuoteBody.parse({ ...yen, ...given }));
const accepted = (id: string, reference: string, more: object = {}) =>
  acceptQuote(world.merchant(), id, acceptQuoteBody.parse({ ...anyone, reference, ...more }));
const refusal = (code: string) => expect.objectContaining({ code });
const promised = () => promisedOf(world.database.db, world.merchantId, { chain: 'local', symbol: 'USDT' });

test('a quote says what is displayed, taken and paid, is kept with all its readings, and is worked out again from its row', async () => {
  await say();
  const quote = await quoted();
  expect(quote).toMatchObject({
    ...{ status: 'open', given: 'display', spread_bps: 0, payout_id: null },
    display: { currency: 'JPY', amount: '5000' },
    wallet: { currency: 'USDT', amount: '32.50' },
    paid: { currency: 'USDT', amount: '32.00' },
    fee: { currency: 'USDT', amount: '0.50' },
    display_rate: { base: 'JPY', counter: 'USDT', rate: '0.0065', exact: '13/2000' },
    exchange_rate: { base: 'USDT', counter: 'USDT', rate: '1.00' },
  });
  const row = await findQuote(world.database.db, { merchantId: world.merchantId, id: quote.id });
  expect(row && recompute(row)).toMatchObject({ displayAmount: 5000n, gross: 32_500_000n, net: 32_000_000n });
  const inAsset = await quoted({
    display: { currency: 'JPY', spread_bps: 100 },
    amount: '32.50',
    fee_payer: 'merchant',
  });
  expect(inAsset).toMatchObject({
    ...{ given: 'asset', display: { amount: '5051' }, wallet: { amount: '33.00' }, paid: { amount: '32.50' } },
  });
});

test('without enough feeds there is no quote, never one at an old price; a currency that nobody follows is refused for good', async () => {
  await say();
  await world.passTime(90_000);
  await expect(quoted()).rejects.toThrow(refusal('rate_unavailable'));
  await expect(quoted({ display: { currency: 'XAU', amount: '1' } })).rejects.toThrow(refusal('currency_unavailable'));
  await say();
  expect((await quoted()).paid.amount).toBe('32.00');
});

test('of ten who accept a quote at one time one makes a payout, for exactly its amounts; what a repeat of it answers is the same one', async () => {
  await say();
  const { id } = await quoted();
  const before = await promised();
  const all = await Promise.allSettled(Array.from({ length: 10 }, (_, index) => accepted(id, `race-${index}`)));
  const made = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(made).toHaveLength(1);
  const [payout] = made;
  expect(refused).toEqual(Array.from({ length: 9 }, () => refusal('quote_accepted')));
  expect(payout).toMatchObject({
    ...{ amount: '32.50', net: '32.00', status: 'pending' },
    display: { currency: 'JPY', amount: '5000', rate: '0.0065', quote_id: id, valid_until: null },
  });
  expect((await promised()) - before).toBe(32_500_000n);
  expect(await viewQuote(world.merchant(), id)).toMatchObject({ status: 'accepted', payout_id: payout?.id });
  const repeated = { ...world.merchant(), requestKey: 'same' };
  const again = await quoted();
  const body = acceptQuoteBody.parse({ ...anyone, reference: 'repeated' });
  const first = await acceptQuote(repeated, again.id, body);
  expect(await acceptQuote(repeated, again.id, body)).toMatchObject({ id: first.id });
});

test('after its time a quote is refused, and so is one of another merchant, or a reference that is taken: nothing is made', async () => {
  await say();
  const [late, other, taken] = [await quoted({ expires_in: 30 }), await quoted(), await quoted()];
  const before = await promised();
  await world.newPayout({ reference: 'taken' });
  const stranger = { ...world.merchant(), actor: { ...world.merchant().actor, merchantId: 'mer_stranger' } };
  const body = acceptQuoteBody.parse({ ...anyone, reference: 'never' });
  await expect(acceptQuote(stranger, other.id, body)).rejects.toThrow(refusal('not_found'));
  await expect(viewQuote(stranger, other.id)).rejects.toThrow(refusal('not_found'));
  await expect(accepted(taken.id, 'taken')).rejects.toThrow(refusal('reference_taken'));
  await world.passTime(31);
  await expect(accepted(late.id, 'never')).rejects.toThrow(refusal('quote_expired'));
  expect(await viewQuote(world.merchant(), late.id)).toMatchObject({ status: 'expired' });
  expect((await promised()) - before).toBe(25_000_000n);
});

test('a payout asked for in yen is reserved and signed for what its quote says, and shows both', async () => {
  await say();
  const { id, ...made } = await world.newPayout({ ...anyone, amount: undefined, display: yen.display });
  expect(made).toMatchObject({
    amount: '32.50',
    fee: '0.50',
    net: '32.00',
    display: { currency: 'JPY', amount: '5000' },
  });
  const { display } = await view(world, id);
  const row = await findQuote(world.database.db, { merchantId: world.merchantId, id: display?.quote_id ?? '' });
  expect(row).toMatchObject({ payoutId: id, gross: 32_500_000n });
});
