import { expect, test } from 'vitest';
import { compare, ratio, times, worth } from '@/lib/rates/ratio';
import { randomFrom } from '@/lib/rates/testing/random';
import { computeFee } from './compute-fee';

const usdt = 1_000_000n;
const gwei = 10n ** 9n;

test('110,000 gas at 30 gwei and 3,000.01 a coin are 9.900033; with a fifth on top, 11.88004', () => {
  const by = { rate: ratio(300_001n, 100n), native: 18, asset: 6 };
  const cost = { gas: 110_000n, gasPrice: 30n * gwei };
  const feeWith = (margin: number, least = 0n, ceiling = 100n * usdt) =>
    computeFee({ least, margin, ceiling }, cost, by).fee;
  expect([feeWith(0), feeWith(20)]).toEqual([9_900_033n, 11_880_040n]);
  expect([feeWith(20, 15n * usdt), feeWith(20, 0n, 5n * usdt)]).toEqual([15n * usdt, 5n * usdt]);
});

test('with 1,000 random prices the fee covers the cost and its margin to less than a unit, or is the ceiling, and never above it', () => {
  const random = randomFrom(11);
  const seen = { covered: 0, least: 0, capped: 0 };
  for (let turn = 0; turn < 1_000; turn++) {
    const cost = {
      gas: BigInt(25_000 + random(90_000)),
      gasPrice: BigInt(random(10 ** 6)) * 10n ** BigInt(3 + random(4)),
    };
    const decimals = { native: 18, asset: [6, 18, 8][random(3)] ?? 6 };
    const by = { rate: ratio(BigInt(1 + random(10 ** 9)), 10n ** BigInt(random(8))), ...decimals };
    const ceiling = BigInt(1 + random(50 * 100)) * 10n ** BigInt(decimals.asset - 2);
    const wishes = { margin: random(301), ceiling, least: (ceiling * BigInt(random(60))) / 100n };
    const { fee, maxGasPrice } = computeFee(wishes, cost, by);
    const real = worth(cost.gas * cost.gasPrice, 18, by.rate, decimals.asset);
    const wanted = times(real, ratio(BigInt(100 + wishes.margin), 100n));
    const isCapped = fee === ceiling;
    const isLeast = fee === wishes.least;
    expect(fee <= ceiling && fee >= wishes.least).toBe(true);
    expect(isCapped || compare(ratio(fee, 1n), wanted) >= 0).toBe(true);
    expect(isCapped || isLeast || compare(ratio(fee - 1n, 1n), wanted) < 0).toBe(true);
    // At the highest price of gas the ceiling covers the cost, and a unit above it no more.
    const at = (price: bigint) => compare(worth(cost.gas * price, 18, by.rate, decimals.asset), ratio(ceiling, 1n));
    expect([at(maxGasPrice) <= 0, at(maxGasPrice + 1n) > 0]).toEqual([true, true]);
    expect(cost.gasPrice > maxGasPrice).toBe(compare(real, ratio(ceiling, 1n)) > 0);
    seen.capped += Number(isCapped);
    seen.least += Number(isLeast);
    seen.covered += Number(!isCapped && !isLeast);
  }
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
});
