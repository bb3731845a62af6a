import { erc20Abi } from 'viem';
import type { ChainKey } from '@/db/vocabulary/chains';
import { hex } from '@/lib/chains/address';
import { reading } from '@/lib/evm/rpc';

/** What a hot wallet has, in base units: of the asset, and of coins for network fees. */
export type HotWalletState = { held: bigint; coins: bigint };

/** Reads a hot wallet on the chain, which alone is believed. Refuses: chain_unavailable. */
export function lookAtHotWallet(chain: ChainKey, wallet: string, token: string): Promise<HotWalletState> {
  const address = hex(wallet);
  return reading(chain, async (client) => {
    const [held, coins] = await Promise.all([
      client.readContract({ address: hex(token), abi: erc20Abi, functionName: 'balanceOf', args: [address] }),
      client.getBalance({ address }),
    ]);
    return { held, coins };
  });
}
