import type { Queryable } from '@/db/client';
import { dialectRules } from '@/lib/dialects/registry';
import { unseal } from '@/lib/kernel/secrets';
import { breaker } from './breaker';
import { type Endpoint, type Health, readHealth } from './endpoint-store';
import type { CreatedEndpointAnswer, EndpointAnswer } from './schema';
import { stillSigning } from './still-signing';

const healthy: Health = {
  ...{ failures: 0, failingSince: null, probeAt: null, pending: 0, exhausted: 0 },
  ...{ refused: 0, refusedSince: null },
};

function presentHealth(health: Health): EndpointAnswer['health'] {
  const { failures, failingSince, probeAt, pending, exhausted, refused, refusedSince } = health;
  const rests = failures >= breaker.opensAfter;
  const since = rests ? failingSince : refusedSince;
  return {
    state: rests || refused > 0 ? 'failing' : 'working',
    failing_since: since?.toISOString() ?? null,
    next_probe_at: rests ? (probeAt?.toISOString() ?? null) : null,
    pending,
    exhausted,
    refused,
  };
}

/** What signs for this endpoint; throws where SECRETS_KEY is not the one that sealed it. */
export function currentSecret(endpoint: Endpoint): string {
  return unseal(endpoint.secret, endpoint.id);
}

function publicKeyOf(endpoint: Endpoint): string | null {
  if (endpoint.signing === 'hmac') return null;
  return dialectRules[endpoint.dialect].publicKeyOf(endpoint.signing, currentSecret(endpoint));
}

export function presentEndpoint(endpoint: Endpoint, health: Health | undefined, now: Date): EndpointAnswer {
  const { id, url, dialect, events, description, status, signing, ordered, previousSecrets } = endpoint;
  const ends = stillSigning(previousSecrets, now).map(({ until }) => until);
  const last = ends.toSorted().at(-1);
  return {
    ...{ id, url, dialect, events, description, status },
    pause_reason: endpoint.pauseReason,
    signing,
    public_key: publicKeyOf(endpoint),
    rotation: last ? { previous_until: last, previous: ends.map((until) => ({ until })) } : null,
    headers: endpoint.headerNames,
    ordered,
    retry_hours: endpoint.retryHours,
    notice_email: endpoint.alertEmail,
    health: presentHealth(health ?? healthy),
    created_at: endpoint.createdAt.toISOString(),
  };
}

/** Reads how an endpoint is doing and presents the whole. */
export async function readAndPresent(q: Queryable, endpoint: Endpoint, now: Date): Promise<EndpointAnswer> {
  const health = await readHealth(q, [endpoint.id]);
  return presentEndpoint(endpoint, health.get(endpoint.id), now);
}

/** The same with the secret, for the answers that show it: to the making and to a rotation. */
export async function presentWithSecret(q: Queryable, endpoint: Endpoint, now: Date): Promise<CreatedEndpointAnswer> {
  const secret = endpoint.signing === 'hmac' ? currentSecret(endpoint) : null;
  return { ...(await readAndPresent(q, endpoint, now)), secret };
}
