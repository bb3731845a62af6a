import { type ProblemOnWire, problemOnWire } from '@/lib/kernel/problem-schema';

export type Problem = ProblemOnWire;

export type Answer<T> = { ok: true; data: T } | { ok: false; problem: Problem };

/** What an answer must look like: a schema of the wire. */
export type Shape<T> = { parse(value: unknown): T };

export type Ask = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** Names a request that would do its work again when repeated: a repetition carries the same (Idempotency-Key). */
  key?: string;
  /** The merchant that the page shows: another tab may have gone to another one meanwhile. */
  merchantId: string;
  signal?: AbortSignal;
  /** For what must arrive although the page is about to close. */
  keepalive?: boolean;
};

const unreachable: Problem = {
  code: 'unreachable',
  title: 'No connection',
  detail:
    'The portal could not be reached. Nothing was changed as far as this page knows; look again before you repeat it.',
};

/** Asks the portal on behalf of the signed-in person. Every failure is an answer, never an exception. */
export async function askDesk<T>(path: string, ask: Ask & { returns: Shape<T> }): Promise<Answer<T>>;
export async function askDesk(path: string, ask: Ask): Promise<Answer<undefined>>;
export async function askDesk(path: string, ask: Ask & { returns?: Shape<unknown> }): Promise<Answer<unknown>> {
  const { method = 'GET', body, key, merchantId, returns, signal, keepalive } = ask;
  const headers = {
    ...{ 'x-drawbridge-desk': '1', 'x-drawbridge-merchant': merchantId },
    ...(key !== undefined && { 'idempotency-key': key }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
  };
  try {
    const answer = await fetch(path, {
      ...{ method, headers, signal, keepalive, cache: 'no-store' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    const given: unknown = text ? JSON.parse(text) : undefined;
    if (!answer.ok) return { ok: false, problem: problemOnWire.catch(unreachable).parse(given) };
    return { ok: true, data: returns?.parse(given) };
  } catch {
    return { ok: false, problem: unreachable };
  }
}
