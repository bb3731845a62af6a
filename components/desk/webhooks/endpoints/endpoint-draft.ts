import { type EventType, eventTypes } from '@/db/vocabulary/events';
import type { Dialect, SignatureKind } from '@/db/vocabulary/webhooks';
import type { CreateEndpointBody, EndpointAnswer, UpdateEndpointBody } from '@/lib/webhooks/endpoints/schema';

/** What the form of an endpoint holds while a member writes in it. */

/** What a dialect brings along: which events it sends by default, and how it can sign. */
export type DialectFacts = Readonly<
  Record<Dialect, { events: readonly string[]; signatureKinds: readonly SignatureKind[] }>
>;

export type HeaderDraft = { id: number; name: string; value: string };

export type EndpointDraft = {
  url: string;
  dialect: Dialect;
  description: string;
  signing: SignatureKind;
  everyEvent: boolean;
  events: readonly EventType[];
  headers: readonly HeaderDraft[];
  /** Whether the headers above take the place of the ones that are stored. */
  replaceHeaders: boolean;
  ordered: boolean;
  retryHours: string;
  alertEmail: string;
};

const chosen = (events: readonly string[]) => ({
  everyEvent: events.includes('*'),
  events: eventTypes.filter((type) => events.includes(type)),
});

export function newDraft(dialect: Dialect, facts: DialectFacts): EndpointDraft {
  return {
    ...{ url: '', dialect, description: '', signing: 'hmac', headers: [], replaceHeaders: true },
    ...{ ordered: false, retryHours: '4', alertEmail: '' },
    ...chosen(facts[dialect].events),
  };
}

export function draftOf(endpoint: EndpointAnswer): EndpointDraft {
  const { url, dialect, description, signing, ordered, retry_hours, notice_email, events } = endpoint;
  return {
    ...{ url, dialect, description: description ?? '', signing, headers: [], replaceHeaders: false },
    ...{ ordered, retryHours: String(retry_hours), alertEmail: notice_email ?? '' },
    ...chosen(events),
  };
}

/** Another dialect has other defaults; what was written stays. */
export function withDialect(draft: EndpointDraft, dialect: Dialect, facts: DialectFacts): EndpointDraft {
  const { events, signatureKinds } = facts[dialect];
  const signing = signatureKinds.includes(draft.signing) ? draft.signing : 'hmac';
  return { ...draft, dialect, signing, ...chosen(events) };
}

const eventsIn = ({ everyEvent, events }: EndpointDraft): ('*' | EventType)[] => (everyEvent ? ['*'] : [...events]);

const headersIn = ({ headers }: EndpointDraft) =>
  Object.fromEntries(headers.filter(({ name }) => name.trim() !== '').map(({ name, value }) => [name.trim(), value]));

/** A number where one was written; the portal refuses any other text at its field. */
const hoursIn = ({ retryHours }: EndpointDraft) => (retryHours.trim() === '' ? Number.NaN : Number(retryHours));

/** What is asked of the portal for a new endpoint. */
export function createBodyOf(draft: EndpointDraft): CreateEndpointBody {
  const description = draft.description.trim();
  const email = draft.alertEmail.trim();
  return {
    ...{ url: draft.url.trim(), dialect: draft.dialect, signing: draft.signing, ordered: draft.ordered },
    ...{ events: eventsIn(draft), headers: headersIn(draft), retry_hours: hoursIn(draft) },
    ...(description && { description }),
    ...(email && { notice_email: email }),
  };
}

/** Only what differs from the endpoint as it is. */
export function updateBodyOf(draft: EndpointDraft, endpoint: EndpointAnswer): UpdateEndpointBody {
  const former = draftOf(endpoint);
  const differs = (name: 'url' | 'description' | 'ordered' | 'retryHours' | 'alertEmail') =>
    draft[name] !== former[name];
  const events = eventsIn(draft);
  return {
    ...(differs('url') && { url: draft.url.trim() }),
    ...(differs('description') && { description: draft.description.trim() || null }),
    ...(events.join() !== eventsIn(former).join() && { events }),
    ...(draft.replaceHeaders && { headers: headersIn(draft) }),
    ...(differs('ordered') && { ordered: draft.ordered }),
    ...(differs('retryHours') && { retry_hours: hoursIn(draft) }),
    ...(differs('alertEmail') && { notice_email: draft.alertEmail.trim() || null }),
  };
}
