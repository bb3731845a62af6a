'use client';
import '@rainbow-me/rainbowkit/styles.css';
import './chooser.css';
import './guard-storage';
import { type DisclaimerComponent, RainbowKitProvider } from '@rainbow-me/rainbowkit';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { WagmiContext } from 'wagmi';
import { usePageWords } from '@/components/ui/words/page-words';
import type { Language } from '@/lib/words/locale';
import { Avatar } from './avatar';
import { watchConnecting } from './connecting-declined';
import { rainbowTheme } from './rainbow-theme';
import { useLateWallet } from './use-late-wallet';
import { useReadableChooser } from './use-readable-chooser';
import { type ChainForWallet, walletConfig } from './wallet-config';
import { useWalletWords } from './wallet-words';

/** What the browser has to know before it can speak with wallets. */
export type WalletPlace = { chain: ChainForWallet; walletConnectProjectId: string };

/** Nothing that a wallet or the network is asked is asked twice by itself. */
const queries = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } });
watchConnecting(queries);

/** The wallets' own chooser knows all of our languages but Persian. */
const localeOfChooser = (language: Language) => (language === 'fa' ? 'en' : language);

/** Stands in the wallets' own chooser, where RainbowKit would speak of Ethereum and what it is good for. */
const ChooserWords: DisclaimerComponent = ({ Text }) => {
  const say = useWalletWords();
  return <Text>{say('wallet.connect.words')}</Text>;
};

/**
 * All parts that speak with wallets stand in here. Not within wagmi's own provider: that looks for its wallet again each time it
 * is drawn, and until it has found it, what a person chose in here is gone.
 */
export function WalletRoom({ chain, walletConnectProjectId, children }: WalletPlace & { children: ReactNode }) {
  const { language } = usePageWords();
  const arrivals = useLateWallet();
  const config = walletConfig(chain, walletConnectProjectId);
  useReadableChooser();
  return (
    <WagmiContext key={arrivals} value={config}>
      <QueryClientProvider client={queries}>
        <RainbowKitProvider
          appInfo={{ appName: 'Drawbridge', disclaimer: ChooserWords }}
          avatar={Avatar}
          locale={localeOfChooser(language)}
          modalSize="compact"
          theme={rainbowTheme}
        >
          {children}
        </RainbowKitProvider>
      </QueryClientProvider>
    </WagmiContext>
  );
}
