'use client';
import { useState } from 'react';
import { Icon } from './icon';

/** As high as a finger needs, and all the same in the middle of the line that it stands beside. */
const besideText = '-my-[calc((1.5rem-1lh)/2)]';

export function CopyButton({ text, noun, label }: { text: string; noun: string; label?: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard?.writeText(text).then(
      () => {
        setCopied(true);
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
      className={`inline-flex min-h-6 min-w-6 items-center justify-center gap-1.5 rounded-sm text-quiet hover:text-text ${label ? 'text-[0.8125rem]' : besideText}`}
    >
      <Icon name={copied ? 'check' : 'copy'} />
      {label && (copied ? 'Copied' : label)}
    </button>
  );
}
