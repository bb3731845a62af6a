'use client';
import { useRef, useState } from 'react';
import { type Connector, useConfig } from 'wagmi';
import { disconnect } from 'wagmi/actions';
import type { ChosenWallet, WalletFailure } from './act-with';

type WalletActionProps<Answer> = {
  /** Has this wallet act. */
  act: (wallet: ChosenWallet) => Promise<{ answer: Answer } | WalletFailure>;
  done: (answer: Answer, wallet: ChosenWallet) => void;
  /** What may still happen after a person stopped waiting, in words: a late answer then counts. Without it, it is dropped. */
  afterStop?: string;
};

export type WalletAction = {
  /** The wallet that is asked now, by its `uid`. */
  busy: string | null;
  trouble: WalletFailure | null;
  press: (connector: Connector) => void;
  /** Has the wallet choose its account again first. */
  pressWithOther: (connector: Connector) => void;
  stopWaiting: () => void;
};

/** One thing that a wallet does: asked once however often a button is pressed, and given up when its person stops waiting. */
export function useWalletAction<Answer>({ act, done, afterStop }: WalletActionProps<Answer>): WalletAction {
  const config = useConfig();
  const [busy, setBusy] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<WalletFailure | null>(null);
  /** Which request to the wallet counts; null while none is open. */
  const underWay = useRef<symbol>(null);

  const start = async (connector: Connector, again: boolean) => {
    if (underWay.current) return;
    const mine = Symbol();
    underWay.current = mine;
    setBusy(connector.uid);
    setTrouble(null);
    if (again) await disconnect(config, { connector }).catch(() => {});
    const told = await act({ config, connector });
    const isStopped = underWay.current !== mine;
    if (!isStopped) {
      underWay.current = null;
      setBusy(null);
    }
    if ('answer' in told) {
      if (!isStopped || afterStop) done(told.answer, { config, connector });
      return;
    }
    // A no to what was given up is no news.
    if (!isStopped) setTrouble(told);
  };
  const stopWaiting = () => {
    underWay.current = null;
    setBusy(null);
    setTrouble(afterStop ? { detail: afterStop } : null);
  };
  return {
    ...{ busy, trouble, stopWaiting },
    press: (connector) => void start(connector, false),
    pressWithOther: (connector) => void start(connector, true),
  };
}
