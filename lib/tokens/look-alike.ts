import { shippedFacts } from '@/lib/chains/registry';
import { wantedCurrencies } from '@/lib/rates/currencies';

/** Symbols that people know, beside those that are listed here. */
const wellKnown =
  'USDT USDC DAI USDS PYUSD TUSD FDUSD USDE GUSD USDP FRAX LUSD EURC EURT EURS ETH WETH STETH WSTETH BTC WBTC CBTC CBBTC TBTC BNB WBNB POL MATIC WPOL ARB OP LINK UNI AAVE MKR SHIB PEPE USD EUR GBP JPY CHF AUD CAD'.split(
    ' ',
  );

/** Letters of other scripts, and digits, that look like one of ours. */
const alike: Readonly<Record<string, string>> = {
  ...{ а: 'A', в: 'B', с: 'C', е: 'E', ѕ: 'S', і: 'I', ј: 'J', к: 'K', м: 'M', н: 'H', о: 'O', р: 'P', т: 'T' },
  ...{ у: 'Y', х: 'X', ԁ: 'D', ԍ: 'G', ԛ: 'Q', ԝ: 'W', α: 'A', β: 'B', ε: 'E', ζ: 'Z', η: 'H', ι: 'I', κ: 'K' },
  ...{ μ: 'M', ν: 'N', ο: 'O', ρ: 'P', τ: 'T', υ: 'Y', χ: 'X', ϲ: 'C', '₮': 'T', $: 'S', '€': 'E', '0': 'O' },
  ...{ '1': 'I', l: 'I', '5': 'S', '3': 'E', '8': 'B', '|': 'I', '!': 'I' },
};

/** What the eye takes a symbol for: capitals of one script, without accents, dots and what cannot be seen. */
export function skeletonOf(symbol: string): string {
  const letters = symbol
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}\p{C}\p{Z}._\-–—'’]/gu, '');
  return [...letters].map((letter) => alike[letter] ?? letter.toUpperCase()).join('');
}

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
