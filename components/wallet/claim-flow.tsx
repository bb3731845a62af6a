'use client';
import { claimLabel } from '@/components/claim/claim-label';
import { Action } from './action';
import { AttemptPanel } from './attempt-panel';
import { NoWallet } from './no-wallet';
import { Panel } from './panel';
import { isUsable, stageOf } from './stage';
import { useClaim } from './use-claim';
import { useOpenOnce, useWalletChoice } from './use-wallet-choice';
import type { WalletStepProps } from './wallet-step';
import { WrongNetwork } from './wrong-network';
import { WrongWallet } from './wrong-wallet';

/** From choosing a wallet to the transfer that it sent: one stage at a time. */
export function ClaimFlow({ token, view, walletConnectProjectId }: WalletStepProps) {
  const { account, settled, hasWallet, openChooser, switchWallet } = useWalletChoice();
  const usable = account && isUsable(view, account) ? account.address : null;
  const claim = useClaim(token, usable);
  const stage = stageOf({ view, settled, hasWallet, account, attempt: claim.attempt });
  useOpenOnce(stage === 'connect', openChooser);

  switch (stage) {
    case 'connecting':
      return <Panel heading="Looking for your wallet…" />;
    case 'no_wallet':
      return <NoWallet onOtherDevice={walletConnectProjectId ? openChooser : undefined} />;
    case 'connect':
      return (
        <Panel heading="Choose your wallet" actions={<Action onPress={() => openChooser?.()}>Connect a wallet</Action>}>
          <p>Connecting only shows us your address. Nothing is sent yet.</p>
        </Panel>
      );
    case 'wrong_wallet':
      return <WrongWallet view={view} address={account?.address ?? ''} onOther={switchWallet} />;
    case 'wrong_network':
      return <WrongNetwork chain={view.chain} />;
    case 'attempt':
      return (
        <AttemptPanel
          claim={claim}
          view={view}
          address={account?.address ?? ''}
          label={claimLabel(view)}
          onOther={switchWallet}
        />
      );
  }
}
