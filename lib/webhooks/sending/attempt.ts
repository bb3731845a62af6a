import type { Message } from '@/lib/dialects/dialect';
import { dialectRules } from '@/lib/dialects/registry';
import type { Clock } from '@/lib/kernel/clock';
import { unseal } from '@/lib/kernel/secrets';
import type { Outcome, Sender } from '@/lib/outgoing/send';
import { isFailing } from '@/lib/webhooks/endpoints/breaker';
import { unsealHeaders } from '@/lib/webhooks/endpoints/own-headers';
import { stillSigning } from '@/lib/webhooks/endpoints/still-signing';
import type { LeasedDelivery } from '@/lib/webhooks/events/store';
import type { Result } from './result-store';
import { nextAttemptAt, readRetryAfter } from './retry';

export type Attempt = {
  delivery: LeasedDelivery;
  /** Proof of the lease that the delivery was claimed under. */
  owner: string;
  /** From 0 to 1; spreads the retry. */
  random: number;
  /** Reads a sealed value of an endpoint; given so that many deliveries of one endpoint read it once. */
  open?: typeof unseal;
};

/** Stands in the log for the value of a merchant's own header, which may be a password. */
export const hiddenValue = '(hidden)';

/** The status by which a receiver says that it is gone for good. */
const gone = 410;

/** A message ready to go, and the same as it may be shown; or why there is none, in words. */
type Prepared = { message: Message; shown: Pick<Message, 'headers' | 'body'> } | { error: string };

/** Sends a leased delivery once and says how it went and what follows from it. Never throws; writes nothing. */
export async function attempt(clock: Clock, sender: Sender, given: Attempt): Promise<Result> {
  const { delivery, owner, random, open = unseal } = given;
  const startedAt = clock.now();
  const prepared = prepare(delivery, startedAt, open);
  const outcome =
    'error' in prepared ? notSent(prepared.error) : await sender.send(prepared.message, delivery.merchantId);
  const { status, answer, durationMs, error } = outcome;
  const endedAt = clock.now();
  const sent = 'error' in prepared ? null : prepared;
  return {
    ...{ deliveryId: delivery.id, merchantId: delivery.merchantId, endpointId: delivery.endpoint.id, owner },
    ...{ scheduleBegan: delivery.startedAt, probe: delivery.probe, failing: isFailing(status), endedAt },
    inOrder: delivery.endpoint.ordered ? { subjectId: delivery.subjectId, position: delivery.position } : null,
    attempt: {
      ...{ number: delivery.attempts + 1, startedAt, durationMs, status, answer, error },
      method: sent?.message.method ?? 'POST',
      url: sent?.message.url ?? delivery.endpoint.url,
      requestHeaders: sent?.shown.headers ?? null,
      requestBody: sent?.shown.body ?? null,
    },
    ...decide(delivery, endedAt, outcome, random),
  };
}

function notSent(error: string): Outcome {
  return { status: null, answer: null, error, retryAfter: undefined, unconnected: true, headers: {}, durationMs: 0 };
}

/** The newest secret and, while rotations overlap, those before it, but for one that cannot be read any more. */
function secretsOf(endpoint: LeasedDelivery['endpoint'], at: Date, open: typeof unseal): string[] {
  const { id, secret, previousSecrets } = endpoint;
  const former = stillSigning(previousSecrets, at).flatMap((one) => {
    try {
      return [open(one.secret, id)];
    } catch {
      return [];
    }
  });
  return [open(secret, id), ...former];
}

function prepare({ endpoint, event }: LeasedDelivery, at: Date, open: typeof unseal): Prepared {
  const rules = dialectRules[endpoint.dialect];
  let secrets: string[];
  try {
    secrets = secretsOf(endpoint, at, open);
  } catch {
    return { error: 'The signing secret of this endpoint cannot be read; rotate it or create the endpoint again.' };
  }
  let own: Record<string, string>;
  try {
    own = unsealHeaders(endpoint.headers, endpoint.id, open);
  } catch {
    return { error: 'The headers of this endpoint cannot be read; set them again.' };
  }
  const facts = { id: event.id, at, merchantId: event.merchantId };
  try {
    const signed = rules.sign(rules.render(event, endpoint.url), { signing: endpoint.signing, secrets }, facts);
    const headers = { 'user-agent': 'Drawbridge-Webhooks/1', ...signed.headers };
    const hidden = Object.fromEntries(Object.keys(own).map((name) => [name, hiddenValue]));
    return {
      message: { ...signed, headers: { ...own, ...headers } },
      shown: { headers: { ...hidden, ...headers }, body: signed.body },
    };
  } catch {
    return { error: 'The message could not be put together and signed; check the address of this endpoint.' };
  }
}

/** Where a delivery goes from here, and what else its answer asks for. */
function decide(
  { endpoint, tries }: LeasedDelivery,
  at: Date,
  { status, retryAfter }: Outcome,
  random: number,
): Pick<Result, 'next' | 'tries' | 'askedAt' | 'gone'> {
  const { accepts } = dialectRules[endpoint.dialect];
  const askedAt = readRetryAfter(retryAfter, at);
  const rest = { tries: tries + 1, askedAt, gone: false };
  if (status !== null && accepts(status)) return { ...rest, next: { status: 'delivered', at } };
  // It waits, uncounted, for the merchant to resume the endpoint.
  if (status === gone) return { ...rest, tries, gone: true, next: { status: 'pending', at } };
  const { retryHours } = endpoint;
  const next = nextAttemptAt({ tries: tries + 1, retryHours, at, retryAfter: askedAt, random });
  return { ...rest, next: next ? { status: 'pending', at: next } : { status: 'exhausted', at } };
}
