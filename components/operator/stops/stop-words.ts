import type { RailId } from '@/db/vocabulary/payouts';
import { chainOf, knownChains } from '@/lib/chains/registry';
import type { StopAnswer, StopBody } from '@/lib/stops/schema';

/** What can be stopped by a button of its own; `value` as in a stop's answer. */
export type Halt = { name: string; value: string | null; body: StopWithoutReason };
type Without<Body> = Body extends unknown ? Omit<Body, 'reason'> : never;
export type StopWithoutReason = Without<StopBody>;

const railNames: Readonly<Record<RailId, string>> = {
  contract: 'Payouts that are claimed',
  wallet: 'Payments by hand',
  shkeeper: 'Payouts by gateways',
};

export const railName = (rail: RailId) => railNames[rail];

/** What one stop is about, for a line of the list. */
export function stopName({ scope, value, suspends }: StopAnswer, halts: readonly Halt[]): string {
  if (scope === 'merchant') return `${suspends ? 'Suspended: m' : 'M'}erchant ${value}`;
  if (scope === 'token') return `Everything in ${value?.split(':')[1]} on ${nameOfChain(value?.split(':')[0] ?? '')}`;
  return halts.find((one) => one.body.scope === scope && one.value === value)?.name ?? `${scope} ${value}`;
}

const nameOfChain = (key: string) => knownChains().find((chain) => chain.key === key)?.name ?? key;

export const chainName = (chain: Parameters<typeof chainOf>[0]) => `Everything on ${chainOf(chain).name}`;
