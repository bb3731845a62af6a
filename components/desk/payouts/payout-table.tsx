'use client';
import Link from 'next/link';
import { useState } from 'react';
import { Recipient } from '@/components/desk/words/recipient';
import { buttonClass } from '@/components/ui/button';
import { Amount } from '@/components/ui/figures/amount';
import { Time } from '@/components/ui/figures/time';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import { chainOf } from '@/lib/chains/registry';
import { maxNewer, type PayoutFilters, type PayoutList, type PayoutRow } from '@/lib/desk/list/schema';
import { PayoutStatus } from './payout-status';
import { SelectionBar } from './selection-bar';
import { SortHead } from './sort-head';
import { usePayoutRows } from './use-payout-rows';

type PayoutTableProps = { list: PayoutList; filters: PayoutFilters };

/** A page of payouts: selected with x, opened with Enter, walked with j and k, kept true while it is open. */
export function PayoutTable({ list, filters }: PayoutTableProps) {
  const { rows, newer, showNewer } = usePayoutRows(list, filters);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const chosen = rows.filter(({ id }) => selected.has(id));
  const toggle = (ids: readonly string[], on: boolean) => {
    const next = new Set(selected);
    for (const id of ids) next[on ? 'add' : 'delete'](id);
    setSelected(next);
  };
  const order = { sort: list.sort, filters };
  const all = rows.map(({ id }) => id);
  return (
    <>
      <div className="relative">
        <Newer count={newer} onShow={showNewer} />
        <Table caption="Payouts" className="table-fixed">
          <Head>
            <Th className="w-11">
              <Tick
                label="Select all on this page"
                on={chosen.length > 0 && chosen.length === rows.length}
                some={chosen.length > 0 && chosen.length < rows.length}
                onChange={(on) => toggle(all, on)}
              />
            </Th>
            <SortHead column="reference" {...order}>
              Reference
            </SortHead>
            <Th className="hidden w-[17%] md:table-cell">Recipient</Th>
            <SortHead column="amount" {...order} end className="w-[42%] sm:w-[30%] md:w-[16%]">
              Amount
            </SortHead>
            <SortHead column="status" {...order} className="hidden w-40 md:table-cell">
              Status
            </SortHead>
            <Th className="hidden w-28 xl:table-cell">Network</Th>
            <SortHead column="created" {...order} className="hidden w-40 lg:table-cell">
              Created
            </SortHead>
          </Head>
          <Body>
            {rows.map((row) => (
              <PayoutTableRow
                key={row.id}
                row={row}
                selected={selected.has(row.id)}
                onSelect={(on) => toggle([row.id], on)}
              />
            ))}
          </Body>
        </Table>
      </div>
      <SelectionBar rows={chosen} onClear={() => setSelected(new Set())} />
    </>
  );
}

function PayoutTableRow({
  row,
  selected,
  onSelect,
}: {
  row: PayoutRow;
  selected: boolean;
  onSelect: (on: boolean) => void;
}) {
  return (
    <Row tone={selected ? 'selected' : undefined}>
      <Td className={selected ? 'shadow-[inset_2px_0_var(--accent)]' : ''}>
        <Tick label={`Select ${row.reference}`} on={selected} onChange={onSelect} />
      </Td>
      <Td className="overflow-hidden">
        <Link
          data-row
          href={`/dashboard/payouts/${row.id}`}
          prefetch={false}
          className="block truncate rounded-sm font-medium hover:underline focus-visible:outline-offset-[-2px]"
          title={row.description ? `${row.reference}: ${row.description}` : row.reference}
        >
          <bdi>{row.reference}</bdi>
        </Link>
        <span className="block truncate text-quiet md:hidden">
          <Recipient payout={row} />
        </span>
      </Td>
      <Td className="hidden truncate md:table-cell">
        <Recipient payout={row} />
      </Td>
      <Td end>
        <Amount value={row.amount} symbol={row.asset} />
        <span className="mt-0.5 flex justify-end md:hidden">
          <PayoutStatus payout={row} />
        </span>
      </Td>
      <Td className="hidden md:table-cell">
        <PayoutStatus payout={row} />
      </Td>
      <Td className="hidden truncate text-quiet xl:table-cell">{chainOf(row.chain).name}</Td>
      <Td className="hidden truncate text-quiet lg:table-cell">
        <Time iso={row.created_at} as="brief" />
      </Td>
    </Row>
  );
}

type TickProps = { label: string; on: boolean; some?: boolean; onChange: (on: boolean) => void };

function Tick({ label, on, some = false, onChange }: TickProps) {
  return (
    <input
      type="checkbox"
      aria-label={label}
      checked={on}
      ref={(box) => {
        if (box) box.indeterminate = some;
      }}
      onChange={(event) => onChange(event.target.checked)}
      className="size-4.5 align-middle accent-(--accent)"
    />
  );
}

/** Laid over the table's head, so that nothing below it moves. */
function Newer({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <p role="status" className="absolute inset-x-0 -top-3.5 z-10 flex justify-center">
      {count > 0 && (
        <button
          type="button"
          className={`${buttonClass('smallPrimary')} min-h-7 rounded-full shadow-sm`}
          onClick={onShow}
        >
          Show {count >= maxNewer ? `${maxNewer}+` : count} new
        </button>
      )}
    </p>
  );
}
