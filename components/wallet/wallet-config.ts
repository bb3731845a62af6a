import './guard-storage';
import { connectorsForWallets } from '@rainbow-me/rainbowkit';
import { injectedWallet, walletConnectWallet } from '@rainbow-me/rainbowkit/wallets';
import { type Config, createConfig, createStorage, injected, unstable_connector } from 'wagmi';
import { type ChainForWallet, chainForWallets, otherChains } from './chain-for-wallets';
import { browserStorage, keptStorage } from './kept-storage';

export type { ChainForWallet } from './chain-for-wallets';

/** Wallets that announce themselves (EIP-6963) are listed by name; only an older one is reached as "the browser's". */
export function olderWalletOnly(): boolean {
  let announced = false;
  const hear = () => {
    announced = true;
  };
  window.addEventListener('eip6963:announceProvider', hear);
  window.dispatchEvent(new Event('eip6963:requestProvider'));
  window.removeEventListener('eip6963:announceProvider', hear);
  return !announced && 'ethereum' in window;
}

function create(chainView: ChainForWallet, projectId: string): Config {
  const chain = chainForWallets(chainView, window.location.origin);
  const others = otherChains(chainView);
  const wallets = [...(olderWalletOnly() ? [injectedWallet] : []), ...(projectId ? [walletConnectWallet] : [])];
  return createConfig({
    chains: [chain, ...others],
    connectors: wallets.length
      ? connectorsForWallets([{ groupName: 'Wallets', wallets }], {
          appName: 'Drawbridge',
          projectId: projectId || 'none',
        })
      : [],
    multiInjectedProviderDiscovery: true,
    storage: createStorage({ storage: keptStorage(browserStorage()) }),
    // The server reads the chain; the browser needs no node of its own.
    transports: Object.fromEntries(
      [chain, ...others].map(({ id }) => [id, unstable_connector(injected, { retryCount: 0 })]),
    ),
  });
}

let current: { chainId: number; config: Config } | undefined;

/** One configuration per page, so that a wallet stays connected while the screens change. */
export function walletConfig(chain: ChainForWallet, projectId: string): Config {
  if (current?.chainId !== chain.id) current = { chainId: chain.id, config: create(chain, projectId) };
  return current.config;
}

/** Forgets it unless a wallet is connected or asked already; true when it did. The next one knows of newer wallets. */
export function forgetIdleConfig(): boolean {
  if (current && current.config.state.status !== 'disconnected') return false;
  current = undefined;
  return true;
}
