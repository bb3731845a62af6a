'use client';
import { useEffect, useRef, useState } from 'react';
import { usePageWords } from '@/components/ui/words/page-words';
import { buttonClass } from './button';
import { Glyph, glyphs } from './glyph';

/** As high as a finger needs, and still in the middle of the line that it stands beside. */
const besideText = '-my-[calc((1.5rem-1lh)/2)]';

/** What recipients copy is named in their language; the desk has more. */
const copies = { address: 'ui.copyAddress', hash: 'ui.copyHash', link: 'ui.copyLink' } as const;
const selections = { address: 'ui.selectedAddress', hash: 'ui.selectedHash', link: 'ui.selectedLink' } as const;
const isNamed = (noun: string): noun is keyof typeof copies => noun in copies;

type CopyButtonProps = {
  /** A function is asked at the press: what the text is made of may not be there before. */
  text: string | (() => string);
  noun: string;
  label?: string;
  /** Drawn as a button: where copying is what there is to do. */
  framed?: boolean;
  onCopied?: (() => void) | undefined;
};

/** Copies; where the browser does not let it, it says so and has the text selected, to be copied by hand. */
export function CopyButton({ text, noun, label, framed = false, onCopied }: CopyButtonProps) {
  const { words: page } = usePageWords();
  const [state, setState] = useState<'idle' | 'copied' | { refused: string }>('idle');
  const again = useRef<ReturnType<typeof setTimeout>>(undefined);
  const copy = async () => {
    clearTimeout(again.current);
    const asked = typeof text === 'string' ? text : text();
    const isCopied = await toClipboard(asked);
    setState(isCopied ? 'copied' : { refused: asked });
    if (!isCopied) return;
    onCopied?.();
    again.current = setTimeout(setState, 2000, 'idle');
  };
  const copied = page['ui.copied'];
  const words = state === 'copied' ? copied : isNamed(noun) ? page[copies[noun]] : `Copy ${noun}`;
  return (
    <>
      <button
        type="button"
        onClick={copy}
        aria-label={label ? undefined : words}
        title={words}
        className={
          framed
            ? buttonClass('small')
            : `inline-flex min-h-6 min-w-6 items-center justify-center gap-1.5 rounded-sm text-quiet hover:text-text ${label ? 'text-[0.8125rem]' : besideText}`
        }
      >
        <Glyph path={glyphs[state === 'copied' ? 'check' : 'copy']} />
        {label && <span>{state === 'copied' ? copied : label}</span>}
      </button>
      {typeof state === 'object' && <ByHand text={state.refused} noun={noun} onCopied={onCopied} />}
    </>
  );
}

/** Pages without https have no clipboard, and frames may be denied it. */
async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function ByHand({ text, noun, onCopied }: { text: string } & Pick<CopyButtonProps, 'noun' | 'onCopied'>) {
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
