import { numberToHex } from 'viem';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { sendClaim } from '@/lib/claims/send-claim';
import { viewClaim } from '@/lib/claims/view';
import { computeFee } from '@/lib/payouts/fees/compute-fee';
import { findPayoutFee } from '@/lib/payouts/fees/store';
import { createPayoutBody } from '@/lib/payouts/schema';
import { validatePayout } from '@/lib/payouts/terms/validate';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { rateOf } from '@/lib/rates/agree';
import { readEvidence } from '@/lib/rates/evidence';
import { upFrom, worth } from '@/lib/rates/ratio';
import { saveReadings } from '@/lib/rates/store';
import { readingAt } from '@/lib/rates/testing/reading';
import { claimGas } from '@/lib/relay/claims-left';
import { testRelay } from '@/lib/relay/testing/relay';
import { relayClaims } from './jobs';

const world = testWorld();
const relay = testRelay(world);
const usdt = 1_000_000n;
const gwei = 10n ** 9n;

/** What two feeds say now that one of the chain's currency is worth. */
async function say(dollars: string): Promise<void> {
  const now = world.system().clock.now();
  const of = (currency: string, price: string) =>
    (['kraken', 'bitstamp'] as const).map((feed) => readingAt(now, feed, currency, price));
  await world.database.db.transaction((tx) => saveReadings(tx, [...of('ETH', dollars), ...of('USDT', '1')]));
}

/** A base fee from the next block on, as the worker then sees it. */
async function baseFee(price: bigint): Promise<void> {
  await world.rpc('anvil_setNextBlockBaseFeePerGas', [numberToHex(price)]);
  await world.mine();
  await world.database.sql`update relay_accounts set looked_at = null`;
  await relay.step();
}

async function gasPriceSeen(): Promise<bigint> {
  const [row] = await world.database.sql`select gas_price::text as price from relay_accounts`;
  return BigInt(row?.price);
}

beforeAll(async () => {
  await relay.add('1000');
  await world.database
    .sql`update merchant_assets set fee_kind = 'computed', fee = 100000, fee_margin = 20, fee_ceiling = ${String(20n * usdt)}`;
});
beforeEach(() => say('3000'));

const relayOf = async (token: string) => (await viewClaim(world.claimant(), token)).relay;
const anyone = { recipient: { type: 'anyone' } };
const stranger = () => `0x${crypto.randomUUID().replaceAll('-', '').padEnd(40, '1')}`;
const validate = (given: object = {}) =>
  validatePayout(
    world.merchant(),
    createPayoutBody.parse({
      amount: '100.00',
      asset: 'USDT',
      chain: 'local',
      reference: 'not-there-yet',
      ...anyone,
      ...given,
    }),
  );

async function claimed(token: string): Promise<void> {
  await sendClaim(world.claimant(), token, { address: stranger() });
  await world.passTime(2);
  await relayClaims(world.system(), 'local');
  await relay.drive();
  await world.settle();
  await relayClaims(world.system(), 'local');
}

test.each([[2n], [17n], [31n]])(
  'at %d gwei the fee that is shown, promised and signed is the same, and covers what sending really took',
  async (price) => {
    await baseFee(price * gwei);
    const shown = await validate();
    const payout = await world.newPayout({ ...anyone, amount: '100.00' });
    expect([payout.fee, payout.net]).toEqual([shown.fee, shown.net]);
    const fee = await findPayoutFee(world.database.db, { merchantId: world.merchantId, id: payout.id });
    expect(fee).toMatchObject({ gas: claimGas, gasPrice: await gasPriceSeen(), margin: 20, ceiling: 20n * usdt });
    await claimed(payout.token);
    const paid = await view(world, payout.id);
    expect([paid.status, paid.fee, paid.net]).toEqual(['completed', shown.fee, shown.net]);
    const [row] = await world.database.sql`select cost::text from relayed_claims where payout_id = ${payout.id}`;
    const cost = upFrom(worth(BigInt(row?.cost), 18, { numerator: 3000n, denominator: 1n }, 6));
    const [money] = await world.database.sql`select fee::text from payouts where id = ${payout.id}`;
    expect(BigInt(money?.fee) >= cost && BigInt(money?.fee) <= 20n * usdt).toBe(true);
  },
);

test('what is kept with a payout yields its fee again', async () => {
  await say('2876.54321');
  const { id } = await world.newPayout({ ...anyone, amount: '100.00' });
  const kept = (await findPayoutFee(world.database.db, { merchantId: world.merchantId, id })) ?? expect.unreachable();
  const { rate } = rateOf('ETH', 'USDT', readEvidence(kept.evidence));
  const again = computeFee(kept, kept, { rate: rate ?? expect.unreachable(), native: 18, asset: 6 });
  const [row] = await world.database.sql`select fee::text from payouts where id = ${id}`;
  expect([String(again.fee), again.maxGasPrice]).toEqual([row?.fee, kept.maxGasPrice]);
});

test('without rates that feeds agree on nothing is made with a computed fee, and an old rate is never used', async () => {
  await world.passTime(61);
  await expect(validate()).rejects.toMatchObject({ code: 'rate_unavailable' });
  await expect(world.newPayout({ ...anyone, reference: 'no-rate' })).rejects.toMatchObject({
    code: 'rate_unavailable',
  });
  expect(await world.database.sql`select id from payouts where reference = 'no-rate'`).toEqual([]);
  expect(await world.newPayout({ rail: 'wallet' })).toMatchObject({ fee: '0.00' });
});

test('a worker that has not looked for a minute is no reason for an old price of gas: the node is asked', async () => {
  await baseFee(2n * gwei);
  await world.passTime(61);
  await say('3000');
  await world.rpc('anvil_setNextBlockBaseFeePerGas', [numberToHex(50n * gwei)]);
  await world.mine();
  const { network_cost } = await validate();
  expect(Number(network_cost?.estimate)).toBeGreaterThan(0.0049);
});

test('where sending costs more than the ceiling, the fee is the ceiling; the page says why it waits, and it is sent once it may be', async () => {
  await baseFee(90n * gwei);
  const shown = await validate();
  expect(shown).toMatchObject({ fee: '20.00', net: '80.00', network_cost: { too_dear: true } });
  expect(shown.warnings.map(({ code }) => code)).toContain('network_fee_dear');
  const sent = await validate({ delivery: 'send', recipient: { type: 'wallet', address: stranger() } });
  expect(sent.warnings.map(({ code }) => code)).toContain('sending_waits');
  const payout = await world.newPayout({ ...anyone, amount: '100.00' });
  expect(payout.fee).toBe('20.00');
  expect(await relayOf(payout.token)).toMatchObject({ offered: false, reason: 'gas_too_dear' });
  await baseFee(2n * gwei);
  expect(await relayOf(payout.token)).toMatchObject({ offered: true, reason: null });
  // It is asked for while it may be sent, and then the price rises before it is.
  await sendClaim(world.claimant(), payout.token, { address: stranger() });
  await baseFee(90n * gwei);
  await world.passTime(2);
  await relayClaims(world.system(), 'local');
  const stateOf = () =>
    world.database.sql`select status, because, send_id from relayed_claims where payout_id = ${payout.id}`;
  expect(await stateOf()).toEqual([{ status: 'queued', because: 'gas_too_dear', send_id: null }]);
  expect(await relayOf(payout.token)).toMatchObject({ state: 'queued', reason: 'gas_too_dear' });
  await baseFee(2n * gwei);
  await world.passTime(16);
  await relayClaims(world.system(), 'local');
  expect(await stateOf()).toMatchObject([{ status: 'under_way' }]);
});
