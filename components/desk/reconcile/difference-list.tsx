import Link from 'next/link';
import { Amount } from '@/components/ui/figures/amount';
import { Fact, Facts } from '@/components/ui/figures/facts';
import { Address, Hash } from '@/components/ui/figures/hex';
import { Time } from '@/components/ui/figures/time';
import { Fold } from '@/components/ui/fold';
import { Status } from '@/components/ui/status';
import type { DifferenceOnWire, NamedPayout } from '@/lib/reconcile/core/schema';
import { differenceStanding, endingOf } from './close-words';
import { DifferenceActions, type TeamMember } from './difference-actions';

/** Each difference with the member who has it in hand and what resolves it. */
export function DifferenceList({ lines, team }: { lines: readonly DifferenceOnWire[]; team: readonly TeamMember[] }) {
  return (
    <ul className="space-y-3">
      {lines.map((line) => (
        <li key={line.id} id={line.id} className="rounded-lg border border-line bg-surface px-4 py-3.5 sm:px-5">
          <DifferenceCard line={line} team={team} />
        </li>
      ))}
    </ul>
  );
}

function DifferenceCard({ line, team }: { line: DifferenceOnWire; team: readonly TeamMember[] }) {
  const { tone, words } = differenceStanding(line);
  const ending = endingOf(line);
  return (
    <article aria-label={`${line.title}${line.amount ? `: ${line.amount} ${line.asset}` : ''}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="text-sm font-semibold">
          {line.title}
          {line.amount && line.asset && (
            <>
              {': '}
              <Amount value={line.amount} symbol={line.asset} />
            </>
          )}
        </h3>
        <span className="text-[0.8125rem]">
          <Status tone={tone}>{words}</Status>
        </span>
      </div>
      <p className="mt-1 max-w-prose text-sm text-pretty text-quiet">
        {line.detail} {line.payout && <PayoutLink payout={line.payout} />}
      </p>
      {ending ? (
        <p className="mt-2 text-sm">
          {ending}{' '}
          {line.note && (
            <q className="text-quiet">
              <bdi>{line.note}</bdi>
            </q>
          )}
        </p>
      ) : (
        <>
          <p className="mt-2 max-w-prose text-sm text-pretty">
            <span className="font-medium">What to do: </span>
            {line.action}
          </p>
          {line.note && (
            <p className="mt-1 text-sm text-quiet">
              Note: <bdi>{line.note}</bdi>
            </p>
          )}
          <DifferenceActions line={line} team={team} />
        </>
      )}
      <Fold title="Where it is">
        <Where line={line} />
      </Fold>
    </article>
  );
}

function PayoutLink({ payout: { id, reference } }: { payout: NamedPayout }) {
  return (
    <Link className="text-link underline underline-offset-4 wrap-anywhere" href={`/dashboard/payouts/${id}`}>
      Open payout {reference}
    </Link>
  );
}

function Where({ line }: { line: DifferenceOnWire }) {
  return (
    <Facts>
      <Fact name="Network">{line.chain_name}</Fact>
      {line.hash && (
        <Fact name="Transfer">
          <Hash value={line.hash} href={line.explorer_url} />
        </Fact>
      )}
      {line.from && (
        <Fact name="From">
          <Address value={line.from} />
        </Fact>
      )}
      {line.to && (
        <Fact name="To">
          <Address value={line.to} />
        </Fact>
      )}
      {line.block_number && (
        <Fact name="Block">
          {line.block_number}
          {line.log_index !== null && `, log ${line.log_index}`}
          {line.block_time && (
            <>
              {', '}
              <Time iso={line.block_time} />
            </>
          )}
        </Fact>
      )}
      <Fact name="Found">
        <Time iso={line.found_at} />
      </Fact>
    </Facts>
  );
}
