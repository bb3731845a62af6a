'use client';
import '@rainbow-me/rainbowkit/styles.css';
import './chooser.css';
import { RainbowKitProvider } from '@rainbow-me/rainbowkit';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { WagmiProvider } from 'wagmi';
import { Avatar } from './avatar';
import { rainbowTheme } from './rainbow-theme';
import { useReadableChooser } from './use-readable-chooser';
import { type ChainForWallet, walletConfig } from './wallet-config';

/** What the browser has to know before it can speak with wallets. */
export type WalletPlace = { chain: ChainForWallet; walletConnectProjectId: string };

const queries = new QueryClient();

/** Whatever speaks with wallets stands in here. */
export function WalletRoom({ chain, walletConnectProjectId, children }: WalletPlace & { children: ReactNode }) {
  const config = walletConfig(chain, walletConnectProjectId);
  useReadableChooser();
  return (
    <WagmiProvider config={config}>
      <QueryClientProvider client={queries}>
        <RainbowKitProvider avatar={Avatar} locale="en" modalSize="compact" theme={rainbowTheme}>
          {children}
        </RainbowKitProvider>
      </QueryClientProvider>
    </WagmiProvider>
  );
}
