'use client';
import { NoWallet } from '@/components/wallet/no-wallet';
import { useWalletWords } from '@/components/wallet/wallet-words';
import { AttemptPanel } from './attempt-panel';
import { claimLabel } from './claim-label';
import { Connecting, ConnectPanel } from './connect-panel';
import { isUsable, stageOf } from './stage';
import { useClaim } from './use-claim';
import { useWalletChoice } from './use-wallet-choice';
import type { WalletStepProps } from './wallet-step';
import { WrongNetwork } from './wrong-network';
import { WrongWallet } from './wrong-wallet';

/** From choosing a wallet to the transfer that it sent: one stage at a time. */
export function ClaimFlow({ token, view, walletConnectProjectId }: WalletStepProps) {
  const { account, settled, hasWallet, waysIn, openDialog, switchWallet } = useWalletChoice();
  const usable = account && isUsable(view, account) ? account.address : null;
  const claim = useClaim(token, usable, view.transfer);
  const say = useWalletWords();
  const stage = stageOf({ view, settled, hasWallet, account, attempt: claim.attempt });

  switch (stage) {
    case 'connecting':
      return <Connecting waysIn={waysIn} />;
    case 'no_wallet':
      return <NoWallet onOtherDevice={walletConnectProjectId ? openDialog : undefined} />;
    case 'connect':
      return <ConnectPanel waysIn={waysIn} />;
    case 'wrong_wallet':
      return (
        <WrongWallet
          bound={view.recipient.address ?? ''}
          merchant={view.merchant.name}
          address={account?.address ?? ''}
          onOther={switchWallet}
        />
      );
    case 'wrong_network':
      return <WrongNetwork chain={view.chain} />;
    case 'attempt':
      return (
        <AttemptPanel
          claim={claim}
          view={view}
          address={account?.address ?? ''}
          label={claimLabel(view, say)}
          onOther={switchWallet}
        />
      );
  }
}
