import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { problemAnswer } from '@/lib/http/base/problem';
import { transportHeaders } from '@/lib/http/base/security-headers';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { log } from '@/lib/kernel/log';
import { answerDirectly } from './direct';
import { answerKept } from './kept-pages';

/** What the framework knows to answer; it fails on others, such as TRACE. */
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Whether an address is text at all: every %XX of it is part of a character, and none is a NUL. */
function isText(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes('\0');
  } catch {
    return false;
  }
}

/** What can only fail further inside, and would there be our fault; null for everything else. */
export function refusalAtDoor({ method = '', url = '' }: Pick<IncomingMessage, 'method' | 'url'>): Refusal | null {
  if (!methods.includes(method)) {
    return new Refusal('method_not_allowed', { detail: `No address here offers ${method.slice(0, 20)}.` });
  }
  const [pathname = ''] = url.split('?');
  return isText(pathname) ? null : new Refusal('not_found', { detail: 'The address is not valid text (UTF-8).' });
}

function answer(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const requestId = newId('request');
  const { status, headers, body, code } = problemAnswer(refusal, requestId);
  const allow = code === 'method_not_allowed' ? { Allow: methods.join(', ') } : {};
  const own = { 'X-Request-Id': requestId, 'Cache-Control': 'no-store', Connection: 'close' };
  const length = { 'Content-Length': String(Buffer.byteLength(body)) };
  response.writeHead(status, { ...transportHeaders(), ...headers, ...allow, ...own, ...length });
  response.end(request.method === 'HEAD' ? undefined : body);
  log.info({ requestId, method: request.method, status, code }, 'request');
}

const guarded = new WeakSet<Server>();

/** Puts the door before all handlers of this server, once. */
export function guardServer(server: Server): void {
  if (guarded.has(server)) return;
  guarded.add(server);
  const inside = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const refusal = refusalAtDoor(request);
    if (refusal) return answer(request, response, refusal);
    if (answerKept(request, response) || answerDirectly(request, response)) return;
    for (const listener of inside) Reflect.apply(listener, server, [request, response]);
  });
}
