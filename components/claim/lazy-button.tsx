'use client';
import type { LazyWords } from './lazy-words';
import type { LazyStep } from './use-lazy-step';

type LazyButtonProps = { step: Omit<LazyStep<never>, 'Step'>; words: LazyWords };

/** The button before a part of the page whose code is not there yet. */
export function LazyButton({ step: { state, open, hints }, words }: LazyButtonProps) {
  return (
    <>
      <button
        type="button"
        className={words.look}
        disabled={state === 'early' || state === 'loading'}
        {...hints}
        onClick={open}
      >
        {state === 'loading' ? words.looking : words.go}
      </button>
      {state === 'broken' && (
        <p role="alert" className="mt-3 text-center text-[0.9375rem] text-warn">
          {words.missing}
        </p>
      )}
    </>
  );
}
