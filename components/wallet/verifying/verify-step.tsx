'use client';
import { useRouter } from 'next/navigation';
import { Connecting, ConnectPanel } from '@/components/wallet/claiming/connect-panel';
import { KeepPage } from '@/components/wallet/claiming/keep-page';
import { useWalletChoice } from '@/components/wallet/claiming/use-wallet-choice';
import { WrongWallet } from '@/components/wallet/claiming/wrong-wallet';
import { inLanguage } from '@/components/wallet/in-language';
import { NoWallet } from '@/components/wallet/no-wallet';
import { SignPanel } from '@/components/wallet/proving/sign-panel';
import { type WalletPlace, WalletRoom } from '@/components/wallet/wallet-room';
import type { Language } from '@/lib/words/locale';

export type VerifyStepProps = WalletPlace & {
  token: string;
  /** The one wallet that will do, and who asks for it. */
  wanted: string | null;
  merchant: string;
};

/** Connect, sign, done. Loaded on demand, as the claim's own wallet step is. */
function VerifyStep({ chain, walletConnectProjectId, ...rest }: VerifyStepProps) {
  return (
    <KeepPage>
      <WalletRoom chain={chain} walletConnectProjectId={walletConnectProjectId}>
        <Flow {...rest} hasElsewhere={walletConnectProjectId !== ''} />
      </WalletRoom>
    </KeepPage>
  );
}

export const verifyStepIn = (language: Language) => inLanguage(language, VerifyStep);

type FlowProps = Pick<VerifyStepProps, 'token' | 'wanted' | 'merchant'> & { hasElsewhere: boolean };

function Flow({ token, wanted, merchant, hasElsewhere }: FlowProps) {
  const { account, settled, hasWallet, waysIn, openDialog, switchWallet } = useWalletChoice();
  const router = useRouter();
  if (!settled) return <Connecting waysIn={waysIn} />;
  if (!account)
    return hasWallet ? (
      <ConnectPanel waysIn={waysIn} />
    ) : (
      <NoWallet onOtherDevice={hasElsewhere ? openDialog : undefined} />
    );
  if (wanted && wanted.toLowerCase() !== account.address.toLowerCase()) {
    return <WrongWallet bound={wanted} merchant={merchant} address={account.address} onOther={switchWallet} />;
  }
  const link = `/api/v1/verifications/${token}`;
  return (
    <SignPanel
      paths={{ message: `${link}/message`, proof: link }}
      address={account.address}
      onDone={router.refresh}
      onOther={switchWallet}
    />
  );
}
