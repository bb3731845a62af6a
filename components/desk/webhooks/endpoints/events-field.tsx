'use client';
import { eventWords } from '@/components/desk/webhooks/words';
import { Choice, Choices } from '@/components/ui/choice';
import { type EventType, eventTypes } from '@/db/vocabulary/events';
import type { EndpointDraft } from './endpoint-draft';

type Chosen = Pick<EndpointDraft, 'everyEvent' | 'events'>;
type EventsFieldProps = Chosen & { fault: string | null; onChange: (chosen: Chosen) => void };

export function EventsField({ everyEvent, events, fault, onChange }: EventsFieldProps) {
  const toggle = (type: EventType, on: boolean) =>
    onChange({ everyEvent: false, events: eventTypes.filter((one) => (one === type ? on : events.includes(one))) });
  return (
    <Choices legend="What you want to hear of" fault={fault}>
      <Choice
        type="radio"
        name="events"
        checked={everyEvent}
        onChange={() => onChange({ everyEvent: true, events })}
        label="Every event"
        hint="Also kinds that we add later."
      />
      <Choice
        type="radio"
        name="events"
        checked={!everyEvent}
        onChange={() => onChange({ everyEvent: false, events })}
        label="These events only"
      />
      {!everyEvent && (
        <div className="mt-1 ml-6.5 grid gap-x-4 sm:grid-cols-2">
          {eventTypes.map((type) => (
            <Choice
              key={type}
              type="checkbox"
              checked={events.includes(type)}
              onChange={({ target }) => toggle(type, target.checked)}
              label={<code className="font-mono text-[0.8125rem]">{type}</code>}
              hint={eventWords[type]}
            />
          ))}
        </div>
      )}
    </Choices>
  );
}
