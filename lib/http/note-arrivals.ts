import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import { peerHeader } from './address';
import { noteTarget } from './raw-target';

/**
 * Writes into each arriving request what route handlers cannot see, before anything reads its headers: the socket's
 * address, as X-Forwarded-For is whatever the caller says, and the target as it was written.
 */
export function noteArrivals(): void {
  subscribe('http.server.request.start', (message) => {
    const request: unknown = Object(message).request;
    if (!(request instanceof IncomingMessage)) return;
    request.headers[peerHeader] = request.socket.remoteAddress ?? '';
    noteTarget(request.headers, request.url);
  });
}
