import type { Chain } from 'viem';
import { arbitrum, base, bsc, mainnet, polygon, sepolia } from 'viem/chains';
import type { ChainView } from '@/lib/chains/chain-view';

export type ChainForWallet = ChainView;

/** Those that wallets usually know. */
const publicChains: readonly Chain[] = [mainnet, base, arbitrum, polygon, bsc, sepolia];

/** The chain as wallets want it described when they do not know it yet. The local one is reached through the portal. */
export function chainForWallets(view: ChainForWallet, origin: string): Chain {
  const { id, name, currency, explorer_url: explorer, rpc_url: node } = view;
  const known = publicChains.find((chain) => chain.id === id);
  return {
    ...{ id, name },
    // Every network of this kind counts its currency in 18 decimals, and wallets take no other number.
    nativeCurrency: known?.nativeCurrency ?? { name: currency, symbol: currency, decimals: 18 },
    rpcUrls: known?.rpcUrls ?? { default: { http: [node ?? `${origin}/dev/rpc`] } },
    ...(explorer && { blockExplorers: { default: { name: 'Explorer', url: explorer } } }),
    ...(known?.testnet && { testnet: true }),
  };
}

/** Other networks a wallet may be on when it is connected; not listing them would make connecting switch at once. */
export function otherChains(view: ChainForWallet): Chain[] {
  return publicChains.filter((chain) => chain.id !== view.id);
}
