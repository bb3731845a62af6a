'use client';
import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { CopyField } from '@/components/ui/copy-field';
import { Dialog } from '@/components/ui/dialog';

export type ShownOnce = { label: string; value: string; noun: string };

const Uncopied = createContext<(left: ShownOnce) => void>(() => {});

/** Told of something shown once whose place went away before anybody had it: it is offered once more, wherever one is. */
export const useUncopied = () => use(Uncopied);

/** Closing the tab, or going to another site, asks first. */
export function useAskBeforeLeaving(asks: boolean): void {
  useEffect(() => {
    if (!asks) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [asks]);
}

/** Around the pages of the desk, so that it stays while one goes from page to page. */
export function UncopiedWarning({ children }: { children: ReactNode }) {
  const [left, setLeft] = useState<ShownOnce | null>(null);
  useAskBeforeLeaving(left !== null);
  const close = () => setLeft(null);
  return (
    <Uncopied value={setLeft}>
      {children}
      <Dialog open={left !== null} onClose={close} title={`You left without copying the ${left?.noun}`} keep>
        {left && (
          <div className="space-y-4 text-sm">
            <p className="text-pretty">It is shown this once and cannot be shown again. This is the last time.</p>
            <CopyField label={left.label} value={left.value} noun={left.noun} />
            <div className="flex justify-end">
              <button type="button" className={buttonClass('small')} onClick={close}>
                I have stored it
              </button>
            </div>
          </div>
        )}
      </Dialog>
    </Uncopied>
  );
}
