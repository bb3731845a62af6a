import http from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noteArrivals } from './note-arrivals';

/** A server that makes its pages each time, and says of what. */
let made: string[] = [];
let status = 200;
const server = http.createServer((request, response) => {
  made.push(`${request.method} ${request.url} ${request.headers.cookie ?? ''} ${Object.keys(request.headers).length}`);
  response.statusCode = status;
  response.setHeader('Content-Security-Policy', `nonce-${made.length}`);
  response.write(`page ${made.length}, `);
  response.end(`nonce-${made.length}`);
});
beforeAll(async () => {
  noteArrivals();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { port } = Object(server.address());
  const answer = await new Promise<http.IncomingMessage>((resolve, reject) => {
    const facts = { host: '127.0.0.1', port, path, method, agent: false, headers };
    http.request(facts, resolve).on('error', reject).end();
  });
  return {
    policy: answer.headers['content-security-policy'],
    length: answer.headers['content-length'],
    page: await text(answer),
  };
}

test('the reference is made once per theme and coding, with any other headers', async () => {
  status = 500;
  expect((await ask('/docs')).page).toBe('page 1, nonce-1');
  status = 200;
  const first = await ask('/docs?x=1', { rsc: '1', 'next-router-state-tree': 'x', 'user-agent': 'Googlebot' });
  expect(first).toMatchObject({ page: 'page 2, nonce-2', policy: 'nonce-2' });
  for (const path of ['/docs', '/docs?y=%F0%9F', '/docs?z']) {
    expect(await ask(path, { cookie: 'a=b; session=x', rsc: '1' })).toMatchObject({
      page: first.page,
      policy: 'nonce-2',
    });
  }
  expect(await ask('/docs', {}, 'HEAD')).toMatchObject({ page: '', policy: 'nonce-2', length: '15' });
  for (let time = 0; time < 2; time++) {
    expect((await ask('/docs', { cookie: 'theme=dark' })).page).toBe('page 3, nonce-3');
    expect((await ask('/docs', { 'accept-encoding': 'br, gzip' })).page).toBe('page 4, nonce-4');
  }
  expect(made).toEqual(['GET /docs  3', 'GET /docs  3', 'GET /docs theme=dark 4', 'GET /docs  4']);
});

test('nothing else is kept', async () => {
  made = [];
  const others = ['/', '/p/x', '/docs/', '/docs/search', '/docs/search?q=x', '/docs/a/b/c', '/docs/%20', '/api/health'];
  for (const path of [...others, ...others]) await ask(path);
  for (let time = 0; time < 2; time++) await ask('/docs', {}, 'POST');
  status = 404;
  for (let time = 0; time < 2; time++) await ask('/docs/payouts/noSuchCall');
  status = 200;
  expect(made).toHaveLength(2 * others.length + 4);
});

test('each page of the reference is kept by itself', async () => {
  made = [];
  const pages = ['/docs/payouts', '/docs/payouts/createPayout', '/docs/doors/order-flow', '/docs/errors'];
  for (const path of [...pages, ...pages]) await ask(path);
  expect(made).toHaveLength(pages.length);
});
