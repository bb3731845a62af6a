'use client';
import type { ReactNode } from 'react';
import type { Problem } from '@/components/desk/frame/ask';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

type ConfirmDialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  /** What follows from it, in words. */
  children: ReactNode;
  /** What the button does: "Revoke the key". */
  verb: string;
  danger?: boolean;
  pending: boolean;
  problem: Problem | null;
  onConfirm: () => void;
};

/** Asks before something that cannot be taken back, or that another person will notice. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onClose, title, children, verb, danger = true, pending, problem, onConfirm } = props;
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <div className="space-y-4">
        <div className="space-y-2 text-sm text-pretty text-quiet">{children}</div>
        <ProblemCallout problem={problem} />
        <div className="flex flex-wrap justify-end gap-2">
          <button type="button" className={buttonClass('small')} onClick={onClose}>
            Keep it as it is
          </button>
          <button
            type="button"
            className={buttonClass(danger ? 'smallDanger' : 'smallPrimary')}
            disabled={pending}
            onClick={onConfirm}
          >
            {pending ? 'One moment …' : verb}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
