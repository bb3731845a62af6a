import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { peerHeader } from '@/lib/http/base/address';
import { env } from '@/lib/kernel/env';

/**
 * Pages that are the same for everybody for as long as the process lives. Each takes the processor long to make, so it is
 * made once per theme and coding. Their nonce stays the same, too: nothing of any caller is in them that it could let run. There are
 * as many as the reference has pages, since only what is there is kept; its search answers each caller by itself.
 */
const ofReference = /^\/docs(\/(?!search$)\w[\w-]*){0,2}$/;
const maxBytes = 8 * 1024 * 1024;

type KeptPage = { headers: OutgoingHttpHeaders; body: Buffer };
const kept = new Map<string, KeptPage>();

/** Headers that are of one answer only. */
const passing = ['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length'];

type PageRequest = { key: string; path: string; theme: string | undefined; gzip: boolean };

function wantedOf({ method, url = '', headers }: IncomingMessage): PageRequest | null {
  const [path = ''] = url.split('?');
  if ((method !== 'GET' && method !== 'HEAD') || !ofReference.test(path) || env.NODE_ENV === 'development') return null;
  const theme = /(?:^|; ?)theme=(light|dark)(?:;|$)/.exec(headers.cookie ?? '')?.[1];
  const gzip = /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));
  return { key: [path, theme, gzip].join(' '), path, theme, gzip };
}

/** Removes from a request all that could make its page differ from everybody's. */
function makePlain(request: IncomingMessage, { path, theme, gzip }: PageRequest): void {
  const { host, [peerHeader]: peer } = request.headers;
  request.url = path;
  request.headers = {
    ...{ host, [peerHeader]: peer, accept: 'text/html' },
    ...(theme && { cookie: `theme=${theme}` }),
    ...(gzip && { 'accept-encoding': 'gzip' }),
  };
}

/** Keeps what is sent, once all of it was, however slowly this reader takes it: others do not wait for them. */
function listenTo(response: ServerResponse, key: string): void {
  const parts: Buffer[] = [];
  const hear = (part: unknown) => {
    if (typeof part === 'string' || part instanceof Uint8Array) parts.push(Buffer.from(part));
  };
  const { write, end } = response;
  const heard =
    (send: typeof write | typeof end) =>
    (...given: unknown[]) => {
      hear(given[0]);
      return Reflect.apply(send, response, given);
    };
  Object.assign(response, { write: heard(write), end: heard(end) });
  response.once('finish', () => {
    const body = Buffer.concat(parts);
    if (response.statusCode !== 200 || response.hasHeader('set-cookie') || body.length > maxBytes) return;
    const headers = Object.entries(response.getHeaders()).filter(([name]) => !passing.includes(name));
    kept.set(key, { headers: Object.fromEntries(headers), body });
  });
}

/** Answers with a page that is kept; false where the framework has to, from whose answer it is kept then. */
export function answerKept(request: IncomingMessage, response: ServerResponse): boolean {
  const wanted = wantedOf(request);
  if (!wanted) return false;
  const page = kept.get(wanted.key);
  if (page) {
    response.writeHead(200, { ...page.headers, 'Content-Length': String(page.body.length) });
    response.end(request.method === 'HEAD' ? undefined : page.body);
    return true;
  }
  makePlain(request, wanted);
  if (request.method === 'GET') listenTo(response, wanted.key);
  return false;
}
