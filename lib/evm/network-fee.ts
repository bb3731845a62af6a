import type { PublicClient } from 'viem';

/** What a unit of gas costs now, and what a wallet that sends now offers for it at most. */
export type GasPrices = { price: bigint; ceiling: bigint };

export type NetworkFee = {
  /** About what it costs. */
  estimate: bigint;
  /** What wallets set aside while they send; what is not used stays theirs. With less they refuse to send. */
  reserve: bigint;
};

/** As wallets reckon: twice the base fee, so that six full blocks cannot outrun it, and the tip. */
export async function readGasPrices(client: PublicClient): Promise<GasPrices> {
  const [price, block] = await Promise.all([client.getGasPrice(), client.getBlock()]);
  const base = block.baseFeePerGas;
  // A network without a base fee takes what is offered.
  if (base === null || base === undefined) return { price, ceiling: price };
  const tip = price > base ? price - base : 0n;
  return { price, ceiling: 2n * base + tip };
}

/** Wallets set the limit half as high again as the estimate. */
export function networkFeeOf(gas: bigint, { price, ceiling }: GasPrices): NetworkFee {
  return { estimate: gas * price, reserve: ((gas * 3n) / 2n) * ceiling };
}

/** `tight`: it covers the cost and not what wallets set aside, so the wallet may refuse. */
export function coverOf(balance: bigint, { estimate, reserve }: NetworkFee): { enough: boolean; tight: boolean } {
  const enough = balance >= reserve;
  return { enough, tight: !enough && balance >= estimate };
}
