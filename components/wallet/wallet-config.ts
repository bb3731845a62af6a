import { connectorsForWallets } from '@rainbow-me/rainbowkit';
import { injectedWallet, walletConnectWallet } from '@rainbow-me/rainbowkit/wallets';
import { type Config, createConfig, createStorage, injected, noopStorage, unstable_connector } from 'wagmi';
import type { ClaimView } from '@/lib/payouts/schema';
import { chainForWallets } from './chain-for-wallets';

/** Frames of other sites may not be allowed to remember anything; the wallet then just has to be chosen again. */
function rememberedOrNothing() {
  try {
    return window.localStorage;
  } catch {
    return noopStorage;
  }
}

function create(chainView: ClaimView['chain'], projectId: string): Config {
  const chain = chainForWallets(chainView, window.location.origin);
  const wallets = projectId ? [injectedWallet, walletConnectWallet] : [injectedWallet];
  return createConfig({
    chains: [chain],
    connectors: connectorsForWallets([{ groupName: 'Wallets', wallets }], {
      appName: 'Drawbridge',
      projectId: projectId || 'none',
    }),
    multiInjectedProviderDiscovery: true,
    storage: createStorage({ storage: rememberedOrNothing() }),
    // The server reads the chain; the browser needs no node of its own.
    transports: { [chain.id]: unstable_connector(injected) },
  });
}

let current: { chainId: number; config: Config } | undefined;

/** One configuration per page, so that a wallet stays connected while the screens change. */
export function walletConfig(chain: ClaimView['chain'], projectId: string): Config {
  if (current?.chainId !== chain.id) current = { chainId: chain.id, config: create(chain, projectId) };
  return current.config;
}
