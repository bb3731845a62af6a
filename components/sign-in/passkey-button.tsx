'use client';
import { useEffect, useRef, useState } from 'react';
import { isPasskeyHere } from '@/components/passkey/passkey-here';
import { buttonClass } from '@/components/ui/button';
import { useListening } from '@/components/ui/use-listening';
import { FailureCallout } from './failure-callout';
import type { Failure } from './failures';

const load = () => import('./passkey-entry');
const preload = () => {
  load().catch(() => {});
};

const broken: Failure = {
  heading: 'This part of the page did not load',
  words: 'Check your connection and press again, or reload the page.',
};

/**
 * Has the browser offer passkeys in the field for the address, where one was used in it before. Answers how to offer them again: a press
 * of the button takes the browser's one question, and ends the offer.
 */
function useOffersInField(tell: (failure: Failure | null) => void): () => void {
  const gone = useRef(false);
  const offer = () => {
    if (!isPasskeyHere()) return;
    load()
      .then(({ waitInField }) => (gone.current ? undefined : waitInField(tell)))
      .catch(() => {});
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the page appears
  useEffect(() => {
    gone.current = false;
    offer();
    return () => {
      gone.current = true;
      if (isPasskeyHere())
        load()
          .then(({ stopWaiting }) => stopWaiting())
          .catch(() => {});
    };
  }, []);
  return offer;
}

/** Signs in without typing: the passkey says whose it is. Its code is fetched when the visitor is about to press. */
export function PasskeyButton({ onIn }: { onIn: () => void }) {
  const [state, setState] = useState<'idle' | 'asking' | 'in'>('idle');
  const [failure, setFailure] = useState<Failure | null>(null);
  const listening = useListening();
  const tell = (failed: Failure | null) => {
    setState(failed ? 'idle' : 'in');
    setFailure(failed);
    if (!failed) onIn();
  };
  const offerAgain = useOffersInField(tell);

  const enter = async () => {
    setState('asking');
    setFailure(null);
    const failed = await load().then(
      ({ enterWithPasskey }) => enterWithPasskey(),
      () => broken,
    );
    tell(failed);
    if (failed) offerAgain();
  };
  return (
    <>
      <FailureCallout failure={failure} />
      <button
        type="button"
        className={buttonClass('quiet')}
        disabled={!listening || state !== 'idle'}
        onPointerEnter={preload}
        onTouchStart={preload}
        onFocus={preload}
        onClick={enter}
      >
        {{ idle: 'Sign in with a passkey', asking: 'Waiting for your passkey…', in: 'Signing you in…' }[state]}
      </button>
    </>
  );
}
