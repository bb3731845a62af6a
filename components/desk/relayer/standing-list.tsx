import { relayWords } from '@/components/desk/words/relay-words';
import { Status } from '@/components/ui/status';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import { chainOf } from '@/lib/chains/registry';
import { maxLeft, type RelayStanding } from '@/lib/relay/claims/cost-schema';

/** Where the portal sends now, and for how many more it holds enough. */
export function StandingList({ standings }: { standings: readonly RelayStanding[] }) {
  return (
    <Table caption="Networks on which the portal sends">
      <Head>
        <Th>Network</Th>
        <Th>Now</Th>
        <Th end>Enough for about</Th>
      </Head>
      <Body>
        {standings.map(({ chain, reason, claims_left: left }) => (
          <Row key={chain}>
            <Td>{chainOf(chain).name}</Td>
            <Td>
              <Status tone={reason ? (reason === 'no_account' ? 'quiet' : 'warn') : 'good'}>
                {reason ? 'Does not send' : 'Sends'}
              </Status>
              {reason && <span className="block text-xs text-quiet">{relayWords[reason]}</span>}
            </Td>
            <Td end>{left === null ? <span className="text-quiet">–</span> : leftWords(left)}</Td>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

function leftWords(left: number): string {
  return `${left >= maxLeft ? 'more than ' : ''}${left.toLocaleString('en')} payouts`;
}
