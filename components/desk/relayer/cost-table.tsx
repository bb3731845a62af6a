import { Amount } from '@/components/ui/figures/amount';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import { chainOf } from '@/lib/chains/registry';
import type { RelayCosts } from '@/lib/relay/claims/cost-schema';

/** What was sent, what that took and what it brought, by day and network. */
export function CostTable({ costs }: { costs: readonly RelayCosts[] }) {
  return (
    <Table caption="What sending took, by day and network">
      <Head>
        <Th>Day</Th>
        <Th end>Sent</Th>
        <Th end>Network fees</Th>
        <Th end>Your fees brought</Th>
        <Th end>Without a fee</Th>
      </Head>
      <Body>
        {costs.map((line) => (
          <CostRow key={`${line.day} ${line.chain}`} line={line} />
        ))}
      </Body>
    </Table>
  );
}

function CostRow({ line }: { line: RelayCosts }) {
  const { day, chain, paid, waiting, network_fee: took, fees, shortfall, without_fee: bare } = line;
  return (
    <Row>
      <Td>
        <span className="font-medium whitespace-nowrap">{dayWords(day)}</span>
        <span className="block text-xs text-quiet">{chainOf(chain).name}</span>
      </Td>
      <Td end>
        {paid.toLocaleString('en')}
        {waiting > 0 && <span className="block text-xs text-quiet">{waiting.toLocaleString('en')} not yet</span>}
      </Td>
      <Td end>
        <Amount value={took.amount} symbol={took.currency} />
      </Td>
      <Td end>
        {fees.length === 0 && <span className="text-quiet">nothing</span>}
        {fees.map(({ asset, amount }) => (
          <span key={asset} className="block">
            <Amount value={amount} symbol={asset} />
          </span>
        ))}
        {shortfall && (
          <span className="block text-xs text-warn">
            short by <Amount value={shortfall.amount} symbol={shortfall.currency} />
          </span>
        )}
      </Td>
      <Td end>
        {bare.payouts === 0 ? (
          <span className="text-quiet">–</span>
        ) : (
          <>
            <Amount value={bare.network_fee.amount} symbol={bare.network_fee.currency} />
            <span className="block text-xs text-quiet">
              {bare.payouts.toLocaleString('en')} {bare.payouts === 1 ? 'payout' : 'payouts'}
            </span>
          </>
        )}
      </Td>
    </Row>
  );
}

function dayWords(day: string): string {
  const shape = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', shape);
}
