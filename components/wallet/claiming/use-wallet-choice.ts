'use client';
import { useConnectModal } from '@rainbow-me/rainbowkit';
import { useEffect, useRef, useState } from 'react';
import { type Connector, useAccount, useConnect, useConnectors, useDisconnect } from 'wagmi';
import { isPhone } from '@/components/wallet/is-phone';
import type { Account } from './stage';

/** How to pick a wallet here: through the dialog, or on phones one button for each wallet of this browser. */
export type WayIn = { /** Null for the dialog, which has them all. */ name: string | null; open: () => void };

function useWaysIn(): WayIn[] {
  const { openConnectModal } = useConnectModal();
  const { connect } = useConnect();
  const injected = useConnectors().filter((connector) => connector.type === 'injected');
  if (!isPhone() || injected.length === 0) return openConnectModal ? [{ name: null, open: openConnectModal }] : [];
  return injected.map((connector) => ({ name: connector.name, open: () => connect({ connector }) }));
}

type SeenWallet = {
  address: string | undefined;
  chainId: number | undefined;
  connector: Connector | undefined;
  status: string;
};

/** The connected account. It stays while another wallet is being connected, which may come to nothing. */
function useConnected({ address, chainId, connector, status }: SeenWallet): Account | null {
  const [met, setMet] = useState<string>();
  if (status === 'connected' && connector && connector.uid !== met) setMet(connector.uid);
  const isStanding = status === 'connected' || (status !== 'disconnected' && connector?.uid === met);
  return isStanding && address ? { address, chainId } : null;
}

/** Which wallet the reader uses, whether there is one to choose, and how to choose another. */
export function useWalletChoice() {
  const seen = useAccount();
  const { status } = seen;
  const account = useConnected(seen);
  const { disconnectAsync } = useDisconnect();
  const { openConnectModal } = useConnectModal();
  const waysIn = useWaysIn();
  const hasWallet = useConnectors().some((connector) => connector.type === 'injected');
  const [wishes, setWishes] = useState(1);

  const switchWallet = async () => {
    await disconnectAsync();
    setWishes((count) => count + 1);
  };
  const settled = account !== null || status === 'connected' || status === 'disconnected';
  useOpenOnce(status === 'disconnected' && hasWallet ? wishes : 0, waysIn.length === 1 ? waysIn[0]?.open : undefined);
  return { account, settled, hasWallet, waysIn, openDialog: openConnectModal, switchWallet };
}

/** Opens once per wish: the reader has pressed a button that promised it, so nothing else needs pressing. */
function useOpenOnce(wish: number, open: (() => void) | undefined) {
  const granted = useRef(0);
  useEffect(() => {
    if (!open || wish <= granted.current) return;
    granted.current = wish;
    open();
  });
}
