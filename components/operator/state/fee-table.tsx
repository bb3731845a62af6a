import { Empty } from '@/components/ui/empty';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import { chainOf } from '@/lib/chains/registry';
import type { FeeRow } from '@/lib/operators/state/schema';

/** Fees by merchant, chain and asset. */
export function FeeTable({ rows }: { rows: readonly FeeRow[] }) {
  if (rows.length === 0) return <Empty title="No fees">Nothing was paid in these days.</Empty>;
  return (
    <Table caption="Fees by merchant, chain and asset">
      <Head>
        <Th>Merchant</Th>
        <Th>Chain</Th>
        <Th end>Payouts</Th>
        <Th end>Paid</Th>
        <Th end>Fees</Th>
      </Head>
      <Body>
        {rows.map(({ merchant_id: id, merchant, chain, asset, payouts, amount, fees }) => (
          <Row key={`${id} ${chain} ${asset}`}>
            <Td>
              <bdi>{merchant}</bdi>
            </Td>
            <Td>{chainOf(chain).name}</Td>
            <Td end>{payouts}</Td>
            <Td end>
              {amount} {asset}
            </Td>
            <Td end>
              {fees} {asset}
            </Td>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
