import { BarChart } from '@/components/desk/charts/bar-chart';
import { Amount } from '@/components/ui/figures/amount';
import { groupDigits } from '@/components/ui/figures/group-digits';
import { chainOf } from '@/lib/chains/registry';
import type { Overview } from '@/lib/desk/overview/schema';

const shape = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
const dayWords = (day: string) => new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', shape);

/** One chart for each asset, since amounts of different assets have no common height. */
export function PaidPerDay({ days, paid }: Pick<Overview, 'days' | 'paid'>) {
  const some = paid.filter(({ counts }) => counts.some((count) => count > 0));
  if (some.length === 0) return <p className="text-sm text-quiet">Nothing was paid in the last thirty days.</p>;
  return (
    <div className={`grid gap-x-8 gap-y-6 ${some.length > 1 ? 'md:grid-cols-2' : ''}`}>
      {some.map(({ chain, symbol, counts, amounts, total }) => {
        const heights = amounts.map(Number);
        const highest = amounts[heights.indexOf(Math.max(...heights))] ?? '0';
        const payments = counts.reduce((sum, count) => sum + count, 0);
        return (
          <div key={`${chain} ${symbol}`} className="rounded-lg border border-line bg-surface p-4">
            <h3 className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 text-[0.8125rem]">
              <span>
                <span className="font-medium">{symbol}</span>{' '}
                <span className="text-quiet">on {chainOf(chain).name}</span>
              </span>
              <span>
                <Amount value={total} symbol={symbol} />{' '}
                <span className="text-quiet">in {payments.toLocaleString('en')}</span>
              </span>
            </h3>
            <BarChart
              title={`${symbol} on ${chainOf(chain).name} paid per day, the last thirty days`}
              heads={['Day', 'Paid']}
              top={groupDigits(highest)}
              current={days.length - 1}
              ends={[dayWords(days[0] ?? ''), 'Today']}
              bars={days.map((day, index) => ({
                label: dayWords(day),
                height: heights[index] ?? 0,
                value: `${groupDigits(amounts[index] ?? '0')} ${symbol} in ${counts[index] ?? 0}`,
              }))}
            />
          </div>
        );
      })}
    </div>
  );
}
