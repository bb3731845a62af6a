'use client';
import { useEffect, useRef } from 'react';
import { usePageWords } from './page-words';

const selections = { address: 'ui.selectedAddress', hash: 'ui.selectedHash', link: 'ui.selectedLink' } as const;
const isNamed = (noun: string): noun is keyof typeof selections => noun in selections;

export type CopyByHandProps = { text: string; noun: string; onCopied?: (() => void) | undefined };

/** What could not be copied, selected for the reader to copy. */
export function CopyByHand({ text, noun, onCopied }: CopyByHandProps) {
  const { words: page } = usePageWords();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <span role="alert" className="block w-full text-start text-[0.8125rem] text-warn">
      <span>{page['ui.copyFailed']}</span>
      <input
        ref={field}
        readOnly
        onCopy={onCopied}
        value={text}
        aria-label={isNamed(noun) ? page[selections[noun]] : `The ${noun}, selected`}
        dir="ltr"
        onFocus={(event) => event.currentTarget.select()}
        className="mt-1 block w-full rounded-md border border-line-strong bg-surface px-2 py-1 font-mono text-text"
      />
    </span>
  );
}
