'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useMay } from '@/components/desk/frame/desk';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { inputClass } from '@/components/ui/field';
import type { DifferenceKind } from '@/db/vocabulary/differences';
import { type DifferenceOnWire, differenceOnWire } from '@/lib/reconcile/core/schema';
import { ownerWords } from './close-words';
import { ResolveDialog } from './resolve-dialog';
import { RunButton } from './run-button';

export type TeamMember = { user_id: string; name: string };

type DifferenceActionsProps = { line: DifferenceOnWire; team: readonly TeamMember[] };

const resolveWords = {
  payout: 'Say which payout it paid',
  account: 'Book out of suspense',
  reversed: 'Take the booking back',
  explained: 'Mark as explained',
  accepted: 'It counts as paid',
  refused: 'It does not count',
} as const;

/** What may resolve itself once the chain is read again. */
const decidedByChain: readonly DifferenceKind[] = [
  ...(['transfer_unknown', 'transfer_differs', 'settlement_missing', 'settlement_differs'] as const),
  ...(['movement_missing', 'balance_mismatch', 'gateway_differs'] as const),
];

/** Who looks after a difference, and the ways to settle it. */
export function DifferenceActions({ line, team }: DifferenceActionsProps) {
  const may = useMay('reconcile:write');
  const [open, setOpen] = useState<(typeof line.ways)[number] | null>(null);
  if (!may) return <p className="mt-3 text-sm text-quiet">Owner: {ownerWords(line)}</p>;
  return (
    <div className="mt-3 flex flex-wrap items-end gap-2">
      <Owner line={line} team={team} />
      {line.ways.map((way) => (
        <button key={way} type="button" className={buttonClass('small')} onClick={() => setOpen(way)}>
          {resolveWords[way]}
        </button>
      ))}
      {decidedByChain.includes(line.kind) && (
        <RunButton body={{ chain: line.chain }} busy={false} words="Read the chain again" />
      )}
      {open && <ResolveDialog line={line} way={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

function Owner({ line, team }: DifferenceActionsProps) {
  const router = useRouter();
  const { run, pending, problem } = useAction();
  const assign = async (ownerId: string) => {
    const path = `/api/desk/reconciliation/differences/${line.id}/assign`;
    const body = { owner_id: ownerId || null };
    const answer = await run(path, { method: 'POST', body, returns: differenceOnWire });
    if (answer.ok) router.refresh();
  };
  const id = `owner-${line.id}`;
  const taken = line.status === 'open' ? null : line.owner;
  const gone = taken && !team.some(({ user_id }) => user_id === taken.user_id) ? [taken] : [];
  return (
    <div className="min-w-40 grow basis-full sm:grow-0 sm:basis-auto">
      <label htmlFor={id} className="mb-1 block text-xs text-quiet">
        Owner
      </label>
      <select
        id={id}
        className={inputClass}
        value={taken?.user_id ?? ''}
        disabled={pending}
        onChange={(event) => assign(event.target.value)}
      >
        <option value="">{taken ? 'Nobody' : ownerWords(line)}</option>
        {[...team, ...gone].map(({ user_id, name }) => (
          <option key={user_id} value={user_id}>
            {name}
          </option>
        ))}
      </select>
      <ProblemCallout problem={problem} />
    </div>
  );
}
