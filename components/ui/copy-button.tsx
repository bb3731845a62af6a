'use client';
import { useState } from 'react';
import { buttonClass } from './button';
import { Icon } from './icon';

/** As high as a finger needs, and all the same in the middle of the line that it stands beside. */
const besideText = '-my-[calc((1.5rem-1lh)/2)]';

type CopyButtonProps = {
  text: string;
  noun: string;
  label?: string;
  /** Drawn as a button: where copying is what there is to do. */
  framed?: boolean;
  onCopied?: () => void;
};

export function CopyButton({ text, noun, label, framed = false, onCopied }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard?.writeText(text).then(
      () => {
        setCopied(true);
        onCopied?.();
        setTimeout(() => setCopied(false), 2000);
      },
      () => {},
    );
  const words = copied ? 'Copied' : `Copy ${noun}`;
  return (
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
      <Icon name={copied ? 'check' : 'copy'} />
      {label && (copied ? 'Copied' : label)}
    </button>
  );
}
