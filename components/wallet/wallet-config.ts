import './guard-storage';
import { connectorsForWallets } from '@rainbow-me/rainbowkit';
import { injectedWallet, walletConnectWallet } from '@rainbow-me/rainbowkit/wallets';
import { type Config, createConfig, createStorage, injected, unstable_connector } from 'wagmi';
import { reconnect } from 'wagmi/actions';
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

const configs = new Map<number, Config>();

/** wagmi looks for one configuration's wallets at a time, and forgets what it is asked meanwhile. */
let looking: Promise<unknown> | undefined;

/** Finds the wallets again that this page was allowed to see before: at once, so that nothing is asked of a person first. */
function findAgain(config: Config): void {
  const mine: Promise<unknown> = looking ? looking.then(() => reconnect(config)) : reconnect(config);
  looking = mine;
  void mine.finally(() => {
    if (looking === mine) looking = undefined;
  });
}

/** One configuration per page and network, so that a wallet stays connected, and is looked for once, while screens change. */
export function walletConfig(chain: ChainForWallet, projectId: string): Config {
  const known = configs.get(chain.id);
  if (known) return known;
  const config = create(chain, projectId);
  configs.set(chain.id, config);
  findAgain(config);
  return config;
}

/** Forgets them unless a wallet is connected or asked already; true when it did. The next one knows of newer wallets. */
export function forgetIdleConfigs(): boolean {
  if ([...configs.values()].some(({ state }) => state.status !== 'disconnected')) return false;
  configs.clear();
  return true;
}
