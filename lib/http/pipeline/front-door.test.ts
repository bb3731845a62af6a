import http from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noteArrivals } from './note-arrivals';

/** Real requests to a real server, as they come before the framework sees them. */
let inside: string[] = [];
const server = http.createServer((request, response) => {
  inside.push(`${request.method} ${request.url} ${request.headers['next-action'] ?? ''}`);
  response.end('inside');
});
beforeAll(async () => {
  noteArrivals();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

/** What is answered to a request of which every byte counts. */
async function ask(firstLine: string, headers: string[] = []) {
  inside = [];
  const socket = connect(Object(server.address()).port, '127.0.0.1');
  socket.write(`${firstLine} HTTP/1.1\r\n${['Host: x', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`);
  const [head = '', ...rest] = (await text(socket)).split('\r\n\r\n');
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]), head, body: rest.join('\r\n\r\n') };
}

test.each(['TRACE', 'PROPFIND', 'MKCOL', 'QUERY'])(
  '%s is offered nowhere, and never comes to the framework',
  async (method) => {
    for (const address of ['/', '/api/health', '/p/x']) {
      const { status, head, body } = await ask(`${method} ${address}`);
      expect([status, JSON.parse(body).code]).toEqual([405, 'method_not_allowed']);
      expect(head).toMatch(/^Allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\r?$/m);
      expect(head).toMatch(/^Content-Type: application\/problem\+json\r?$/m);
      expect(head).toMatch(/^X-Content-Type-Options: nosniff\r?$/im);
    }
    expect(inside).toEqual([]);
  },
);

test.each(['%F0%9F', '%', '%zz', '%00', 'a%00b', '%ED%A0%80', '%C0%80'])(
  'an address that is no text is not there: %s',
  async (part) => {
    for (const address of [`/p/${part}`, `/api/v1/claims/${part}`, `/api/${part}`, `/dashboard/payouts/${part}?x=1`]) {
      const { status, head, body } = await ask(`GET ${address}`);
      expect([status, JSON.parse(body).code]).toEqual([404, 'not_found']);
      expect(head).toMatch(/^X-Request-Id: req_/m);
    }
    expect(await ask(`HEAD /p/${part}`)).toMatchObject({ status: 404, body: '' });
    expect(inside).toEqual([]);
  },
);

test('everything else goes in as it came', async () => {
  for (const line of ['GET /p/%F0%9F%92%A5?x=%F0%9F', 'POST /api/v1/payouts', 'OPTIONS *', 'HEAD /', 'GET //a']) {
    expect((await ask(line)).status).toBe(200);
    expect(inside).toEqual([`${line} `]);
  }
});

test('nobody asks for an action of a page: none has any', async () => {
  await ask('POST /docs', ['Next-Action: abc', 'Content-Length: 0']);
  expect(inside).toEqual(['POST /docs ']);
});
