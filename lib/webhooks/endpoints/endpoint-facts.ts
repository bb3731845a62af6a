import type { Endpoint } from './endpoint-store';

/** What the audit keeps of an endpoint: never a secret, and of headers only their names. */
export function factsOf(endpoint: Endpoint): Record<string, unknown> {
  const { url, dialect, signing, events, description, status, headerNames, ordered, retryHours, alertEmail } = endpoint;
  return {
    ...{ url, dialect, signing, events, description, status, headers: headerNames, ordered },
    ...{ retry_hours: retryHours, notice_email: alertEmail },
  };
}

/** The facts that differ, as they were and as they are. */
export function changeBetween(former: Endpoint, present: Endpoint) {
  const before = factsOf(former);
  const after = factsOf(present);
  const changed = Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const only = (facts: Record<string, unknown>) => Object.fromEntries(changed.map((name) => [name, facts[name]]));
  return { before: only(before), after: only(after) };
}
