import Link from 'next/link';
import { Amount } from '@/components/ui/figures/amount';
import { Status } from '@/components/ui/status';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import type { CloseOnWire } from '@/lib/reconcile/core/schema';
import { closeStanding, dayWords, gapsOf } from './close-words';

/** The last page of each day, newest first. */
export function CloseTable({ closes }: { closes: readonly CloseOnWire[] }) {
  return (
    <Table caption="Closed days">
      <Head>
        <Th>Day (UTC)</Th>
        <Th className="hidden sm:table-cell">Network</Th>
        <Th>Result</Th>
        <Th end>Between vault and books</Th>
        <Th end className="hidden md:table-cell">
          Read
        </Th>
        <Th className="hidden lg:table-cell">Made by</Th>
      </Head>
      <Body>
        {closes.map((close) => (
          <CloseRow key={close.id} close={close} />
        ))}
      </Body>
    </Table>
  );
}

function CloseRow({ close }: { close: CloseOnWire }) {
  const { tone, words } = closeStanding(close);
  const { moves, claims, settlements, bookings } = close.counts;
  return (
    <Row>
      <Td>
        <Link
          data-row
          href={`/dashboard/reconciliation/${close.chain}/${close.day}`}
          prefetch={false}
          className="rounded-sm font-medium whitespace-nowrap hover:underline"
        >
          {dayWords(close.day)}
        </Link>
        <span className="block text-quiet sm:hidden">{close.chain_name}</span>
      </Td>
      <Td className="hidden text-quiet sm:table-cell">{close.chain_name}</Td>
      <Td>
        <Status tone={tone}>{words}</Status>
      </Td>
      <Td end>
        <Gap close={close} />
      </Td>
      <Td end className="hidden text-quiet md:table-cell">
        {moves + claims + settlements + bookings}
      </Td>
      <Td className="hidden text-quiet lg:table-cell">
        {close.made_by ?? 'by itself'}
        {close.version > 1 && `, version ${close.version}`}
      </Td>
    </Row>
  );
}

function Gap({ close }: { close: CloseOnWire }) {
  const gaps = gapsOf(close);
  if (gaps === null) return <span className="text-quiet">–</span>;
  if (gaps.length === 0) return <span className="text-quiet">nothing</span>;
  return gaps.map(({ symbol, value }) => (
    <span key={symbol} className="block text-bad">
      <Amount value={value} symbol={symbol} />
    </span>
  ));
}
