import type { Chain } from 'viem';
import { arbitrum, base, bsc, mainnet, polygon, sepolia } from 'viem/chains';
import type { ChainKey } from '@/db/vocabulary';
import { chainOf } from '@/lib/chains/registry';

/** What has to be known of a network to speak of it with a wallet. */
export type ChainForWallet = { key: ChainKey; id: number; name: string; explorer_url: string | null };

const publicChains: Partial<Record<ChainKey, Chain>> = { ethereum: mainnet, base, arbitrum, polygon, bsc, sepolia };

/** The chain as wallets want it described when they do not know it yet. The local one is reached through the portal. */
export function chainForWallets(view: ChainForWallet, origin: string): Chain {
  const facts = chainOf(view.key);
  const explorer = view.explorer_url ?? facts.explorerUrl;
  return {
    id: view.id,
    name: view.name,
    nativeCurrency: facts.currency,
    rpcUrls: publicChains[view.key]?.rpcUrls ?? { default: { http: [`${origin}/dev/rpc`] } },
    ...(explorer && { blockExplorers: { default: { name: 'Explorer', url: explorer } } }),
    testnet: facts.test,
  };
}

/** Other networks a wallet may be on when it is connected; not listing them would make connecting switch at once. */
export function otherChains(view: ChainForWallet): Chain[] {
  return Object.values(publicChains).filter((chain) => chain.id !== view.id);
}
