import { BarList } from '@/components/desk/charts/bar-list';
import type { Overview } from '@/lib/desk/overview/schema';
import { aboutHowLong } from './waiting-words';

/** How long payouts took from being made to being paid. */
export function Waits({ waits }: Pick<Overview, 'waits'>) {
  if (waits.median === null) return <p className="text-sm text-quiet">Nothing was paid in the last thirty days.</p>;
  return (
    <div className="rounded-lg border border-line bg-surface p-4">
      <p className="mb-2 text-[0.8125rem]">
        Half took less than about <strong className="font-semibold">{aboutHowLong(waits.median)}</strong>.
      </p>
      <BarList
        caption="Time from being made to being paid, the last thirty days"
        heads={['Time', 'Payouts']}
        rows={waits.bars.map(({ words, count }) => ({
          label: words,
          length: count,
          value: count.toLocaleString('en'),
        }))}
      />
    </div>
  );
}
