import { expect, test } from 'vitest';
import { resembled } from './look-alike';

test.each([
  ['USDT', 'USDT'],
  ['usdt', 'USDT'],
  ['USDТ', 'USDT'],
  ['UЅDC', 'USDC'],
  ['USD₮', 'USDT'],
  ['U$DC', 'USDC'],
  ['USDC.', 'USDC'],
  ['US​DC', 'USDC'],
  ['ÙSDT', 'USDT'],
  ['ＵＳＤＣ', 'USDC'],
  ['ЕТН', 'ETH'],
  ['DA1', 'DAI'],
  // Rates go by symbol: a token of this name would be priced as money is.
  ['EUR', 'EUR'],
])('%s is taken for %s', (symbol, known) => {
  expect(resembled(symbol)).toBe(known);
});

test.each(['GOLD', 'USDX', 'WUSD', 'ACME'])('%s is taken for no known symbol', (symbol) => {
  expect(resembled(symbol)).toBeNull();
});
