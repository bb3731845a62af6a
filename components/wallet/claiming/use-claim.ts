'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { Hash } from 'viem';
import { useAccount, useConfig } from 'wagmi';
import { hurryEvent } from '@/components/wallet/hurry';
import { sendCall, watchForReplacement } from '@/components/wallet/send-call';
import { readWalletError, walletWords } from '@/components/wallet/wallet-error';
import type { ClaimAnswer, ClaimView } from '@/lib/claims/schema';
import type { Attempt, TroubleKind } from './attempt';
import { reportTransfer } from './claims-api';
import { endDoubt, forgetSent, isInDoubt, keepDoubt, keepSent } from './kept-attempt';
import { usePrepared } from './use-prepared';

export type Claim = {
  attempt: Attempt;
  /** The wallet was asked before and nobody knows whether it sent: from then on nothing says that no money moved. */
  inDoubt: boolean;
  send: (answer: ClaimAnswer) => void;
  prepareAgain: () => void;
};

/** After these the wallet may still have sent. */
const doubtful: readonly TroubleKind[] = ['unclear', 'short_of_fee', 'wallet_busy'];

/** One claim from this browser: prepared for `address`, sent once however often the button is pressed, and reported. */
export function useClaim(token: string, address: string | null, latest: ClaimView['transfer']): Claim {
  const [attempt, setAttempt, prepareAgain] = usePrepared(token, address);
  /** Which request to the wallet counts; null while none is open. Starting again disowns the one before. */
  const open = useRef<symbol>(null);
  /** The transfer that the page knew of before this one was sent. */
  const before = useRef<string>(undefined);
  const [inDoubt, setInDoubt] = useState(() => isInDoubt(token));
  const { connector } = useAccount();
  const config = useConfig();
  const router = useRouter();

  const settle = async (hash: string) => {
    dispatchEvent(new Event(hurryEvent));
    await reportTransfer(token, hash);
    router.refresh();
  };
  const send = async (answer: ClaimAnswer) => {
    if (open.current) return;
    if (!connector || !address) return setAttempt({ at: 'trouble', kind: 'not_connected', detail: '', answer });
    const mine = Symbol();
    open.current = mine;
    before.current = latest?.id;
    setAttempt({ at: 'asking', answer });
    keepDoubt(token);
    dispatchEvent(new Event(hurryEvent));
    let hash: Hash;
    try {
      hash = await sendCall(connector, address, answer.transfer);
    } catch (error) {
      if (open.current !== mine) return;
      open.current = null;
      const kind = readWalletError(error);
      if (doubtful.includes(kind)) setInDoubt(true);
      else if (!inDoubt) endDoubt(token);
      setAttempt({ at: 'trouble', kind, detail: walletWords(error), answer });
      dispatchEvent(new Event(hurryEvent));
      return;
    }
    setAttempt({ at: 'sent', hash });
    setInDoubt(false);
    keepSent(token, hash);
    await settle(hash);
    await watchForReplacement(config, connector, hash, settle);
  };
  const startAgain = (mayArrive = open.current !== null) => {
    open.current = null;
    forgetSent(token);
    if (mayArrive) keepDoubt(token);
    setInDoubt((now) => now || mayArrive);
    prepareAgain();
  };
  const cameToNothing = attempt.at === 'sent' && latest !== null && latest.id !== before.current && hasEnded(latest);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each transfer that came to nothing
  useEffect(() => {
    if (cameToNothing) startAgain(false);
  }, [cameToNothing]);
  return { attempt, inDoubt, send, prepareAgain: () => startAgain() };
}

function hasEnded({ status }: NonNullable<ClaimView['transfer']>): boolean {
  return status === 'reverted' || status === 'replaced' || status === 'dropped';
}
