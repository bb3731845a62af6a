'use client';
import { buttonClass } from '@/components/ui/button';
import type { LazyStep } from './use-lazy-step';

export type LazyWords = { go: string; looking: string; missing: string };

type LazyButtonProps = { step: Omit<LazyStep<never>, 'Step'>; words: LazyWords; kind?: 'primary' | 'quiet' };

/** The button before a part of the page whose code is not there yet. */
export function LazyButton({ step: { state, open, hints }, words, kind }: LazyButtonProps) {
  return (
    <>
      <button
        type="button"
        className={buttonClass(kind)}
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
