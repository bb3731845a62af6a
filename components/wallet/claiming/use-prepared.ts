'use client';
import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import type { Attempt } from './attempt';
import { type Prepared, prepareClaim, type Refused } from './claims-api';
import { firstAttempt } from './kept-attempt';

/** A call is not offered in its last seconds: it could lapse on its way. */
const lastSecondsMs = 20_000;

function lapsed(attempt: Attempt): Attempt {
  const standing = attempt.at === 'prepared' || (attempt.at === 'trouble' && attempt.answer);
  return standing ? { at: 'trouble', kind: 'lapsed', detail: '' } : attempt;
}

/** What is signed for less than that ends with its link: nothing longer can be had. */
function attemptOf(outcome: Prepared | Refused): Attempt {
  if ('code' in outcome) return { at: 'trouble', kind: outcome.code, detail: outcome.detail };
  if (outcome.lifetimeMs <= lastSecondsMs) return { at: 'trouble', kind: 'too_late', detail: '' };
  return { at: 'prepared', answer: outcome.answer };
}

/** Asks for the call as soon as there is an address to pay, again for another one, and takes it back when it lapses. */
export function usePrepared(
  token: string,
  address: string | null,
): [Attempt, Dispatch<SetStateAction<Attempt>>, () => void] {
  const [attempt, setAttempt] = useState<Attempt>(() => firstAttempt(token));
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again for the same address
  useEffect(() => {
    if (!address) return;
    let stale = false;
    let lapse: ReturnType<typeof setTimeout> | undefined;
    // What the wallet is already asked, or has sent, is not taken back because the reader looks at another account.
    setAttempt((now) => (now.at === 'asking' || now.at === 'sent' ? now : { at: 'preparing' }));
    prepareClaim(token, address).then((outcome) => {
      if (stale) return;
      const next = attemptOf(outcome);
      setAttempt((now) => (now.at === 'preparing' ? next : now));
      if (next.at === 'prepared' && 'answer' in outcome) {
        lapse = setTimeout(() => setAttempt(lapsed), outcome.lifetimeMs - lastSecondsMs);
      }
    });
    return () => {
      stale = true;
      clearTimeout(lapse);
    };
  }, [token, address, round]);

  const prepareAgain = () => {
    setAttempt({ at: 'preparing' });
    setRound((count) => count + 1);
  };
  return [attempt, setAttempt, prepareAgain];
}
