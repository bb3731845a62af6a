'use client';
import { useConnectModal } from '@rainbow-me/rainbowkit';
import { useEffect, useRef, useState } from 'react';
import { useAccount, useConnectors, useDisconnect } from 'wagmi';
import type { Account } from './stage';

/** Which wallet the reader uses, whether there is one to choose, and how to choose another. */
export function useWalletChoice() {
  const { address, chainId, status } = useAccount();
  const { disconnectAsync } = useDisconnect();
  const { openConnectModal } = useConnectModal();
  const hasWallet = useConnectors().some((connector) => connector.type === 'injected');
  const account: Account | null = status === 'connected' && address ? { address, chainId } : null;
  const [wanted, setWanted] = useState(0);

  // Opened after the disconnection is rendered: the chooser does not exist while a wallet is connected.
  useEffect(() => {
    if (wanted && status === 'disconnected') openConnectModal?.();
  }, [wanted, status, openConnectModal]);

  const switchWallet = async () => {
    await disconnectAsync();
    setWanted((count) => count + 1);
  };
  const settled = status === 'connected' || status === 'disconnected';
  return { account, settled, hasWallet, openChooser: openConnectModal, switchWallet };
}

/** Opens the wallet chooser once by itself: the reader has already pressed the button that promised it. */
export function useOpenOnce(due: boolean, open: (() => void) | undefined) {
  const opened = useRef(false);
  useEffect(() => {
    if (!due || opened.current || !open) return;
    opened.current = true;
    open();
  }, [due, open]);
}
