/** A question to the portal that this page came from. */
export type Question = {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** For what must arrive although the page is about to close. */
  keepalive?: boolean;
  maxMs?: number;
};

type Reply<T> = { ok: true; status: number; headers: Headers; data: T };
/** The portal, or something on the way to it, said no: `problem.ts` reads why. */
export type Refused = { ok: false; status: number; headers: Headers; text: string };

/**
 * Asks once. Null when no whole answer came: no connection, one that was cut off, none within our own time. What was asked may
 * have been done. An answer of our own portal is taken to be what the question is for.
 */
export async function ask<T = unknown>(path: string, question: Question = {}): Promise<Reply<T> | Refused | null> {
  const { method = 'GET', body, headers, signal, keepalive, maxMs = 60_000 } = question;
  const limit = new AbortController();
  const stop = () => limit.abort();
  const timer = setTimeout(stop, maxMs);
  signal?.addEventListener('abort', stop);
  if (signal?.aborted) stop();
  try {
    const response = await fetch(path, {
      ...{ method, keepalive, cache: 'no-store', signal: limit.signal },
      headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const about = { status: response.status, headers: response.headers };
    if (!response.ok) return { ok: false, ...about, text };
    return { ok: true, ...about, data: response.status === 204 ? undefined : JSON.parse(text) };
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
