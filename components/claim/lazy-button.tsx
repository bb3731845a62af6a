'use client';
import { buttonClass } from '@/components/ui/button';
import type { LazyStep } from './use-lazy-step';

export type LazyWords = { go: string; looking: string; missing: string };

/** Where another way of the same `group/ways` is open, this one is no longer the next step. */
const besideOpen =
  'group-has-[section]/ways:border group-has-[section]/ways:border-line-strong group-has-[section]/ways:bg-surface group-has-[section]/ways:text-text group-has-[section]/ways:hover:bg-sunken';

type LazyButtonProps = { step: Omit<LazyStep<never>, 'Step'>; words: LazyWords; kind?: 'primary' | 'quiet' };

/** The button before a part of the page whose code is not there yet. */
export function LazyButton({ step: { state, open, hints }, words, kind }: LazyButtonProps) {
  return (
    <>
      <button
        type="button"
        className={`${buttonClass(kind)} ${kind === 'quiet' ? '' : besideOpen}`}
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
