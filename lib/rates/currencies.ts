import { shippedFacts } from '@/lib/chains/registry';
import { configuredChains } from '@/lib/chains/served';
import { env } from '@/lib/kernel/env';

/** How alike feeds must be, in hundredths of a percent, and how far a price may jump before one more feed has to agree. */
export type Manner = { kind: 'stable' | 'fiat' | 'coin'; band: number; jump: number };

const manners = {
  stable: { kind: 'stable', band: 50, jump: 100 },
  fiat: { kind: 'fiat', band: 100, jump: 200 },
  coin: { kind: 'coin', band: 150, jump: 1_000 },
} as const satisfies Record<string, Manner>;

/** A stable currency that is worth so much less or more than a dollar is not used, in hundredths of a percent. */
export const depegBand = 200;

const stable = ['USDT', 'USDC'];
const fiat = ['EUR', 'GBP', 'JPY', 'CHF', 'AUD', 'CAD'];

export function mannerOf(currency: string): Manner {
  if (stable.includes(currency)) return manners.stable;
  return fiat.includes(currency) ? manners.fiat : manners.coin;
}

/**
 * What this portal needs the price of: what its networks take fees in and what they pay, USDT as one exchange counts in it,
 * and what the operator adds.
 */
export function wantedCurrencies(): string[] {
  const served = configuredChains();
  const chains = shippedFacts.filter(({ key }) => served.includes(key));
  const own = chains.flatMap(({ currency, tokens }) => [currency.symbol, ...tokens.map(({ symbol }) => symbol)]);
  return [...new Set(['USDT', ...own, ...env.RATE_CURRENCIES])].filter((symbol) => symbol !== 'USD');
}

/** Currencies of states stand still from Friday to Sunday, 22:00 UTC. */
const fridayClose = 5 * 24 + 22;
const hoursOfWeek = 7 * 24;
const closedHours = 48;

/** Hours since Friday's close, 0 to 168. */
function sinceClose(time: Date): number {
  const hour = time.getUTCDay() * 24 + time.getUTCHours() + time.getUTCMinutes() / 60 + time.getUTCSeconds() / 3600;
  return (hour - fridayClose + hoursOfWeek) % hoursOfWeek;
}

export function isMarketClosed(currency: string, now: Date): boolean {
  return mannerOf(currency).kind === 'fiat' && sinceClose(now) < closedHours;
}

/** For how long of the time between two moments, at most a week, the market of a currency was closed, in milliseconds. */
export function closedBetween(currency: string, from: Date, to: Date): number {
  if (mannerOf(currency).kind !== 'fiat' || from >= to) return 0;
  const hour = 3_600_000;
  const passed = Math.min((to.getTime() - from.getTime()) / hour, hoursOfWeek);
  const start = sinceClose(from);
  const open = (until: number) => Math.min(Math.max(until, 0), closedHours);
  const first = open(start + passed) - open(start);
  const next = open(start + passed - hoursOfWeek);
  return (first + next) * hour;
}
