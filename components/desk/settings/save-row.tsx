'use client';
import { useMay } from '@/components/desk/frame/desk';
import { buttonClass } from '@/components/ui/button';

type SaveRowProps = { verb: string; pending: boolean; changed: boolean; saved: boolean; onReset?: () => void };

/** The end of a form: save, take back, and whether it was saved. A member who may not save sees no buttons. */
export function SaveRow({ verb, pending, changed, saved, onReset }: SaveRowProps) {
  if (!useMay('settings:write')) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <button type="submit" className={buttonClass('smallPrimary')} disabled={pending || !changed}>
        {pending ? 'Saving …' : verb}
      </button>
      {changed && onReset && (
        <button type="button" className={buttonClass('bare')} disabled={pending} onClick={onReset}>
          Discard changes
        </button>
      )}
      <span role="status" className="text-[0.8125rem] text-good">
        {saved && !changed && 'Saved'}
      </span>
    </div>
  );
}
