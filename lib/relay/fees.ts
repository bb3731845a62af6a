import type { PublicClient } from 'viem';
import { parseGwei } from 'viem';
import type { ChainKey } from '@/db/vocabulary/chains';
import { chainOf } from '@/lib/chains/registry';
import { env } from '@/lib/kernel/env';

/** What a send offers for a unit of gas, in wei. */
export type Offer = { maxFee: bigint; tip: bigint };
/** What a chain asks: `base` is burnt, `tip` is the sender's to choose. */
export type Market = { base: bigint; tip: bigint; time: Date };

export async function readMarket(client: PublicClient): Promise<Market> {
  const [price, block] = await Promise.all([client.getGasPrice(), client.getBlock()]);
  const base = block.baseFeePerGas ?? 0n;
  return { base, tip: price > base ? price - base : 0n, time: new Date(Number(block.timestamp) * 1000) };
}

/** The highest offer that the operator allows on a chain. */
export function ceilingOf(chain: ChainKey): bigint {
  const given = env.RELAY_MAX_GWEI.find(([key]) => key === chain);
  return parseGwei(given?.[1] ?? String(chainOf(chain).relayMaxGwei));
}

/** Twice the base fee, so that six full blocks cannot outrun it; null where not even the next block can be paid. */
export function firstOffer({ base, tip }: Market, ceiling: bigint): Offer | null {
  if (base + tip > ceiling) return null;
  return { maxFee: least(2n * base + tip, ceiling), tip };
}

/** Nodes take another form of a send only where both fees are at least an eighth higher. */
function raised(fee: bigint): bigint {
  return fee + fee / 8n + 1n;
}

/** The next offer for the same nonce; null where it would be above the ceiling. */
export function nextOffer(last: Offer, market: Market, ceiling: bigint): Offer | null {
  const tip = greatest(raised(last.tip), market.tip);
  const wanted = greatest(raised(last.maxFee), least(2n * market.base + tip, ceiling));
  const maxFee = greatest(wanted, tip);
  return maxFee > ceiling ? null : { maxFee, tip };
}

/** So far above the market that offering more would buy nothing: it is not the price that keeps it out of a block. */
export function isAmple({ maxFee, tip }: Offer, market: Market): boolean {
  return tip > 8n * market.tip && maxFee >= 2n * market.base + market.tip;
}

/** The same for the empty transfer that uses up a nonce: it must get through, so it may pass the ceiling by an eighth. */
export function fillOffer(last: Offer, market: Market, ceiling: bigint): Offer {
  return nextOffer(last, market, ceiling) ?? { maxFee: raised(last.maxFee), tip: raised(last.tip) };
}

function least(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}

export function greatest(one: bigint, other: bigint): bigint {
  return one > other ? one : other;
}
