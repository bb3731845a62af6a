'use client';
import { buttonClass } from '@/components/ui/button';
import type { PayoutRow } from '@/lib/desk/list/schema';
import { SelectionActions } from './selection-actions';
import { Totals } from './together';

/** What is selected, how much it is together, and what can be done with it. It lies over the list's end. */
export function SelectionBar({ rows, onClear }: { rows: readonly PayoutRow[]; onClear: () => void }) {
  if (rows.length === 0) return null;
  return (
    <section
      aria-label="Selected payouts"
      className="fixed inset-x-3 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-10 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border border-line-strong bg-surface px-4 py-2.5 text-sm shadow-lg lg:sticky lg:inset-x-auto lg:bottom-4 lg:mt-4"
    >
      <p role="status" className="mr-auto">
        <strong className="font-semibold">{rows.length} selected</strong>
        <Totals rows={rows} />
      </p>
      <SelectionActions rows={rows} onDone={onClear} />
      <button type="button" className={buttonClass('bare')} onClick={onClear}>
        Clear
      </button>
    </section>
  );
}
