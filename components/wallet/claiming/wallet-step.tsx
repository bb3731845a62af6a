'use client';
import { inLanguage } from '@/components/wallet/in-language';
import { WalletRoom } from '@/components/wallet/wallet-room';
import type { ClaimView } from '@/lib/claims/schema';
import type { Language } from '@/lib/words/locale';
import { ClaimFlow } from './claim-flow';
import { KeepPage } from './keep-page';

export type WalletStepProps = {
  token: string;
  view: ClaimView;
  walletConnectProjectId: string;
  /** The reader said that they pay the network fee; otherwise the portal sends it where it offers that. */
  paysSelf?: boolean;
};

/** Everything between "I want it" and the wallet's answer. Loaded on demand: nothing of it is in the page's first load. */
function WalletStep(props: WalletStepProps) {
  return (
    <KeepPage>
      <WalletRoom chain={props.view.chain} walletConnectProjectId={props.walletConnectProjectId}>
        <ClaimFlow {...props} />
      </WalletRoom>
    </KeepPage>
  );
}

export const walletStepIn = (language: Language) => inLanguage(language, WalletStep);
