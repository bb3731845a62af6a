'use client';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { buttonClass } from './button';
import { Glyph, glyphs } from './glyph';

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** A sheet comes up from the lower edge of a phone. */
  sheet?: boolean;
  /** What it shows is shown once: only a button of its own closes it, no stray press and no Escape. */
  keep?: boolean;
};

/** The browser's own modal dialog: it holds the focus, closes with Escape, and gives the focus back. */
export function Dialog({ open, onClose, title, children, sheet = false, keep = false }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    if (open && !ref.current?.open) ref.current?.showModal();
    if (!open && ref.current?.open) ref.current.close();
  }, [open]);
  const place = sheet
    ? 'mt-auto mb-0 w-full max-w-none rounded-t-2xl pb-[env(safe-area-inset-bottom)]'
    : 'm-auto w-[calc(100%-2rem)] max-w-md rounded-2xl';
  // It may stand in a cell of a table, whose alignment is none of its business.
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, which is the key for it
    <dialog
      ref={ref}
      aria-labelledby={heading}
      onCancel={(event) => keep && event.preventDefault()}
      // A browser may insist on closing at the second Escape.
      onClose={() => (keep && open ? ref.current?.showModal() : onClose())}
      onClick={(event) => {
        if (event.target === ref.current && !keep) onClose();
      }}
      className={`${place} max-h-[85dvh] overflow-y-auto border border-line bg-surface p-0 text-start whitespace-normal text-text backdrop:bg-black/40`}
    >
      {open && (
        <div className="p-5">
          <div className="mb-3 flex items-start justify-between gap-4">
            <h2 id={heading} className="text-base font-semibold">
              {title}
            </h2>
            {!keep && (
              <button type="button" onClick={onClose} className={buttonClass('bare')} aria-label="Close">
                <Glyph path={glyphs.cross} />
              </button>
            )}
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
