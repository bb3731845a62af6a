import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import { peerHeader } from './address';

/**
 * Writes the socket's address into each arriving request, before anything reads its headers: route handlers see no
 * socket, and X-Forwarded-For is whatever the caller says.
 */
export function notePeerAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    const request: unknown = Object(message).request;
    if (request instanceof IncomingMessage) request.headers[peerHeader] = request.socket.remoteAddress ?? '';
  });
}
