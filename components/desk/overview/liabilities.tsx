import { BarList } from '@/components/desk/charts/bar-list';
import { Amount } from '@/components/ui/figures/amount';
import { Time } from '@/components/ui/figures/time';
import { chainOf } from '@/lib/chains/registry';
import type { Overview } from '@/lib/desk/overview/schema';

/** What is promised and not claimed, by how long ago it was promised. */
export function Liabilities({ open }: Pick<Overview, 'open'>) {
  if (open.assets.length === 0) return <p className="text-sm text-quiet">Nothing is promised and unclaimed.</p>;
  return (
    <div className="space-y-5 rounded-lg border border-line bg-surface p-4">
      {open.assets.map(({ chain, symbol, counts, amounts, total }) => (
        <div key={`${chain} ${symbol}`}>
          <h3 className="mb-1 flex flex-wrap items-baseline justify-between gap-x-4 text-[0.8125rem]">
            <span>
              <span className="font-medium">{symbol}</span> <span className="text-quiet">on {chainOf(chain).name}</span>
            </span>
            <Amount value={total} symbol={symbol} />
          </h3>
          <BarList
            caption={`Unclaimed ${symbol} on ${chainOf(chain).name} by age`}
            heads={['Age', 'Unclaimed']}
            rows={open.ages.map((label, index) => ({
              label,
              length: Number(amounts[index] ?? '0'),
              value: counts[index] ? (
                <>
                  <Amount value={amounts[index] ?? '0'} symbol={symbol} />{' '}
                  <span className="text-quiet">in {counts[index]?.toLocaleString('en')}</span>
                </>
              ) : (
                '0'
              ),
            }))}
          />
        </div>
      ))}
      <p className="text-xs text-quiet">
        As of <Time iso={open.as_of} as="clock" />.
      </p>
    </div>
  );
}
