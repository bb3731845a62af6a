'use client';
import { retryWords } from '@/components/desk/webhooks/words';
import { Choice } from '@/components/ui/choice';
import { TextField } from '@/components/ui/fields';
import { DialectField, SignatureField } from './dialect-fields';
import { type DialectFacts, type EndpointDraft, withDialect } from './endpoint-draft';
import { EventsField } from './events-field';
import { HeadersField } from './headers-field';
import { UrlField } from './url-field';

/** Fields that say themselves what is wrong with them. */
export const endpointFields = [
  ...['url', 'dialect', 'events', 'description', 'signing', 'headers', 'retry_hours', 'notice_email'],
] as const;

type EndpointFieldsProps = {
  draft: EndpointDraft;
  onChange: (draft: EndpointDraft) => void;
  fault: (name: string) => string | null;
  facts: DialectFacts;
  /** Names of the headers that are stored; null for an endpoint that is yet to be made. */
  stored: readonly string[] | null;
};

/** All that can be said of an endpoint. Dialect and signing are chosen once, when it is made. */
export function EndpointFields({ draft, onChange, fault, facts, stored }: EndpointFieldsProps) {
  const set = (part: Partial<EndpointDraft>) => onChange({ ...draft, ...part });
  return (
    <>
      {stored === null && (
        <DialectField
          dialect={draft.dialect}
          fault={fault('dialect')}
          onChange={(dialect) => onChange(withDialect(draft, dialect, facts))}
        />
      )}
      <UrlField url={draft.url} dialect={draft.dialect} fault={fault('url')} onChange={(url) => set({ url })} />
      <TextField
        name="description"
        label="Name"
        hint="For your own eyes, such as “Bookkeeping”. Optional."
        fault={fault('description')}
        maxLength={200}
        value={draft.description}
        onChange={(description) => set({ description })}
      />
      <EventsField everyEvent={draft.everyEvent} events={draft.events} fault={fault('events')} onChange={set} />
      {stored === null && (
        <SignatureField
          signing={draft.signing}
          offered={facts[draft.dialect].signatureKinds}
          fault={fault('signing')}
          onChange={(signing) => set({ signing })}
        />
      )}
      <DeliveryFields draft={draft} onChange={set} fault={fault} />
      <HeadersField
        headers={draft.headers}
        stored={stored ?? []}
        replace={draft.replaceHeaders || stored?.length === 0}
        fault={fault('headers')}
        onChange={(headers, replaceHeaders) =>
          set({ headers, replaceHeaders: replaceHeaders && (stored?.length !== 0 || headers.length > 0) })
        }
      />
    </>
  );
}

type DeliveryFieldsProps = {
  draft: EndpointDraft;
  onChange: (part: Partial<EndpointDraft>) => void;
  fault: (name: string) => string | null;
};

function DeliveryFields({ draft, onChange, fault }: DeliveryFieldsProps) {
  const hours = Number(draft.retryHours);
  const hint = hours >= 4 && hours <= 72 ? `We try ${retryWords(hours)}, then tell you.` : 'From 4 to 72.';
  return (
    <>
      <Choice
        type="checkbox"
        checked={draft.ordered}
        onChange={({ target }) => onChange({ ordered: target.checked })}
        label="Strictly in order for each payout"
        hint="One message that fails holds back the later ones of the same payout. Without it, use version and sequence to tell what is newer."
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="retry_hours"
          label="Keep trying for so many hours"
          hint={hint}
          fault={fault('retry_hours')}
          className="tabular-nums"
          type="number"
          min={4}
          max={72}
          step={1}
          required
          value={draft.retryHours}
          onChange={(retryHours) => onChange({ retryHours })}
        />
        <TextField
          name="notice_email"
          label="Whom to tell when we give up"
          hint="Without it, the address in your settings."
          fault={fault('notice_email')}
          type="email"
          value={draft.alertEmail}
          onChange={(alertEmail) => onChange({ alertEmail })}
        />
      </div>
    </>
  );
}
