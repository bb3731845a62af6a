'use client';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { EIP1193Provider } from 'viem';
import { useAccount, useConfig } from 'wagmi';
import { sendTransaction } from 'wagmi/actions';
import { hurryEvent } from '@/components/claim/hurry';
import type { ClaimAnswer } from '@/lib/payouts/schema';
import type { Attempt } from './attempt';
import { prepareClaim, reportTransfer } from './claims-api';
import { followReplacement } from './follow-replacement';
import { addressOf, hexOf } from './hex-text';
import { readWalletError, walletWords } from './wallet-error';

/** A call is not offered in its last seconds: it could lapse on its way. */
const lastSecondsMs = 20_000;

/** Prepares the call for `address` as soon as there is one, sends it when told to, and reports the hash. */
export function useClaim(token: string, address: string | null) {
  const [attempt, setAttempt] = useState<Attempt>({ at: 'preparing' });
  const [round, setRound] = useState(0);
  const busy = useRef(false);
  const { connector } = useAccount();
  const config = useConfig();
  const router = useRouter();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again for the same address
  useEffect(() => {
    if (!address || busy.current) return;
    let stale = false;
    let lapse: ReturnType<typeof setTimeout> | undefined;
    setAttempt({ at: 'preparing' });
    prepareClaim(token, address).then((outcome) => {
      if (stale) return;
      if ('code' in outcome) {
        setAttempt({ at: 'trouble', kind: outcome.code, detail: outcome.detail });
        return;
      }
      setAttempt({ at: 'prepared', answer: outcome.answer });
      lapse = setTimeout(() => setAttempt(lapsed), Math.max(0, outcome.lifetimeMs - lastSecondsMs));
    });
    return () => {
      stale = true;
      clearTimeout(lapse);
    };
  }, [token, address, round]);

  const settle = useCallback(
    async (hash: string) => {
      dispatchEvent(new Event(hurryEvent));
      await reportTransfer(token, hash);
      router.refresh();
    },
    [token, router],
  );

  const send = useCallback(
    async (answer: ClaimAnswer) => {
      if (busy.current || !connector || !address) return;
      busy.current = true;
      setAttempt({ at: 'asking', answer });
      dispatchEvent(new Event(hurryEvent));
      try {
        const { chainId, to, data } = answer.transfer;
        const call = { chainId, to: addressOf(to), data: hexOf(data), value: 0n };
        const hash = await sendTransaction(config, { ...call, account: addressOf(address), connector });
        setAttempt({ at: 'sent', hash });
        await settle(hash);
        const provider = await connector.getProvider();
        if (isProvider(provider)) followReplacement(provider, config.chains[0], hash, settle);
      } catch (error) {
        busy.current = false;
        setAttempt({ at: 'trouble', kind: readWalletError(error), detail: walletWords(error), answer });
      }
    },
    [config, connector, address, settle],
  );

  const prepareAgain = useCallback(() => {
    busy.current = false;
    setRound((count) => count + 1);
  }, []);

  return { attempt, send, prepareAgain };
}

function lapsed(attempt: Attempt): Attempt {
  const standing = attempt.at === 'prepared' || (attempt.at === 'trouble' && attempt.answer);
  return standing ? { at: 'trouble', kind: 'lapsed', detail: '' } : attempt;
}

function isProvider(value: unknown): value is EIP1193Provider {
  return typeof value === 'object' && value !== null && 'request' in value;
}
