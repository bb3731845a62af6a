import http from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as payouts from '@/app/api/v1/payouts/route';
import { revokeApiKey } from '@/lib/access/api-keys';
import { call, testPortal } from '@/lib/http/testing/test-portal';
import { noteArrivals } from './note-arrivals';

const portal = testPortal();
const path = '/api/v1/payouts';

/** What the framework was asked for, which stands behind the door. */
let inside: string[] = [];
const server = http.createServer((request, response) => {
  inside.push(`${request.method} ${request.url}`);
  response.end('framework');
});
beforeAll(async () => {
  noteArrivals();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());
beforeEach(() => {
  inside = [];
});

const bodyOf = (reference: string) => ({
  ...{ amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' }, reference },
});

async function send(
  apiKey: string,
  body: BodyInit | null,
  { address = path, method = 'POST', ...rest }: object & RequestInit & { address?: string } = {},
) {
  const headers = { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' };
  const url = `http://127.0.0.1:${Object(server.address()).port}${address}`;
  const answer = await fetch(url, { method, headers, body, ...rest });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** Headers that are of one answer only, and of the line that carries it. */
const own = /^(x-request-id|ratelimit|date|connection|keep-alive|content-length|transfer-encoding)$/;
const lasting = (headers: Headers) => [...headers].filter(([name]) => !own.test(name));

test('a create is answered at the door as its route answers it, and the framework hears nothing of it', async () => {
  const { apiKey } = await portal.newMerchant();
  const behind = await call(payouts.POST, { method: 'POST', apiKey, body: bodyOf('behind') });
  const made = await send(apiKey, JSON.stringify(bodyOf('direct')));
  expect([made.status, lasting(made.headers)]).toEqual([201, lasting(behind.headers)]);
  expect(JSON.parse(made.text)).toMatchObject({ reference: 'direct', status: 'pending' });
  expect(made.headers.get('content-length')).toBe(String(Buffer.byteLength(made.text)));
  const again = await send(apiKey, JSON.stringify(bodyOf('direct')));
  expect([again.status, JSON.parse(again.text).code]).toEqual([409, 'reference_taken']);
  expect((await send(apiKey, '{')).status).toBe(400);
  expect(inside).toEqual([]);
});

test('from the moment that a key is revoked the door opens to nobody who brings it', async () => {
  const { apiKey, merchantId, keyId } = await portal.newMerchant();
  expect((await send(apiKey, JSON.stringify(bodyOf('before')))).status).toBe(201);
  await revokeApiKey(portal.db, { merchantId, id: keyId, now: new Date() });
  const refused = await send(apiKey, JSON.stringify(bodyOf('after')));
  expect([refused.status, JSON.parse(refused.text).code]).toEqual([401, 'unauthenticated']);
  expect(refused.headers.get('www-authenticate')).toContain('invalid_token');
});

test('what is asked otherwise, has a query, no length or a long body goes to the framework', async () => {
  const { apiKey } = await portal.newMerchant();
  await send(apiKey, null, { method: 'GET' });
  await send(apiKey, '{}', { address: `${path}?x=1` });
  await send(apiKey, 'x'.repeat(65_537));
  const endless = new Blob(['{}']).stream();
  await send(apiKey, endless, Object({ duplex: 'half' }));
  await send(apiKey, '{}', { address: '/api/v1/nothing-here' });
  expect(inside).toEqual([
    `GET ${path}`,
    `POST ${path}?x=1`,
    `POST ${path}`,
    `POST ${path}`,
    'POST /api/v1/nothing-here',
  ]);
});

test('a caller who goes away in the middle of a body costs nothing and makes nothing', async () => {
  const { apiKey } = await portal.newMerchant();
  const text = JSON.stringify(bodyOf('half'));
  const headers = {
    Authorization: `Bearer ${apiKey}`,
    'Content-Type': 'application/json',
    'Content-Length': text.length,
  };
  const cut = http.request({ port: Object(server.address()).port, path, method: 'POST', headers });
  const gone = new Promise((resolve) => cut.on('error', resolve));
  cut.write(text.slice(0, 20), () => cut.destroy(new Error('gone')));
  await gone;
  expect((await send(apiKey, text)).status).toBe(201);
  expect(inside).toEqual([]);
});
