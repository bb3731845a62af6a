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

/** Which payouts are ticked. A change is made to what is ticked by then, which may be more than when an approval began. */
function useSelection(chosen: readonly string[]) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(chosen));
  const select = (ids: readonly string[], on: boolean) =>
    setSelected((now) => {
      const next = new Set(now);
      for (const id of ids) next[on ? 'add' : 'delete'](id);
      return next;
    });
  return { selected, select };
}

/** What waits for the one who looks, and what waits for others. */
export function ApprovalDesk({ lines, chosen }: ApprovalDeskProps) {
  const { selected, select } = useSelection(chosen);
  const [rejecting, setRejecting] = useState<readonly AwaitingLine[]>([]);
  const { decide, busy, decided, own, clear } = useDecisions();
  const meanwhile = useMeanwhile(lines, own);
  const yours = lines.filter(({ stands }) => stands === 'asks_you');
  const others = lines.filter(({ stands }) => stands !== 'asks_you');
  const picked = yours.filter(({ payout }) => selected.has(payout.id));
  const approve = async (wanted: readonly AwaitingLine[]) => {
    const ids = wanted.map(({ payout }) => payout.id);
    if (await decide(wanted, null)) select(ids, false);
  };
  const rows = {
    ...{ selected, busy, onSelect: select },
    onApprove: (line: AwaitingLine) => approve([line]),
    onReject: (line: AwaitingLine) => setRejecting([line]),
  };
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
          <AwaitingTable {...rows} lines={yours} caption="Payouts that wait for you" />
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
          <AwaitingTable {...rows} lines={others} caption="Payouts that wait for others" />
        </Section>
      )}
      <RejectDialog lines={rejecting} onClose={() => setRejecting([])} onReject={(why) => decide(rejecting, why)} />
    </>
  );
}

type AwaitingTableProps = {
  lines: readonly AwaitingLine[];
  caption: string;
  selected: ReadonlySet<string>;
  busy: ReadonlySet<string>;
  onSelect: (ids: readonly string[], on: boolean) => void;
  onApprove: (line: AwaitingLine) => void;
  onReject: (line: AwaitingLine) => void;
};

function AwaitingTable({ lines, caption, selected, busy, onSelect, onApprove, onReject }: AwaitingTableProps) {
  return (
    <Table caption={caption}>
      <Body>
        {lines.map((line) => (
          <ApprovalRow
            key={line.payout.id}
            line={line}
            selected={selected.has(line.payout.id) && line.stands === 'asks_you'}
            busy={busy.has(line.payout.id)}
            disabled={busy.size > 0}
            onSelect={(on) => onSelect([line.payout.id], on)}
            onApprove={() => onApprove(line)}
            onReject={() => onReject(line)}
          />
        ))}
      </Body>
    </Table>
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
