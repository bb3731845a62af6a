import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyLimitBytes } from '@/lib/http/base/read-body';
import { env } from '@/lib/kernel/env';
import { log } from '@/lib/kernel/log';
import { noteInSpan, traced } from '@/lib/kernel/traced';

type Handler = (request: Request, context: { params: Promise<undefined> }) => Promise<Response>;

declare global {
  // One list a process; global because the framework may load the door and the routes as two copies of this module.
  var drawbridgeDirect: Map<string, Handler> | undefined;
}

const handlers = () => {
  globalThis.drawbridgeDirect ??= new Map();
  return globalThis.drawbridgeDirect;
};

/**
 * Lets the door call what answers a POST at this address, once the framework has loaded it for the first request: it would find
 * the same route again for every other one.
 */
export function offerDirectly(path: string, handler: Handler): void {
  if (path.startsWith('/api/v1/') && !path.includes('{')) handlers().set(path, handler);
}

/** The body, which has the length that it said; null where its caller went away. */
async function readAll(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Buffer[] = [];
  try {
    for await (const part of request) parts.push(part);
    return Uint8Array.from(Buffer.concat(parts));
  } catch {
    return null;
  }
}

function headersOf({ headers }: IncomingMessage): Headers | null {
  try {
    return new Headers(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  } catch {
    return null;
  }
}

/** A span as the framework makes one of each request that comes to it. */
function asFramework(route: string, work: () => Promise<Response>): Promise<Response> {
  const facts = { 'http.method': 'POST', 'http.route': route };
  const noted = async () => {
    const answered = await work();
    noteInSpan({ 'http.status_code': answered.status });
    return answered;
  };
  return traced(`POST ${route}`, facts, noted, { root: true });
}

async function answer(handler: Handler, incoming: IncomingMessage, headers: Headers, response: ServerResponse) {
  const body = await readAll(incoming);
  if (!body) return;
  const request = new Request(new URL(incoming.url ?? '', env.BASE_URL), { method: 'POST', headers, body });
  const answered = await asFramework(new URL(request.url).pathname, () =>
    handler(request, { params: Promise.resolve(undefined) }),
  );
  const sent = Buffer.from(await answered.arrayBuffer());
  for (const [name, value] of answered.headers) response.appendHeader(name, value);
  if (answered.status !== 204) response.setHeader('Content-Length', sent.length);
  response.writeHead(answered.status).end(sent);
}

/** Answers a POST with a short body to an address that is known by now; false where the framework has to. */
export function answerDirectly(request: IncomingMessage, response: ServerResponse): boolean {
  const { method, url = '', headers: given } = request;
  const handler = method === 'POST' && env.NODE_ENV !== 'development' ? handlers().get(url) : undefined;
  // Without a length, and with a longer one, the route itself says how much of it is read.
  if (!handler || !(Number(given['content-length']) <= bodyLimitBytes)) return false;
  const headers = headersOf(request);
  if (!headers) return false;
  answer(handler, request, headers, response).catch((error: unknown) => {
    log.error({ err: error, path: url }, 'A request could not be answered');
    response.destroy();
  });
  return true;
}
