'use client';
import Link from 'next/link';
import { makerWords, reasonWords, standsWords } from '@/components/desk/words/approval-words';
import { wordsOf } from '@/components/rails/registry';
import { buttonClass } from '@/components/ui/button';
import { Amount } from '@/components/ui/figures/amount';
import { Fact, Facts } from '@/components/ui/figures/facts';
import { Address } from '@/components/ui/figures/hex';
import { Icon } from '@/components/ui/figures/icon';
import { Time } from '@/components/ui/figures/time';
import { Fold } from '@/components/ui/fold';
import { Row, Td } from '@/components/ui/table';
import { chainOf } from '@/lib/chains/registry';
import type { AwaitingLine } from '@/lib/desk/approvals/schema';

type RowProps = {
  line: AwaitingLine;
  selected: boolean;
  /** It is being decided on. */
  busy: boolean;
  /** Something is: one decision at a time, and no press that comes to nothing. */
  disabled: boolean;
  onSelect: (on: boolean) => void;
  onApprove: () => void;
  onReject: () => void;
};

/** One payout that waits: the amount first, then to whom, why people are asked, and what to look out for. */
export function ApprovalRow({ line, selected, busy, disabled, onSelect, onApprove, onReject }: RowProps) {
  const { payout } = line;
  const asks = line.stands === 'asks_you';
  return (
    <Row tone={selected ? 'selected' : undefined}>
      <Td className={`w-11 align-top ${selected ? 'shadow-[inset_2px_0_var(--accent)]' : ''}`}>
        {asks && (
          <input
            type="checkbox"
            aria-label={`Select ${payout.reference}`}
            checked={selected}
            onChange={(event) => onSelect(event.target.checked)}
            className="mt-2 size-4.5 accent-(--accent)"
          />
        )}
      </Td>
      <Td>
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 py-1">
          <div className="min-w-0 grow basis-64 space-y-1">
            <p className="text-lg font-semibold">
              <Amount value={payout.amount} symbol={payout.asset} />
            </p>
            <Destination line={line} />
            <p className="text-quiet">
              <Link
                data-row
                href={`/dashboard/payouts/${payout.id}`}
                prefetch={false}
                className="font-medium text-text wrap-anywhere hover:underline"
              >
                <bdi>{payout.reference}</bdi>
              </Link>
              {payout.description && (
                <>
                  , <bdi>{payout.description}</bdi>
                </>
              )}
            </p>
            <p className="text-quiet">
              Made by {makerWords(line)}, <Time iso={payout.created_at} as="brief" />
            </p>
            <Fold title="What an approval freezes">
              <Frozen line={line} />
            </Fold>
          </div>
          <div className="min-w-0 grow basis-52 space-y-1.5 md:max-w-72">
            <p>{reasonWords(line)}</p>
            <Consents line={line} />
            {asks ? (
              <div className="flex flex-wrap gap-2 pt-1">
                <button type="button" className={buttonClass('small')} disabled={disabled} onClick={onApprove}>
                  {busy ? 'One moment …' : 'Approve'}
                </button>
                <button type="button" className={buttonClass('bare')} disabled={disabled} onClick={onReject}>
                  Reject
                </button>
              </div>
            ) : (
              <p className="text-quiet">{line.stands !== 'asks_you' && standsWords[line.stands]}</p>
            )}
          </div>
        </div>
      </Td>
    </Row>
  );
}

function Destination({ line: { payout, paid_before, resembles } }: { line: AwaitingLine }) {
  const { address, email } = payout.recipient;
  return (
    <>
      <div>to {address ? <Address value={address} /> : (email ?? 'anyone with the claim link')}</div>
      {paid_before === false && (
        <p className="flex items-start gap-1.5 text-warn">
          <Icon name="alert" /> New destination: you never paid this address before.
        </p>
      )}
      {resembles.map((known) => (
        <div key={known} className="flex items-start gap-1.5 text-bad">
          <Icon name="alert" />
          <span>
            It looks like <Address value={known} />, which you paid before, and is another address. Compare every digit.
          </span>
        </div>
      ))}
    </>
  );
}

function Consents({ line: { approval, given_by } }: { line: AwaitingLine }) {
  const others = approval.given.filter((one) => !one.counts).length;
  return (
    <p className="text-quiet">
      <span className="font-medium text-text tabular-nums">
        {given_by.length} of {approval.needed}
      </span>{' '}
      {approval.needed === 1 ? 'approval' : 'approvals'}
      {given_by.length > 0 && `: ${given_by.map(({ name }) => name ?? 'a former member').join(', ')}`}
      {others > 0 && `. Not counted: ${others}, given to something else, by its maker, or by a former member.`}
    </p>
  );
}

function Frozen({ line: { payout, approval } }: { line: AwaitingLine }) {
  const { address, email } = payout.recipient;
  return (
    <>
      <p className="text-quiet">
        Approving is consent to exactly this. If any of it differs later, the payout is not paid.
      </p>
      <Facts>
        <Fact name="Recipient">
          <span className={address ? 'font-mono text-xs break-all' : ''}>
            {address ?? email ?? 'Anyone with the claim link'}
          </span>
        </Fact>
        <Fact name="They get">
          <Amount value={payout.net} symbol={payout.asset} />
        </Fact>
        <Fact name="Fee">
          <Amount value={payout.fee} symbol={payout.asset} />
        </Fact>
        <Fact name="Network">{chainOf(payout.chain).name}</Fact>
        <Fact name="Paid by">{wordsOf(payout.rail, payout.delivery).paidBy}</Fact>
        <Fact name="Fingerprint">
          <span className="font-mono text-xs break-all">{approval.digest}</span>
        </Fact>
      </Facts>
    </>
  );
}
