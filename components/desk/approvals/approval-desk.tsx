'use client';
import { useState } from 'react';
import { addAmounts } from '@/components/desk/words/add-amounts';
import { payoutCount } from '@/components/desk/words/approval-words';
import { buttonClass } from '@/components/ui/button';
import { Amount } from '@/components/ui/figures/amount';
import { Section } from '@/components/ui/page-header';
import { Body, Table } from '@/components/ui/table';
import type { AwaitingLine } from '@/lib/desk/approvals/schema';
import { ApprovalRow } from './approval-row';
import { DecidedCallout, MeanwhileCallout } from './decision-callouts';
import { RejectDialog } from './reject-dialog';
import { useDecisions } from './use-decisions';
import { useMeanwhile } from './use-meanwhile';

type ApprovalDeskProps = { lines: readonly AwaitingLine[]; chosen: readonly string[] };

/** What waits for the one who looks, and what waits for others. */
export function ApprovalDesk({ lines, chosen }: ApprovalDeskProps) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(chosen));
  const [rejecting, setRejecting] = useState<readonly AwaitingLine[]>([]);
  const { decide, busy, decided, own, clear } = useDecisions();
  const meanwhile = useMeanwhile(lines, own);
  const yours = lines.filter(({ stands }) => stands === 'asks_you');
  const others = lines.filter(({ stands }) => stands !== 'asks_you');
  const picked = yours.filter(({ payout }) => selected.has(payout.id));
  /** Out of what is ticked by then, which may be more than when an approval began. */
  const select = (ids: readonly string[], on: boolean) =>
    setSelected((now) => {
      const next = new Set(now);
      for (const id of ids) next[on ? 'add' : 'delete'](id);
      return next;
    });
  const approve = async (wanted: readonly AwaitingLine[]) => {
    const ids = wanted.map(({ payout }) => payout.id);
    if (await decide(wanted, null)) select(ids, false);
  };
  const rowsOf = (group: readonly AwaitingLine[], caption: string) => (
    <Table caption={caption}>
      <Body>
        {group.map((line) => (
          <ApprovalRow
            key={line.payout.id}
            line={line}
            selected={selected.has(line.payout.id) && line.stands === 'asks_you'}
            busy={busy.has(line.payout.id)}
            disabled={busy.size > 0}
            onSelect={(on) => select([line.payout.id], on)}
            onApprove={() => approve([line])}
            onReject={() => setRejecting([line])}
          />
        ))}
      </Body>
    </Table>
  );
  return (
    <>
      <div className="space-y-2 empty:hidden">
        <DecidedCallout decided={decided} onClose={clear} />
        <MeanwhileCallout gone={meanwhile.gone} onClose={meanwhile.clear} />
      </div>
      {yours.length > 0 && (
        <Section
          title={`Waiting for you: ${yours.length}`}
          actions={
            yours.length > 1 && (
              <button
                type="button"
                className={buttonClass('bare')}
                onClick={() =>
                  select(
                    yours.map(({ payout }) => payout.id),
                    picked.length < yours.length,
                  )
                }
              >
                {picked.length < yours.length ? 'Select all' : 'Select none'}
              </button>
            )
          }
        >
          {rowsOf(yours, 'Payouts that wait for you')}
        </Section>
      )}
      {picked.length > 0 && (
        <DecideBar
          lines={picked}
          busy={busy.size > 0}
          onApprove={() => approve(picked)}
          onReject={() => setRejecting(picked)}
        />
      )}
      {others.length > 0 && (
        <Section title={`Waiting for others: ${others.length}`}>
          {rowsOf(others, 'Payouts that wait for others')}
        </Section>
      )}
      <RejectDialog lines={rejecting} onClose={() => setRejecting([])} onReject={(why) => decide(rejecting, why)} />
    </>
  );
}

type DecideBarProps = { lines: readonly AwaitingLine[]; busy: boolean; onApprove: () => void; onReject: () => void };

function DecideBar({ lines, busy, onApprove, onReject }: DecideBarProps) {
  const groups = [...Map.groupBy(lines, ({ payout }) => payout.asset)];
  return (
    <section
      aria-label="Selected payouts"
      className="fixed inset-x-3 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-10 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border border-line-strong bg-surface px-4 py-2.5 text-sm shadow-lg lg:sticky lg:inset-x-auto lg:bottom-4 lg:mt-4"
    >
      <p role="status" className="mr-auto">
        <strong className="font-semibold">{lines.length} selected</strong>
        {groups.map(([asset, of]) => (
          <span key={asset} className="ml-3 text-quiet">
            <Amount value={addAmounts(of.map(({ payout }) => payout.amount))} symbol={asset} />
          </span>
        ))}
      </p>
      <button type="button" className={buttonClass('bare')} disabled={busy} onClick={onReject}>
        Reject
      </button>
      <button type="button" className={buttonClass('smallPrimary')} disabled={busy} onClick={onApprove}>
        {busy ? 'One moment …' : `Approve ${payoutCount(lines.length)}`}
      </button>
    </section>
  );
}
