import { ask } from '@/components/ask/ask';
import { type Problem, problemOf, unreachable } from '@/components/ask/problem';

export type { Problem };

export type Answer<T> = { ok: true; data: T } | { ok: false; problem: Problem };

/** What an answer must look like: a schema of the wire. */
export type Shape<T> = { parse(value: unknown): T };

export type Ask = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** Names a request that would do its work again when repeated: a repetition carries the same (Idempotency-Key). */
  key?: string;
  /** The merchant that the page shows: another tab may have gone to another one meanwhile. Null on operators' pages. */
  merchantId: string | null;
  signal?: AbortSignal;
  /** For what must arrive although the page is about to close. */
  keepalive?: boolean;
};

/** Asks the portal on behalf of the signed-in person. Every failure is an answer, never an exception. */
export async function askDesk<T>(path: string, wanted: Ask & { returns: Shape<T> }): Promise<Answer<T>>;
export async function askDesk(path: string, wanted: Ask): Promise<Answer<undefined>>;
export async function askDesk(path: string, wanted: Ask & { returns?: Shape<unknown> }): Promise<Answer<unknown>> {
  const { key, merchantId, returns, ...question } = wanted;
  const headers = {
    'x-drawbridge-desk': '1',
    ...(merchantId !== null && { 'x-drawbridge-merchant': merchantId }),
    ...(key !== undefined && { 'idempotency-key': key }),
  };
  const reply = await ask(path, { ...question, headers });
  if (!reply?.ok) return { ok: false, problem: problemOf(reply) };
  try {
    return { ok: true, data: returns?.parse(reply.data) };
  } catch {
    return { ok: false, problem: unreachable };
  }
}
