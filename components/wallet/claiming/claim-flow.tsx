'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { NoWallet } from '@/components/wallet/no-wallet';
import { SignPanel } from '@/components/wallet/proving/sign-panel';
import { useWalletWords } from '@/components/wallet/wallet-words';
import { AttemptPanel } from './attempt-panel';
import { claimLabel } from './claim-label';
import { Connecting, ConnectPanel } from './connect-panel';
import { OfferPanel } from './offer-panel';
import { isUsable, stageOf } from './stage';
import { useClaim } from './use-claim';
import { useWalletChoice } from './use-wallet-choice';
import type { WalletStepProps } from './wallet-step';
import { WrongNetwork } from './wrong-network';
import { WrongWallet } from './wrong-wallet';

/** From choosing a wallet to the transfer that it sent, or that the portal sends: one stage at a time. */
export function ClaimFlow({ token, view, walletConnectProjectId, paysSelf: saidSo = false }: WalletStepProps) {
  const { account, settled, hasWallet, waysIn, openDialog, switchWallet } = useWalletChoice();
  const [paysSelf, setPaysSelf] = useState(saidSo);
  const { refresh } = useRouter();
  const isSent = view.relay.offered && !paysSelf;
  const usable = account && isUsable(view, account) && !isSent && !view.proof_needed ? account.address : null;
  const claim = useClaim(token, usable, view.transfer);
  const say = useWalletWords();
  const stage = stageOf({ view, settled, hasWallet, account, attempt: claim.attempt, isSent });
  const address = account?.address ?? '';
  const bound = view.recipient.address ?? '';
  const link = `/api/v1/claims/${token}/proof`;

  switch (stage) {
    case 'connecting':
      return <Connecting waysIn={waysIn} />;
    case 'no_wallet':
      return <NoWallet onOtherDevice={walletConnectProjectId ? openDialog : undefined} />;
    case 'connect':
      return <ConnectPanel waysIn={waysIn} />;
    case 'wrong_wallet':
      return <WrongWallet merchant={view.merchant.name} onOther={switchWallet} {...{ bound, address }} />;
    case 'sign':
      return (
        <SignPanel
          paths={{ message: `${link}/message`, proof: link }}
          address={address}
          onDone={refresh}
          onOther={switchWallet}
        />
      );
    case 'offer':
      return <OfferPanel onSelf={() => setPaysSelf(true)} onOther={switchWallet} {...{ token, view, address }} />;
    case 'wrong_network':
      return <WrongNetwork chain={view.chain} />;
    case 'attempt':
      return <AttemptPanel label={claimLabel(view, say)} onOther={switchWallet} {...{ claim, view, address }} />;
  }
}
