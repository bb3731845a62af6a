'use client';
import '@rainbow-me/rainbowkit/styles.css';
import '@/components/wallet/chooser.css';
import { RainbowKitProvider } from '@rainbow-me/rainbowkit';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { WagmiProvider } from 'wagmi';
import { Avatar } from '@/components/wallet/avatar';
import { rainbowTheme } from '@/components/wallet/rainbow-theme';
import { useReadableChooser } from '@/components/wallet/use-readable-chooser';
import { type ChainForWallet, walletConfig } from '@/components/wallet/wallet-config';
import { SignMessage, type SignMessageProps } from './sign-message';

export type WalletSignInProps = SignMessageProps & { chain: ChainForWallet };

const queries = new QueryClient();

/** A wallet's signature, with all that it takes. Loaded on demand: nothing of it is in a page's first load. */
export function WalletSignIn({ chain, ...step }: WalletSignInProps) {
  useReadableChooser();
  return (
    <WagmiProvider config={walletConfig(chain, step.walletConnectProjectId)}>
      <QueryClientProvider client={queries}>
        <RainbowKitProvider avatar={Avatar} locale="en" modalSize="compact" theme={rainbowTheme}>
          <SignMessage {...step} />
        </RainbowKitProvider>
      </QueryClientProvider>
    </WagmiProvider>
  );
}
