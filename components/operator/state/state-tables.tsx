import { Empty } from '@/components/ui/empty';
import { groupDigits } from '@/components/ui/figures/group-digits';
import { Time } from '@/components/ui/figures/time';
import { Section } from '@/components/ui/page-header';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import { chainOf } from '@/lib/chains/registry';
import type { StateAnswer } from '@/lib/operators/state/schema';

const timeOr = (iso: string | null, words: string) => (iso ? <Time iso={iso} /> : words);

/** How far chains are read, what waits in queues, and the accounts that pay network fees. */
export function StateTables({ state }: { state: StateAnswer }) {
  return (
    <>
      <Section title="Chains">
        <Table caption="How far each chain is read">
          <Head>
            <Th>Chain</Th>
            <Th end>Read to</Th>
            <Th end>Final</Th>
            <Th>Last read</Th>
            <Th>Trouble</Th>
          </Head>
          <Body>
            {state.chains.map(({ chain, name, read_to: to, final, read_at: at, trouble }) => (
              <Row key={chain}>
                <Td>{name}</Td>
                <Td end>{to ?? '–'}</Td>
                <Td end>{final ?? '–'}</Td>
                <Td>{timeOr(at, 'never')}</Td>
                <Td className="wrap-anywhere">{trouble ?? 'none'}</Td>
              </Row>
            ))}
          </Body>
        </Table>
      </Section>
      <Section title="Queues">
        <Table caption="What waits">
          <Head>
            <Th>Queue</Th>
            <Th end>Waiting</Th>
            <Th end>Of them tried in vain</Th>
            <Th>Oldest</Th>
          </Head>
          <Body>
            {state.queues.map(({ name, waiting, failing, oldest }) => (
              <Row key={name}>
                <Td>{name}</Td>
                <Td end>{waiting}</Td>
                <Td end>{failing}</Td>
                <Td>{timeOr(oldest, '–')}</Td>
              </Row>
            ))}
          </Body>
        </Table>
      </Section>
      <Section title="Accounts that pay network fees">
        {state.accounts.length === 0 ? (
          <Empty title="None">Recipients send their claims themselves. npm run relay:account adds one.</Empty>
        ) : (
          <Table caption="Accounts that pay network fees">
            <Head>
              <Th>Chain</Th>
              <Th>Account</Th>
              <Th end>Holds</Th>
              <Th end>Enough for</Th>
              <Th>Looked at</Th>
            </Head>
            <Body>
              {state.accounts.map(({ chain, address, purpose, balance, currency, claims_left, stopped, looked_at }) => (
                <Row key={`${chain} ${address}`}>
                  <Td>{chainOf(chain).name}</Td>
                  <Td className="font-mono">
                    {address} {purpose === 'treasury' && '(treasury)'} {stopped && '(stopped)'}
                  </Td>
                  <Td end className="whitespace-nowrap">
                    {balance === null ? '–' : `${balance} ${currency}`}
                  </Td>
                  <Td end className="whitespace-nowrap">
                    {claims_left === null ? '–' : `${groupDigits(String(claims_left))} claims`}
                  </Td>
                  <Td className="whitespace-nowrap">{timeOr(looked_at, 'never')}</Td>
                </Row>
              ))}
            </Body>
          </Table>
        )}
      </Section>
    </>
  );
}
