'use client';
import { payoutCount } from '@/components/desk/pay/run/pay-words';
import type { Holding } from '@/components/desk/pay/run/use-hold';
import { addAmounts } from '@/components/desk/words/add-amounts';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Amount } from '@/components/ui/figures/amount';
import type { PayLine } from '@/lib/desk/pay/schema';

type ChooseBarProps = { lines: readonly PayLine[]; holding: Holding; onPay: () => void; onClear: () => void };

/** What recipients get in each asset. */
export function totalsOf(lines: readonly PayLine[]): { asset: string; total: string }[] {
  const groups = Map.groupBy(lines, ({ payout }) => payout.asset);
  return [...groups].map(([asset, of]) => ({ asset, total: addAmounts(of.map(({ payout }) => payout.net)) }));
}

/** What is chosen, and the way on. It lies over the list's end. */
export function ChooseBar({ lines, holding, onPay, onClear }: ChooseBarProps) {
  const elsewhere = lines.some(({ hold }) => hold?.yours);
  if (lines.length === 0) return null;
  return (
    <section
      aria-label="Chosen payouts"
      className="fixed inset-x-3 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-10 space-y-2 rounded-xl border border-line-strong bg-surface px-4 py-2.5 text-sm shadow-lg lg:sticky lg:inset-x-auto lg:bottom-4 lg:mt-4"
    >
      {holding.problem && (
        <Callout tone="bad">
          {holding.problem.code === 'payment_held'
            ? 'Another member took one of these just now. Nothing has moved; the list says who is at it, and until when.'
            : `${holding.problem.detail} Nothing has moved.`}
        </Callout>
      )}
      {elsewhere && (
        <p className="text-warn">Another tab of yours was paying some of these. Going on takes them over.</p>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="mr-auto">
          <strong className="font-semibold">{lines.length} chosen</strong>
          {totalsOf(lines).map(({ asset, total }) => (
            <span key={asset} className="ml-3 text-quiet">
              <Amount value={total} symbol={asset} />
            </span>
          ))}
        </p>
        <button type="button" className={buttonClass('bare')} onClick={onClear}>
          Clear
        </button>
        <button type="button" className={buttonClass('smallPrimary')} disabled={holding.pending} onClick={onPay}>
          {holding.pending ? 'One moment …' : `Pay ${payoutCount(lines.length)}`}
        </button>
      </div>
    </section>
  );
}
