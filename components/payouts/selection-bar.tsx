'use client';
import { Amount } from '@/components/ui/amount';
import { buttonClass } from '@/components/ui/button';
import type { PayoutRow } from '@/lib/desk/schema';
import { addAmounts } from './add-amounts';
import { SelectionActions } from './selection-actions';

function totalsOf(rows: readonly PayoutRow[]) {
  const groups = new Map<string, PayoutRow[]>();
  for (const row of rows) groups.set(row.asset, [...(groups.get(row.asset) ?? []), row]);
  return [...groups].map(([symbol, of]) => ({ symbol, value: addAmounts(of.map((row) => row.amount)) }));
}

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
        {totalsOf(rows).map(({ symbol, value }) => (
          <span key={symbol} className="ml-3 text-quiet">
            <Amount value={value} symbol={symbol} />
          </span>
        ))}
      </p>
      <SelectionActions rows={rows} onDone={onClear} />
      <button type="button" className={buttonClass('bare')} onClick={onClear}>
        Clear
      </button>
    </section>
  );
}
