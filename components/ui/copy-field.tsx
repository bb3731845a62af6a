import type { ReactNode } from 'react';
import { buttonClass } from './button';
import { CopyButton } from './copy-button';

type CopyFieldProps = { label: string; value: string; noun: string; onCopied?: () => void; children?: ReactNode };

/** A value that is there to be copied: whole, monospaced, with its button. */
export function CopyField({ label, value, noun, onCopied, children }: CopyFieldProps) {
  return (
    <div>
      <p className="mb-1 text-[0.8125rem] font-medium">{label}</p>
      <div className="flex items-center gap-2 rounded-lg border border-line-strong bg-sunken py-1.5 pe-1.5 ps-2.5">
        <code onCopy={onCopied} className="min-w-0 grow font-mono text-[0.8125rem] break-all select-all">
          {value}
        </code>
        <span className="shrink-0 self-start rounded-lg bg-surface">
          <CopyButton text={value} noun={noun} label="Copy" look={buttonClass('small')} onCopied={onCopied} />
        </span>
      </div>
      {children && <p className="mt-1 text-xs text-quiet">{children}</p>}
    </div>
  );
}
