import { z } from 'zod';

const problemShape = z.object({
  code: z.string(),
  title: z.string(),
  detail: z.string(),
  field: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
});
export type Problem = z.infer<typeof problemShape>;

export type Answer<T> = { ok: true; data: T } | { ok: false; problem: Problem };

export type Ask<T> = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** Names the request where it would do its work again when repeated: a repetition carries the same. */
  key?: string;
  /** The merchant that the page shows: another tab may have gone to another one meanwhile. */
  merchantId: string;
  /** What the answer must look like; nothing for answers without a body. */
  returns?: z.ZodType<T>;
  signal?: AbortSignal;
};

const unreachable: Problem = {
  code: 'unreachable',
  title: 'No connection',
  detail:
    'The portal could not be reached. Nothing was changed as far as this page knows; look again before you repeat it.',
};

/** Asks the portal on behalf of the signed-in person. Whatever goes wrong is an answer, never an exception. */
export async function askDesk<T = undefined>(path: string, ask: Ask<T>): Promise<Answer<T>> {
  const { method = 'GET', body, key, merchantId, returns, signal } = ask;
  const headers = {
    ...{ 'x-drawbridge-desk': '1', 'x-drawbridge-merchant': merchantId },
    ...(key !== undefined && { 'idempotency-key': key }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
  };
  try {
    const answer = await fetch(path, {
      ...{ method, headers, signal, cache: 'no-store' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    const given: unknown = text ? JSON.parse(text) : undefined;
    if (!answer.ok) return { ok: false, problem: problemShape.catch(unreachable).parse(given) };
    return { ok: true, data: (returns ?? z.custom<T>(() => true)).parse(given) };
  } catch {
    return { ok: false, problem: unreachable };
  }
}
