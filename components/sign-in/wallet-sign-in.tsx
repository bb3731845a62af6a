'use client';
import type { ChainForWallet } from '@/components/wallet/wallet-config';
import { WalletRoom } from '@/components/wallet/wallet-room';
import { SignMessage, type SignMessageProps } from './sign-message';

export type WalletSignInProps = SignMessageProps & { chain: ChainForWallet };

/** A wallet's signature, with all that it takes. Loaded on demand: nothing of it is in a page's first load. */
export function WalletSignIn({ chain, ...step }: WalletSignInProps) {
  return (
    <WalletRoom chain={chain} walletConnectProjectId={step.walletConnectProjectId}>
      <SignMessage {...step} />
    </WalletRoom>
  );
}
