import Link from 'next/link';
import { dialectWords, shortUrl } from '@/components/desk/webhooks/words';
import { Time } from '@/components/ui/figures/time';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import type { EndpointAnswer } from '@/lib/webhooks/endpoints/schema';
import { EndpointState } from './endpoint-state';

const number = (count: number) => (count >= 10_000 ? '10,000+' : count.toLocaleString('en-GB'));

function eventsWords(events: readonly string[]): string {
  if (events.includes('*')) return 'Every event';
  return events.length === 1 ? (events[0] ?? '') : `${events.length} kinds of event`;
}

/** Every endpoint with how it is doing. */
export function EndpointTable({ endpoints }: { endpoints: readonly EndpointAnswer[] }) {
  return (
    <Table caption="Webhook endpoints">
      <Head>
        <Th>Endpoint</Th>
        <Th>State</Th>
        <Th className="hidden sm:table-cell">Dialect</Th>
        <Th className="hidden md:table-cell">Wants</Th>
        <Th end className="hidden sm:table-cell">
          Waiting
        </Th>
        <Th end className="hidden sm:table-cell">
          Given up
        </Th>
      </Head>
      <Body>
        {endpoints.map((endpoint) => (
          <Row key={endpoint.id}>
            <Td className="max-w-72">
              <Link
                href={`/dashboard/webhooks/${endpoint.id}`}
                prefetch={false}
                className="block py-1 font-medium text-link underline-offset-4 wrap-anywhere hover:underline"
              >
                {endpoint.description || shortUrl(endpoint.url)}
              </Link>
              {endpoint.description && (
                <span className="block text-xs text-quiet wrap-anywhere">{shortUrl(endpoint.url)}</span>
              )}
            </Td>
            <Td>
              <EndpointState endpoint={endpoint} />
              {endpoint.health.failing_since && (
                <span className="block text-xs text-quiet">
                  {endpoint.health.refused > 0 && `${number(endpoint.health.refused)} not taken, `}since{' '}
                  <Time iso={endpoint.health.failing_since} />
                </span>
              )}
              <Queue endpoint={endpoint} />
            </Td>
            <Td className="hidden sm:table-cell">{dialectWords[endpoint.dialect].name}</Td>
            <Td className="hidden md:table-cell">{eventsWords(endpoint.events)}</Td>
            <Td end className="hidden sm:table-cell">
              {number(endpoint.health.pending)}
            </Td>
            <Td end className={`hidden sm:table-cell ${endpoint.health.exhausted > 0 ? 'font-medium text-bad' : ''}`}>
              {number(endpoint.health.exhausted)}
            </Td>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

/** The two counts where there is no room for their columns. */
function Queue({ endpoint: { health } }: { endpoint: EndpointAnswer }) {
  if (health.pending === 0 && health.exhausted === 0) return null;
  return (
    <span className="block text-xs text-quiet sm:hidden">
      {number(health.pending)} waiting, {number(health.exhausted)} given up
    </span>
  );
}
