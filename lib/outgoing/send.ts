import http from 'node:http';
import https from 'node:https';
import { Refusal } from '@/lib/kernel/errors';
import { noteInSpan, traced } from '@/lib/kernel/traced';
import { guardedLookup, isAllowedPrivate, parseTarget, rulesOf, type TargetRules } from './target-url';

/** One request as it goes out; header names in lower case, an empty body for GET. */
export type OutgoingRequest = { method: 'POST' | 'GET'; url: string; headers: Record<string, string>; body: string };

/** Bytes of an answer that are kept with the attempt. */
const usuallyKept = 2048;
/** Bytes of an answer that are read at all, so that its connection can be used again. */
const readBytes = 65_536;

export type Outcome = {
  /** Null where no answer came. */
  status: number | null;
  answer: string | null;
  /** What went wrong, in words. */
  error: string | null;
  /** No connection was made, so that nothing of the request can have arrived. */
  unconnected: boolean;
  retryAfter: string | undefined;
  /** Of the answer, names in lower case; each that came more than once is left out. */
  headers: Record<string, string>;
  durationMs: number;
};

export type Sender = {
  /** One request, for a merchant. Never throws: the outcome tells what happened. */
  send(message: OutgoingRequest, merchantId?: string): Promise<Outcome>;
  close(): void;
};

export type SenderSettings = {
  rules: TargetRules;
  timeoutMs: number;
  /** Sends each request over a connection of its own, once: for what must not arrive twice. */
  once?: boolean;
  /** Bytes of an answer that are handed on; 2048 where it is not said. */
  keepBytes?: number;
};

const reasons: Record<string, string> = {
  ECONNREFUSED: 'The connection was refused.',
  ECONNRESET: 'The connection was closed before an answer came.',
  EPIPE: 'The connection was closed before an answer came.',
  ENOTFOUND: 'The name could not be found in DNS.',
  ENODATA: 'The name has no address in DNS.',
  ETIMEOUT: 'DNS did not answer in time.',
  ETIMEDOUT: 'The connection could not be opened in time.',
  EHOSTUNREACH: 'The host cannot be reached.',
  ENETUNREACH: 'The network cannot be reached.',
  CERT_HAS_EXPIRED: 'The certificate has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate is self-signed.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate is for another name.',
};

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function inWords(error: Error): string {
  if (error instanceof Refusal) return `${error.title}. ${error.facts.detail ?? ''}`.trim();
  return reasons[codeOf(error)] ?? `The request failed: ${error.message || codeOf(error)}`.slice(0, 300);
}

/** The kept part of an answer as text that the database takes: a character cut in half is left out, and so is NUL. */
function textOf(chunks: Buffer[]): string {
  const bytes = Buffer.concat(chunks);
  return new TextDecoder().decode(bytes, { stream: true }).replaceAll('\0', '');
}

function headersOf({ headers }: http.IncomingMessage): Record<string, string> {
  const single = Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  return Object.fromEntries(single);
}

/** The outcome of an answer that came: its status stands even when its body breaks off. */
function answered(response: http.IncomingMessage, chunks: Buffer[]): Omit<Outcome, 'durationMs'> {
  const status = response.statusCode ?? null;
  const redirect = status !== null && status >= 300 && status < 400;
  return {
    status,
    answer: textOf(chunks),
    unconnected: false,
    error: redirect ? `The answer was ${status}, a redirect: redirects are not followed.` : null,
    retryAfter: response.headers['retry-after'],
    headers: headersOf(response),
  };
}

type Finish = (outcome: Omit<Outcome, 'durationMs'>) => void;

/** Keeps the first bytes of an answer and reads on a little, so that its connection can be used again. */
function readAnswer(response: http.IncomingMessage, keepBytes: number, finish: Finish): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    if (size < keepBytes) chunks.push(chunk.subarray(0, keepBytes - size));
    size += chunk.length;
    if (size > Math.max(readBytes, keepBytes)) response.destroy();
  });
  response.on('error', () => {});
  response.on('close', () => finish(answered(response, chunks)));
}

type Limits = { until: number; keepBytes: number };

function exchange(open: () => http.ClientRequest, body: string, limits: Limits): Promise<Omit<Outcome, 'durationMs'>> {
  return new Promise((resolve) => {
    const request = open();
    let response: http.IncomingMessage | undefined;
    let unconnected = true;
    const finish: Finish = (outcome) => {
      clearTimeout(deadline);
      resolve(outcome);
    };
    const fail = (error: string) =>
      finish({ status: null, answer: null, error, unconnected, retryAfter: undefined, headers: {} });
    const deadline = setTimeout(() => {
      if (!response) fail('No answer came in time.');
      request.destroy();
    }, limits.until - performance.now());
    request.on('socket', (socket) => {
      if (socket.connecting) socket.once('connect', () => (unconnected = false));
      else unconnected = false;
    });
    request.on('response', (incoming) => {
      response = incoming;
      readAnswer(incoming, limits.keepBytes, finish);
    });
    request.on('error', (error) => {
      // An answer whose body breaks off is an answer: it is told once its stream has closed.
      if (response) return;
      // The receiver closed a kept connection as we took it. Sending again is the same attempt, under the same id.
      if (request.reusedSocket && ['ECONNRESET', 'EPIPE'].includes(codeOf(error))) {
        clearTimeout(deadline);
        resolve(exchange(open, body, limits));
      } else fail(inWords(error));
    });
    request.end(body);
  });
}

/** Sends webhooks over connections that are kept open and are only ever opened to addresses that the rules allow. */
export function createSender({ rules, timeoutMs, once = false, keepBytes = usuallyKept }: SenderSettings): Sender {
  const keepAlive = !once;
  const guarded = new https.Agent({ keepAlive, lookup: guardedLookup(rules) });
  const allowedHttp = new http.Agent({ keepAlive });
  const allowedHttps = new https.Agent({ keepAlive });

  function open(url: URL, own: TargetRules, options: http.RequestOptions): http.ClientRequest {
    if (!isAllowedPrivate(url, own)) return https.request(url, { ...options, agent: guarded });
    if (url.protocol === 'http:') return http.request(url, { ...options, agent: allowedHttp });
    return https.request(url, { ...options, agent: allowedHttps });
  }

  return {
    async send({ method, url: target, headers, body }, merchantId) {
      const started = performance.now();
      const took = () => Math.round(performance.now() - started);
      try {
        const own = rulesOf(merchantId ?? null, rules);
        const url = parseTarget(target, own);
        const all = method === 'GET' ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) };
        const limits = { until: started + timeoutMs, keepBytes };
        const outcome = await traced(`send ${method}`, { method }, async () => {
          const answer = await exchange(() => open(url, own, { method, headers: all }), body, limits);
          noteInSpan({ status: answer.status ?? 0, answered: answer.status !== null });
          return answer;
        });
        return { ...outcome, durationMs: took() };
      } catch (error) {
        const words = error instanceof Error ? inWords(error) : 'The request failed.';
        return {
          status: null,
          answer: null,
          error: words,
          unconnected: true,
          retryAfter: undefined,
          headers: {},
          durationMs: took(),
        };
      }
    },
    close() {
      for (const agent of [guarded, allowedHttp, allowedHttps]) agent.destroy();
    },
  };
}
