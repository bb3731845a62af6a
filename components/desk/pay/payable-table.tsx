'use client';
import Link from 'next/link';
import { Recipient } from '@/components/desk/words/recipient';
import { Amount } from '@/components/ui/figures/amount';
import { Time } from '@/components/ui/figures/time';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import { chainOf } from '@/lib/chains/registry';
import type { PayLine } from '@/lib/desk/pay/schema';

type PayableTableProps = {
  lines: readonly PayLine[];
  selected: ReadonlySet<string>;
  onSelect: (ids: readonly string[], on: boolean) => void;
};

/** What can be paid now, and who is at it. What another member holds cannot be chosen. */
export function PayableTable({ lines, selected, onSelect }: PayableTableProps) {
  const free = lines.filter(({ hold }) => hold === null || hold.yours).map(({ payout }) => payout.id);
  const chosen = free.filter((id) => selected.has(id));
  return (
    <Table caption="Payouts to be paid by hand" className="table-fixed">
      <Head>
        <Th className="w-11">
          <input
            type="checkbox"
            aria-label="Choose all on this page"
            checked={chosen.length > 0 && chosen.length === free.length}
            disabled={free.length === 0}
            ref={(box) => {
              if (box) box.indeterminate = chosen.length > 0 && chosen.length < free.length;
            }}
            onChange={(event) => onSelect(free, event.target.checked)}
            className="size-4.5 align-middle accent-(--accent)"
          />
        </Th>
        <Th>Reference</Th>
        <Th className="hidden w-[22%] md:table-cell">Recipient</Th>
        <Th end className="w-[42%] sm:w-[30%] md:w-[18%]">
          Amount
        </Th>
        <Th className="hidden w-[24%] md:table-cell">Now</Th>
        <Th className="hidden w-28 xl:table-cell">Network</Th>
      </Head>
      <Body>
        {lines.map((line) => (
          <PayableRow
            key={line.payout.id}
            line={line}
            selected={selected.has(line.payout.id)}
            onSelect={(on) => onSelect([line.payout.id], on)}
          />
        ))}
      </Body>
    </Table>
  );
}

type RowProps = { line: PayLine; selected: boolean; onSelect: (on: boolean) => void };

function PayableRow({ line, selected, onSelect }: RowProps) {
  const { payout, hold } = line;
  const taken = hold !== null && !hold.yours;
  const shown = selected && !taken;
  return (
    <Row tone={shown ? 'selected' : undefined}>
      <Td className={shown ? 'shadow-[inset_2px_0_var(--accent)]' : ''}>
        <input
          type="checkbox"
          aria-label={`Choose ${payout.reference}`}
          checked={shown}
          disabled={taken}
          onChange={(event) => onSelect(event.target.checked)}
          className="size-4.5 align-middle accent-(--accent)"
        />
      </Td>
      <Td className="overflow-hidden">
        <Link
          data-row
          href={`/dashboard/payouts/${payout.id}`}
          prefetch={false}
          title={payout.description ? `${payout.reference}: ${payout.description}` : payout.reference}
          className="block truncate rounded-sm font-medium hover:underline focus-visible:outline-offset-[-2px]"
        >
          <bdi>{payout.reference}</bdi>
        </Link>
        <span className="block truncate text-quiet md:hidden">
          <Recipient payout={payout} />
        </span>
      </Td>
      <Td className="hidden truncate md:table-cell">
        <Recipient payout={payout} />
      </Td>
      <Td end>
        <Amount value={payout.net} symbol={payout.asset} />
        <span className="mt-0.5 block text-xs whitespace-normal md:hidden">
          <Now line={line} />
        </span>
      </Td>
      <Td className="hidden md:table-cell">
        <Now line={line} />
      </Td>
      <Td className="hidden truncate text-quiet xl:table-cell">{chainOf(payout.chain).name}</Td>
    </Row>
  );
}

function Now({ line: { hold, holder, payout } }: { line: PayLine }) {
  if (!hold) {
    return (
      <span className="text-quiet">
        Pay until <Time iso={payout.expires_at} as="brief" />
      </span>
    );
  }
  return (
    <span className={`wrap-anywhere ${hold.yours ? 'text-text' : 'text-warn'}`}>
      {hold.yours ? 'Yours, in another tab,' : `${holder ?? 'Another member'} is paying it,`} until{' '}
      <Time iso={hold.until} as="clock" />
    </span>
  );
}
