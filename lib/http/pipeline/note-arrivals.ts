import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage, Server } from 'node:http';
import { peerHeader } from '@/lib/http/base/address';
import { noteTarget } from '@/lib/http/base/raw-target';
import { guardServer } from './front-door';

/** Asks the framework for an action of a page. No page has any, and each try of a stranger would be an error in the log. */
const actionHeader = 'next-action';

/**
 * Writes into each arriving request what route handlers cannot see, before anything reads its headers: the socket's
 * address, as the caller writes X-Forwarded-For freely, and the target as it was written. What the framework cannot
 * answer does not come to it.
 */
export function noteArrivals(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, server }: { request?: unknown; server?: unknown } = Object(message);
    if (!(request instanceof IncomingMessage)) return;
    request.headers[peerHeader] = request.socket.remoteAddress ?? '';
    delete request.headers[actionHeader];
    noteTarget(request.headers, request.url);
    if (server instanceof Server) guardServer(server);
  });
}
