import { finalityWords } from '@/components/desk/words/finality-words';
import { Empty } from '@/components/ui/empty';
import { Fact, Facts } from '@/components/ui/figures/facts';
import type { ChainKey } from '@/db/vocabulary/chains';
import { chainOf } from '@/lib/chains/registry';

/** After what a payment counts as done on each network: said, not set, as the operator answers for it. */
export function FinalityList({ chains }: { chains: readonly ChainKey[] }) {
  if (chains.length === 0) return <Empty title="No network is set up yet" />;
  return (
    <>
      <p className="mb-2 max-w-prose text-sm text-pretty text-quiet">
        A payout is completed, and your webhook sent, once the network cannot take the payment back any more. This is
        set by your portal’s operator.
      </p>
      <div className="max-w-2xl rounded-lg border border-line bg-surface px-4">
        <Facts>
          {chains.map((key) => (
            <Fact key={key} name={chainOf(key).name}>
              {finalityWords(chainOf(key))}
            </Fact>
          ))}
        </Facts>
      </div>
    </>
  );
}
