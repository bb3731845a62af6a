import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll } from 'vitest';
import { peerHeader } from '@/lib/http/base/address';
import { methods, type Resource } from '@/lib/http/pipeline/resource';

/** Finds the resource that an address belongs to, and what stands in the places of its parameters. */
function match(routes: readonly Resource[], pathname: string) {
  for (const resource of routes) {
    const pattern = resource.GET.path.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
    const found = new RegExp(`^${pattern}$`).exec(pathname);
    if (found) return { resource, params: { ...found.groups } };
  }
  return null;
}

async function toRequest(incoming: IncomingMessage, origin: string): Promise<Request> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
  headers.set(peerHeader, incoming.socket.remoteAddress ?? '');
  const body = await buffer(incoming);
  const init = { method: incoming.method, headers, body: body.length > 0 ? new Uint8Array(body) : undefined };
  return new Request(new URL(incoming.url ?? '/', origin), init);
}

/** Real HTTP in front of the real route handlers, without the framework's own server. */
export function servedRoutes(routes: readonly Resource[]): { readonly url: string } {
  const state = { url: '' };
  const server = createServer(async (incoming, outgoing) => {
    const request = await toRequest(incoming, state.url);
    const found = match(routes, new URL(request.url).pathname);
    const method = methods.find((one) => one === incoming.method);
    const handler = method && found?.resource[method];
    const answer = await handler?.(request, { params: Promise.resolve(found?.params ?? {}) });
    outgoing.setHeaders(answer?.headers ?? new Headers()).writeHead(answer?.status ?? 404);
    outgoing.end(Buffer.from((await answer?.arrayBuffer()) ?? new ArrayBuffer(0)));
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    state.url = `http://127.0.0.1:${Object(server.address()).port}`;
  });
  afterAll(() => server.close());
  return state;
}
