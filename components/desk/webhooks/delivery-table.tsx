'use client';
import Link from 'next/link';
import { Time } from '@/components/ui/figures/time';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import type { SubjectName } from '@/lib/desk/story/subject-schema';
import type { DeliveryAnswer } from '@/lib/webhooks/events/delivery-schema';
import { DeliveryState, lastAnswer } from './delivery-state';
import { ResendButton } from './resend-button';

type DeliveryTableProps = {
  deliveries: readonly DeliveryAnswer[];
  /** How each endpoint is called; one that is not among them was deleted. Null where all belong to one. */
  names: Readonly<Record<string, string>> | null;
  /** How the payouts are called; a test's is not there. */
  payouts: ReadonlyMap<string, SubjectName>;
};

/** Deliveries, one line each: what, where to, how it went. */
export function DeliveryTable({ deliveries, names, payouts }: DeliveryTableProps) {
  return (
    <Table caption="Deliveries">
      <Head>
        <Th>Event</Th>
        <Th>State</Th>
        {names && <Th className="hidden xl:table-cell">To</Th>}
        <Th className="hidden sm:table-cell">Last answer</Th>
        <Th end className="hidden lg:table-cell">
          Attempts
        </Th>
        <Th className="hidden lg:table-cell">Made</Th>
        <Th>
          <span className="sr-only">What to do</span>
        </Th>
      </Head>
      <Body>
        {deliveries.map((delivery) => (
          <Row key={delivery.id}>
            <Td>
              <Link
                href={`/dashboard/webhooks/deliveries/${delivery.id}`}
                prefetch={false}
                className="block py-1 font-mono whitespace-nowrap text-link underline-offset-4 hover:underline"
              >
                {delivery.event.type}
              </Link>
              <span className="block text-xs text-quiet wrap-anywhere">
                <About event={delivery.event} payout={payouts.get(delivery.event.payout)} />
              </span>
            </Td>
            <Td>
              <DeliveryState delivery={delivery} />
            </Td>
            {names && <Td className="hidden xl:table-cell">{names[delivery.endpoint] ?? 'A deleted endpoint'}</Td>}
            <Td className="hidden max-w-72 sm:table-cell">
              <span className="line-clamp-2 wrap-anywhere">{lastAnswer(delivery)}</span>
            </Td>
            <Td end className="hidden lg:table-cell">
              {delivery.attempts}
            </Td>
            <Td className="hidden whitespace-nowrap lg:table-cell">
              <Time iso={delivery.created_at} />
            </Td>
            <Td end className="whitespace-nowrap">
              <ResendButton delivery={delivery} gone={names !== null && !(delivery.endpoint in names)} />
            </Td>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

function About({ event, payout }: { event: DeliveryAnswer['event']; payout: SubjectName | undefined }) {
  if (event.test) return 'Test';
  return (
    <>
      {payout && <bdi>{payout.name}</bdi>}
      {payout && event.sequence !== null && ', '}
      {event.sequence !== null && `event ${event.sequence}`}
    </>
  );
}
