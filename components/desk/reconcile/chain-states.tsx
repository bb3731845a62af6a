import { Amount } from '@/components/ui/figures/amount';
import { Time } from '@/components/ui/figures/time';
import { Status, type Tone } from '@/components/ui/status';
import type { ReconciliationState } from '@/lib/reconcile/core/schema';
import { closeStanding, gapsOf } from './close-words';
import { Progress } from './progress';

type Chain = ReconciliationState['chains'][number];

/** How the books of each chain stand now: read up to where, and what lies between. */
export function ChainStates({ state }: { state: ReconciliationState }) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
      {state.chains.map((chain) => (
        <li key={chain.chain} className="rounded-lg border border-line bg-surface px-4 py-3.5">
          <ChainState chain={chain} />
        </li>
      ))}
    </ul>
  );
}

function ChainState({ chain: { name, running, latest, unresolved } }: { chain: Chain }) {
  const standing = standingOf(latest, unresolved);
  return (
    <>
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="text-sm font-semibold">{name}</h3>
        <span className="text-[0.8125rem]">
          <Status tone={standing.tone}>{standing.words}</Status>
        </span>
      </div>
      <div className="mt-2 space-y-1 text-[0.8125rem] text-quiet">
        {running ? <Progress key={running.id} run={running} /> : <Latest latest={latest} unresolved={unresolved} />}
      </div>
    </>
  );
}

/** What was resolved since the last reading is no longer open, and what was not read again is not called green. */
function standingOf(latest: Chain['latest'], unresolved: number): { tone: Tone; words: string } {
  if (!latest) return { tone: 'quiet', words: 'Never closed' };
  if (latest.status !== 'differences') return closeStanding(latest);
  return unresolved > 0
    ? { tone: 'bad', words: `${unresolved} open` }
    : { tone: 'warn', words: 'Resolved, read again' };
}

function Latest({ latest, unresolved }: Pick<Chain, 'latest' | 'unresolved'>) {
  if (!latest) return <p>Nothing was held against the chain yet.</p>;
  const gaps = gapsOf(latest);
  return (
    <>
      {latest.status === 'not_checked' ? (
        <p className="text-warn">{latest.reason} Nothing is said about this day until it can be read.</p>
      ) : (
        <p>
          {gaps === null && 'There is no vault to compare. '}
          {gaps?.length === 0 && 'Vault and books hold the same. '}
          {gaps?.map(({ symbol, value }) => (
            <span key={symbol} className="text-bad">
              Between vault and books: <Amount value={value} symbol={symbol} />.{' '}
            </span>
          ))}
          {unresolved === 0 ? 'Nothing is open.' : `${unresolved} to resolve below.`}
        </p>
      )}
      <p>
        Last read <Time iso={latest.created_at} as="brief" />
        {latest.to_block && <span className="tabular-nums">, up to block {latest.to_block}</span>}
      </p>
    </>
  );
}
