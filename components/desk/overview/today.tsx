import { Amount } from '@/components/ui/figures/amount';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import { chainOf } from '@/lib/chains/registry';
import type { Overview } from '@/lib/desk/overview/schema';
import { aboutHowLong } from './waiting-words';

/** What today brought so far, asset by asset. */
export function Today({ today }: Pick<Overview, 'today'>) {
  if (today.assets.length === 0) {
    return <p className="text-sm text-quiet">Nothing was made or paid today yet.</p>;
  }
  return (
    <>
      <Table caption="Made and paid today">
        <Head>
          <Th>Asset</Th>
          <Th end>Made</Th>
          <Th end>Paid</Th>
          <Th end>Sum paid</Th>
        </Head>
        <Body>
          {today.assets.map(({ chain, symbol, created, paid, amount }) => (
            <Row key={`${chain} ${symbol}`}>
              <Td>
                {symbol} <span className="text-quiet">on {chainOf(chain).name}</span>
              </Td>
              <Td end>{created.toLocaleString('en')}</Td>
              <Td end>{paid.toLocaleString('en')}</Td>
              <Td end>
                <Amount value={amount} symbol={symbol} />
              </Td>
            </Row>
          ))}
        </Body>
      </Table>
      {today.median_wait !== null && (
        <p className="mt-2 text-[0.8125rem] text-quiet">
          Half of those paid today took less than about {aboutHowLong(today.median_wait)} from being made to being paid.
        </p>
      )}
    </>
  );
}
