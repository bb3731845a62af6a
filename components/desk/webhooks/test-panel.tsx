'use client';
import Link from 'next/link';
import { useState } from 'react';
import { askDesk } from '@/components/desk/frame/ask';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useAsked } from '@/components/desk/frame/use-asked';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { SelectField } from '@/components/ui/fields';
import { Time } from '@/components/ui/figures/time';
import { type EventType, eventTypes } from '@/db/vocabulary/events';
import { type PayoutStatus, payoutStatuses } from '@/db/vocabulary/payouts';
import type { EndpointAnswer } from '@/lib/webhooks/endpoints/schema';
import { type DeliveryDetail, deliveryAnswer, deliveryDetail } from '@/lib/webhooks/events/delivery-schema';
import { DeliveryState } from './delivery-state';
import { eventWords, stateWords } from './words';

type Subject = { event: EventType } | { status: PayoutStatus };

/** Every sample that can be sent, by the name that its option has. */
const subjects = new Map<string, Subject>([
  ...eventTypes.map((event) => [`event ${event}`, { event }] as const),
  ...payoutStatuses.map((status) => [`status ${status}`, { status }] as const),
]);

/** Sends a sample and shows live what becomes of it. */
export function TestPanel({ endpoint }: { endpoint: EndpointAnswer }) {
  const { run, pending, problem } = useAction();
  const [chosen, setChosen] = useState('event payout.completed');
  const [sent, setSent] = useState<string | null>(null);
  const paused = endpoint.status === 'paused';
  const send = async () => {
    setSent(null);
    const path = `/api/desk/webhooks/endpoints/${endpoint.id}/test`;
    const answer = await run(path, { method: 'POST', body: subjects.get(chosen), returns: deliveryAnswer });
    if (answer.ok) setSent(answer.data.id);
  };
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 grow sm:max-w-md">
          <SelectField label="What to send" value={chosen} onChange={setChosen}>
            <optgroup label="An event">
              {eventTypes.map((type) => (
                <option key={type} value={`event ${type}`}>
                  {type}: {eventWords[type]}
                </option>
              ))}
            </optgroup>
            <optgroup label="A payout in this state">
              {payoutStatuses.map((status) => (
                <option key={status} value={`status ${status}`}>
                  Payout {stateWords[status]}
                </option>
              ))}
            </optgroup>
          </SelectField>
        </div>
        <button type="button" className={buttonClass('smallPrimary')} disabled={pending || paused} onClick={send}>
          {pending ? 'Sending …' : 'Send this test'}
        </button>
      </div>
      {paused && <p className="text-sm text-quiet">The endpoint is paused; resume it to send a test.</p>}
      <ProblemCallout problem={problem} />
      {sent && <OutcomeCallout key={sent} id={sent} />}
    </div>
  );
}

const lookEveryMs = 1000;
const maxLooks = 60;

type Outcome = { delivery: DeliveryDetail | null; looks: number };
const nothing: Outcome = { delivery: null, looks: 0 };
const isAnswered = ({ delivery }: Outcome) => delivery !== null && delivery.attempts > 0;

/** Looks until the first answer is there, or until nobody can say that it is soon. */
function useOutcome(id: string): { delivery: DeliveryDetail | null; over: boolean } {
  const { data = nothing } = useAsked<Outcome>({
    of: ['delivery', id],
    read: async (asking, { delivery: known, looks } = nothing) => {
      const path = `/api/desk/webhooks/deliveries/${id}`;
      const answer = await askDesk(path, { ...asking, returns: deliveryDetail });
      return { delivery: answer.ok ? answer.data : known, looks: looks + 1 };
    },
    againMs: (outcome) => (isAnswered(outcome) || outcome.looks > maxLooks ? null : lookEveryMs),
    whileHidden: true,
  });
  return { delivery: data.delivery, over: data.looks > maxLooks && !isAnswered(data) };
}

function OutcomeCallout({ id }: { id: string }) {
  const { delivery, over } = useOutcome(id);
  const [last] = delivery?.log ?? [];
  const link = (
    <Link href={`/dashboard/webhooks/deliveries/${id}`} prefetch={false} className={buttonClass('small')}>
      See what was sent
    </Link>
  );
  if (!delivery || !last) {
    const words = over
      ? 'It was not sent within a minute. The endpoint may be failing, so that one message is tried at a time; this one waits.'
      : 'On its way. The answer of your server shows up here.';
    return <Callout actions={link}>{words}</Callout>;
  }
  const delivered = delivery.status === 'delivered';
  return (
    <Callout tone={delivered ? 'good' : 'warn'} actions={link}>
      <DeliveryState delivery={delivery} />{' '}
      <span className="tabular-nums">
        {last.status === null ? 'No answer' : `Your server answered ${last.status}`} in {last.duration_ms} ms.
      </span>
      {!delivered && last.error && <p className="mt-1">{last.error}</p>}
      {!delivered && delivery.next_attempt_at && (
        <p className="mt-1">
          Tried again at <Time iso={delivery.next_attempt_at} />.
        </p>
      )}
    </Callout>
  );
}
