import { isAddress } from 'viem';
import { expect, test } from 'vitest';
import { testWorld } from '@/lib/payouts/testing/world';
import { aggregators } from './aggregators';
import { oracleFeed } from './oracle';
import { showRatio } from './ratio';
import { type Aggregated, aggregatorCode } from './testing/aggregator';

const world = testWorld();
const now = new Date('2026-11-25T12:00:00.000Z');
const hour = 3_600_000;
const ago = (ms: number, from = now) => new Date(from.getTime() - ms);
const contract = '0x00000000000000000000000000000000000feed1';
const sequencer = '0x00000000000000000000000000000000000feed2';

async function told(currency: string, given: Partial<Aggregated>, at = now, up?: Partial<Aggregated>) {
  const usual = {
    description: `${currency} / USD`,
    decimals: 8,
    answer: 300_150_000_000n,
    startedAt: now,
    updatedAt: ago(60_000, at),
  };
  await world.rpc('anvil_setCode', [contract, aggregatorCode({ ...usual, ...given })]);
  await world.rpc('anvil_setCode', [
    sequencer,
    aggregatorCode({ ...usual, answer: 0n, startedAt: ago(2 * hour), ...up }),
  ]);
  const prices = { [currency]: { address: contract, heartbeatSeconds: 3_600 } } as const;
  const feed = oracleFeed({ local: { prices, ...(up && { sequencer }) } }, ['local']);
  const { readings, troubles } = await feed.read([currency, 'DOGE'], at);
  return [readings.map(({ price }) => showRatio(price, 4)), troubles];
}

test('a price is read from the contract that says itself what it is', async () => {
  expect(await told('ETH', {})).toEqual([['3001.50'], []]);
});

test.each([
  ['another pair', { description: 'BTC / USD' }, `ETH: ${contract} says that it is "BTC / USD"`],
  ['another scale', { decimals: 18 }, `ETH: ${contract} has 18 decimals`],
  ['nothing', { answer: 0n }, 'ETH: its price is not above 0'],
  ['less than nothing', { answer: -5n }, 'ETH: its price is not above 0'],
  [
    'a price from before its heartbeat',
    { updatedAt: ago(1.21 * hour) },
    'ETH: its price is of 2026-11-25T10:47:24.000Z',
  ],
  ['a price from tomorrow', { updatedAt: ago(-24 * hour) }, 'ETH: its time is ahead: 2026-11-26T12:00:00.000Z'],
])('a contract that says %s is not used', async (_what, given, trouble) => {
  expect(await told('ETH', given)).toEqual([[], [trouble]]);
});

test('an address without a contract, and a node that is away, are troubles and no end of the feed', async () => {
  const prices = { ETH: { address: '0x00000000000000000000000000000000000feed3', heartbeatSeconds: 3_600 } } as const;
  const { readings, troubles } = await oracleFeed({ local: { prices } }, ['local']).read(['ETH'], now);
  expect([readings, troubles.length]).toEqual([[], 1]);
  const away = await oracleFeed({ polygon: { prices } }, ['polygon']).read(['ETH'], now);
  expect(away).toEqual({ readings: [], troubles: ['polygon: This installation has no RPC address for polygon.'] });
});

test('what stands still at the weekend is good until the market has opened again, and no longer', async () => {
  const [friday, sunday, monday] = ['2026-11-27T21:30:00Z', '2026-11-29T21:00:00Z', '2026-11-30T00:00:00Z'];
  const at = (text = '') => told('EUR', { updatedAt: new Date(friday ?? '') }, new Date(text));
  expect(await at(sunday)).toEqual([['3001.50'], []]);
  expect(await at(monday)).toEqual([[], ['EUR: its price is of 2026-11-27T21:30:00.000Z']]);
});

test('on a rollup nothing counts while its sequencer is down, nor in the first hour after', async () => {
  expect(await told('ETH', {}, now, {})).toEqual([['3001.50'], []]);
  expect(await told('ETH', {}, now, { answer: 1n })).toEqual([[], ['local: the sequencer is down']]);
  expect(await told('ETH', {}, now, { startedAt: ago(hour / 2) })).toEqual([
    ...[[], ['local: the sequencer came up less than an hour ago']],
  ]);
});

test('every address of the list is written with its checksum, once', () => {
  const all = Object.values(aggregators)
    .filter((one) => one !== undefined)
    .flatMap(({ prices, sequencer: up }) => [
      ...Object.values(prices).map(({ address }) => address),
      ...(up ? [up] : []),
    ]);
  expect(all.filter((address) => !isAddress(address, { strict: true }))).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
});
