import { setTimeout as pause } from 'node:timers/promises';
import { settings } from './settings.ts';

/** The four calls of the portal's API that a merchant needs. */

export type Payout = {
  id: string;
  status: string;
  version: number;
  reference: string;
  amount: string;
  transfer: { hash: string; explorer_url: string | null } | null;
  failure_reason: string | null;
};
export type CreatedPayout = Payout & { claim_url: string };

/** The portal has understood and said no: sending the same again would change nothing. */
export class Refused extends Error {
  readonly code: string | undefined;

  constructor(words: string, code?: string) {
    super(words);
    this.code = code;
  }
}

export type NewPayout = { amount: string; recipient: object; reference: string; description: string };

/** The key makes this safe to repeat: the portal makes one payout per key, and repeats its first answer. */
export function createPayout(payout: NewPayout, idempotencyKey: string): Promise<CreatedPayout> {
  const body = { ...payout, asset: settings.asset, chain: settings.chain, return_url: settings.siteUrl };
  return call<CreatedPayout>('POST', '/api/v1/payouts', body, idempotencyKey);
}

export function readPayout(id: string): Promise<Payout> {
  return call<Payout>('GET', `/api/v1/payouts/${id}`);
}

export type PortalEvent = { sequence: number; data: { id: string; reference: string; version: number } };
export type EventPage = { data: PortalEvent[]; next_cursor: string; has_more: boolean };

/** What happened behind this cursor, oldest first: no webhook is needed to hear of it. */
export function readEvents(cursor: string): Promise<EventPage> {
  return call<EventPage>('GET', `/api/v1/events?cursor=${cursor}`);
}

/** Needs no key: cancelling twice is cancelling once. */
export function cancelPayout(id: string): Promise<Payout> {
  return call<Payout>('POST', `/api/v1/payouts/${id}/cancel`);
}

async function call<Answer>(method: string, path: string, body?: object, key?: string): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await callOnce<Answer>(method, path, body, key);
    } catch (error) {
      // No answer, or one that says "later": we cannot know whether it worked, so we ask again under the same key.
      if (error instanceof Refused || attempt === 4) throw error;
      await pause(250 * 2 ** attempt);
    }
  }
}

async function callOnce<Answer>(method: string, path: string, body?: object, key?: string): Promise<Answer> {
  const response = await fetch(settings.portalUrl + path, {
    method,
    headers: {
      authorization: `Bearer ${settings.apiKey}`,
      ...(body && { 'content-type': 'application/json' }),
      ...(key && { 'idempotency-key': key }),
    },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(15_000),
  });
  if (response.ok) return response.json();
  const problem: { code?: string; title?: string; detail?: string } = await response.json().catch(() => ({}));
  const words = problem.detail ?? problem.title ?? `The portal answered ${response.status}.`;
  const later = response.status >= 500 || response.status === 429 || problem.code === 'idempotency_in_progress';
  throw later ? new Error(words) : new Refused(words, problem.code);
}
