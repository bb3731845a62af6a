import http from 'node:http';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { peerHeader } from '@/lib/http/base/address';
import { rawSearch, targetHeader } from '@/lib/http/base/raw-target';
import { noteArrivals } from './note-arrivals';

const servers: http.Server[] = [];
beforeAll(() => noteArrivals());
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

/** What a handler is told of a request whose first line names this target. */
async function arrive(target: string, headers: Record<string, string> = {}): Promise<http.IncomingHttpHeaders> {
  const server = http.createServer((incoming, outgoing) => outgoing.end(JSON.stringify(incoming.headers)));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = Object(server.address());
  const answer = await new Promise<http.IncomingMessage>((resolve, reject) => {
    http.get({ host: '127.0.0.1', port, path: target, headers, agent: false }, resolve).on('error', reject);
  });
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString());
}

test('the address of the socket is noted, and the caller cannot change it', async () => {
  expect(await arrive('/', { [peerHeader]: '203.0.113.1' })).toMatchObject({ [peerHeader]: '127.0.0.1' });
});

test.each(['?a=%20x+y%7E&b&c=&d=%c3%bc', "?a='x'&&q={a}|b", '?nxtPa=1&_rsc=2', '', '?'])(
  'the query of a source address is noted as it was written: %s',
  async (search) => {
    const target = `/api/hooks/s2s/src_1${search}`;
    const headers = await arrive(target, { [targetHeader]: '/api/hooks/forged?a=1' });
    expect(headers[targetHeader]).toBe(target);
    const rewritten = new Request('http://localhost:3000/api/hooks/s2s/src_1?else=1', {
      headers: { [targetHeader]: String(headers[targetHeader]) },
    });
    expect(rawSearch(rewritten)).toBe(search);
  },
);

test('of other addresses nothing is noted, and nothing that the caller made up is left', async () => {
  expect(await arrive('/p/a-claim-token?x=1', { [targetHeader]: '/api/hooks/forged' })).not.toHaveProperty(
    targetHeader,
  );
});
