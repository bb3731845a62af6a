'use client';
import { type ComponentType, useRef, useState } from 'react';
import { usePageWords } from '@/components/ui/words/page-words';
import { Glyph, glyphs } from './glyph';
import { useListening } from './use-listening';
import type { CopyByHandProps } from './words/copy-by-hand';

/** As high as a finger needs, and still in the middle of the line that it stands beside. */
const besideText = '-my-[calc((1.5rem-1lh)/2)]';

/** What recipients copy is named in their language; the desk has more. */
const copies = { address: 'ui.copyAddress', hash: 'ui.copyHash', link: 'ui.copyLink' } as const;
const isNamed = (noun: string): noun is keyof typeof copies => noun in copies;

type CopyButtonProps = {
  /** A function is asked at the press: what the text is made of may not be there before. */
  text: string | (() => string);
  noun: string;
  label?: string;
  /** The classes of a button, where copying is what there is to do. */
  look?: string;
  onCopied?: (() => void) | undefined;
};

/** What is shown then comes when it is needed: hardly any browser refuses. */
type Refused = { refused: string; ByHand: ComponentType<CopyByHandProps> | null };

/** Copies; where the browser does not let it, it says so and has the text selected, to be copied by hand. */
export function CopyButton({ text, noun, label, look, onCopied }: CopyButtonProps) {
  const { words: page } = usePageWords();
  const listening = useListening();
  const [state, setState] = useState<'idle' | 'copied' | Refused>('idle');
  const again = useRef<ReturnType<typeof setTimeout>>(undefined);
  const byHand = (refused: string) =>
    import('./words/copy-by-hand').then(
      ({ CopyByHand }) => setState({ refused, ByHand: CopyByHand }),
      () => setState({ refused, ByHand: null }),
    );
  const copy = async () => {
    clearTimeout(again.current);
    const asked = typeof text === 'string' ? text : text();
    // Pages without https have no clipboard, and frames may be denied it.
    const isCopied = await navigator.clipboard?.writeText(asked).then(
      () => true,
      () => false,
    );
    if (!isCopied) return byHand(asked);
    setState('copied');
    onCopied?.();
    again.current = setTimeout(setState, 2000, 'idle');
  };
  const copied = page['ui.copied'];
  const words = state === 'copied' ? copied : isNamed(noun) ? page[copies[noun]] : `Copy ${noun}`;
  return (
    <>
      <button
        type="button"
        disabled={!listening}
        onClick={copy}
        aria-label={label ? undefined : words}
        title={words}
        className={
          look ??
          `inline-flex min-h-6 min-w-6 items-center justify-center gap-1.5 rounded-sm text-quiet hover:text-text ${label ? 'text-[0.8125rem]' : besideText}`
        }
      >
        <Glyph path={glyphs[state === 'copied' ? 'check' : 'copy']} />
        {label && <span>{state === 'copied' ? copied : label}</span>}
      </button>
      {typeof state === 'object' &&
        (state.ByHand ? (
          <state.ByHand text={state.refused} noun={noun} onCopied={onCopied} />
        ) : (
          <span role="alert" className="wrap-anywhere">
            {`${page['ui.copyFailed']} ${state.refused}`}
          </span>
        ))}
    </>
  );
}
