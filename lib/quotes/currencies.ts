import { knownChains } from '@/lib/chains/registry';
import { wantedCurrencies } from '@/lib/rates/currencies';
import { configuredFeeds } from '@/lib/rates/feeds';

const iso = new Set(Intl.supportedValuesOf('currency'));
/** Of coins that none of our networks has, in which amounts may be displayed. */
const coinDecimals = 8;

/** How many decimals an amount has that is displayed in this currency. */
export function decimalsOfCurrency(currency: string): number {
  for (const { currency: coin, tokens } of knownChains()) {
    if (coin.symbol === currency) return coin.decimals;
    const token = tokens.find(({ symbol }) => symbol === currency);
    if (token) return token.decimals;
  }
  if (!iso.has(currency)) return coinDecimals;
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** In which an amount may be displayed here, dollars first; none where no feed says what they are worth. */
export function displayCurrencies(): string[] {
  return configuredFeeds().length === 0 ? [] : ['USD', ...wantedCurrencies().toSorted()];
}

/** Whether this portal asks feeds what it is worth. */
export function isFollowed(currency: string): boolean {
  return currency === 'USD' || wantedCurrencies().includes(currency);
}
