import { addAmounts } from '@/components/desk/words/add-amounts';
import { Amount } from '@/components/ui/figures/amount';
import type { PayoutRow } from '@/lib/desk/list/schema';

/** What these payouts come to, asset by asset. */
export function Totals({ rows }: { rows: readonly PayoutRow[] }) {
  return [...Map.groupBy(rows, (row) => row.asset)].map(([symbol, of]) => (
    <span key={symbol} className="ml-3 text-quiet">
      <Amount value={addAmounts(of.map((row) => row.amount))} symbol={symbol} />
    </span>
  ));
}

/** Below a list that is all there is. */
export function Together({ rows }: { rows: readonly PayoutRow[] }) {
  if (rows.length < 2) return null;
  return (
    <p className="mt-3 text-right text-[0.8125rem]">
      {rows.length} payouts
      <Totals rows={rows} />
    </p>
  );
}
