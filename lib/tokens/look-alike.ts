import { shippedFacts } from '@/lib/chains/registry';
import { skeletonOf } from '@/lib/kernel/skeleton';
import { wantedCurrencies } from '@/lib/rates/currencies';

/** Symbols that people know, beside those that are listed here. */
const wellKnown =
  'USDT USDC DAI USDS PYUSD TUSD FDUSD USDE GUSD USDP FRAX LUSD EURC EURT EURS ETH WETH STETH WSTETH BTC WBTC CBTC CBBTC TBTC BNB WBNB POL MATIC WPOL ARB OP LINK UNI AAVE MKR SHIB PEPE USD EUR GBP JPY CHF AUD CAD'.split(
    ' ',
  );

/**
 * The known symbol that this one would be taken for; null where there is none. What rates are asked for is known, as a token is
 * priced by its symbol; so is what operators `added`, though another network may have it under the very same symbol.
 */
export function resembled(symbol: string, added: readonly string[] = []): string | null {
  const listed = shippedFacts.flatMap(({ tokens, currency }) => [
    ...tokens.map((token) => token.symbol),
    currency.symbol,
  ]);
  const skeleton = skeletonOf(symbol);
  const others = added.filter((one) => one !== symbol);
  const known = [...listed, ...wellKnown, ...wantedCurrencies(), ...others];
  return known.find((one) => skeletonOf(one) === skeleton) ?? null;
}
