'use client';
import { useConnectModal } from '@rainbow-me/rainbowkit';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useAccount, useConnectors, useDisconnect } from 'wagmi';
import { claimLabel } from '@/components/claim/claim-label';
import { Action } from './action';
import { NoWallet } from './no-wallet';
import { Panel } from './panel';
import { Preview } from './preview';
import { Asking, Sent } from './sent';
import { ShortOfFee } from './short-of-fee';
import { isRightWallet, stageOf } from './stage';
import { TroublePanel } from './trouble-panel';
import { useClaim } from './use-claim';
import type { WalletStepProps } from './wallet-step';
import { WrongNetwork } from './wrong-network';
import { WrongWallet } from './wrong-wallet';

function useCanConnect(walletConnectProjectId: string): boolean {
  const connectors = useConnectors();
  const announced = connectors.some((connector) => connector.type === 'injected' && connector.id !== 'injected');
  return announced || walletConnectProjectId !== '' || 'ethereum' in window;
}

/** Opens the wallet chooser once by itself: the reader has already pressed the button that promised it. */
function useChooser(wanted: boolean) {
  const { openConnectModal } = useConnectModal();
  const opened = useRef(false);
  useEffect(() => {
    if (!wanted || opened.current || !openConnectModal) return;
    opened.current = true;
    openConnectModal();
  }, [wanted, openConnectModal]);
  return openConnectModal;
}

export function ClaimFlow({ token, view, walletConnectProjectId }: WalletStepProps) {
  const { address, chainId, status } = useAccount();
  const { disconnectAsync } = useDisconnect();
  const router = useRouter();
  const [choosing, setChoosing] = useState(0);
  const canConnect = useCanConnect(walletConnectProjectId);
  const account = status === 'connected' && address ? { address, chainId } : null;
  const usable = account && isRightWallet(view, account.address) && chainId === view.chain.id;
  const { attempt, send, prepareAgain } = useClaim(token, usable ? account.address : null);
  const settled = status === 'connected' || status === 'disconnected';
  const stage = stageOf({ view, settled, canConnect, account, attempt });
  const openChooser = useChooser(stage === 'connect');
  const label = claimLabel(view);

  // Opened after the disconnection is rendered: the chooser does not exist while a wallet is connected.
  useEffect(() => {
    if (choosing && !account) openChooser?.();
  }, [choosing, account, openChooser]);
  const switchWallet = async () => {
    await disconnectAsync();
    setChoosing((count) => count + 1);
  };

  switch (stage) {
    case 'connecting':
      return <Panel heading="Looking for your wallet…" />;
    case 'no_wallet':
      return <NoWallet />;
    case 'connect':
      return (
        <Panel heading="Choose your wallet" actions={<Action onPress={() => openChooser?.()}>Connect a wallet</Action>}>
          <p>Connecting only shows us your address. Nothing is sent yet.</p>
        </Panel>
      );
    case 'wrong_wallet':
      return <WrongWallet view={view} address={address ?? ''} onOther={switchWallet} />;
    case 'wrong_network':
      return <WrongNetwork chain={view.chain} />;
    case 'preparing':
      return (
        <Panel heading="Preparing your claim…">
          <p>This takes a moment. Nothing is sent before you say so.</p>
        </Panel>
      );
    case 'short_of_fee':
      return attempt.at === 'prepared' && attempt.answer.network_fee ? (
        <ShortOfFee view={view} fee={attempt.answer.network_fee} onAgain={prepareAgain} onOther={switchWallet} />
      ) : null;
    case 'prepared':
      return attempt.at === 'prepared' ? (
        <Preview answer={attempt.answer} address={address ?? ''} label={label} onSend={send} onOther={switchWallet} />
      ) : null;
    case 'asking':
      return <Asking onAgain={prepareAgain} />;
    case 'sent':
      return attempt.at === 'sent' ? <Sent hash={attempt.hash} /> : null;
    case 'trouble':
      return attempt.at === 'trouble' ? (
        <TroublePanel
          trouble={attempt}
          label={label}
          onSend={send}
          onPrepare={prepareAgain}
          onLook={router.refresh}
          onOther={switchWallet}
        />
      ) : null;
  }
}
