'use client';
import '@rainbow-me/rainbowkit/styles.css';
import './chooser.css';
import { RainbowKitProvider } from '@rainbow-me/rainbowkit';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { WagmiProvider } from 'wagmi';
import type { ClaimView } from '@/lib/payouts/schema';
import { Avatar } from './avatar';
import { ClaimFlow } from './claim-flow';
import { rainbowTheme } from './rainbow-theme';
import { useReadableChooser } from './use-readable-chooser';
import { walletConfig } from './wallet-config';

export type WalletStepProps = { token: string; view: ClaimView; walletConnectProjectId: string };

const queries = new QueryClient();

/** Everything between "I want it" and the wallet's answer. Loaded on demand: nothing of it is in the page's first load. */
export function WalletStep(props: WalletStepProps) {
  const config = walletConfig(props.view.chain, props.walletConnectProjectId);
  useReadableChooser();
  return (
    <WagmiProvider config={config}>
      <QueryClientProvider client={queries}>
        <RainbowKitProvider avatar={Avatar} locale="en" modalSize="compact" theme={rainbowTheme}>
          <ClaimFlow {...props} />
        </RainbowKitProvider>
      </QueryClientProvider>
    </WagmiProvider>
  );
}
