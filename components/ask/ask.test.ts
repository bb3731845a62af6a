import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { ask } from './ask';
import { problemOf } from './problem';

/** A portal that answers everything in one way. Answers its address. */
async function portalThat(answers: RequestListener): Promise<string> {
  const server = createServer(answers).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const at = server.address();
  return `http://127.0.0.1:${typeof at === 'object' ? at?.port : at}/`;
}

const problem = {
  type: 'https://x/docs/errors#code_wrong',
  status: 422,
  code: 'code_wrong',
  title: 'No',
  detail: 'Not it.',
};

async function problemFrom(answers: RequestListener) {
  const reply = await ask(await portalThat(answers), { method: 'POST', body: {} });
  return problemOf(reply?.ok ? null : reply);
}

test('an answer comes with its headers, and what is asked arrives as it was given', async () => {
  const path = await portalThat(async (request, response) => {
    const given = (await Array.fromAsync(request)).join('');
    response.setHeader('x-kind', request.headers['content-type'] ?? '');
    response.end(JSON.stringify({ method: request.method, key: request.headers['idempotency-key'], given }));
  });
  const reply = await ask(path, { method: 'PUT', body: { amount: '24.50' }, headers: { 'idempotency-key': 'k' } });
  expect(reply).toMatchObject({ ok: true, data: { method: 'PUT', key: 'k', given: '{"amount":"24.50"}' } });
  expect(reply?.headers.get('x-kind')).toBe('application/json');
});

test('an answer without a body is an answer', async () => {
  const path = await portalThat((_, response) => response.writeHead(204).end());
  expect(await ask(path)).toMatchObject({ ok: true, status: 204, data: undefined });
});

test('a refusal is told with its faults, what else it says and how long to wait', async () => {
  const errors = [{ field: 'code', detail: 'Not it.', pointer: '/code' }, { field: 7 }];
  const told = await problemFrom((_, response) =>
    response
      .writeHead(422, { 'retry-after': '90' })
      .end(JSON.stringify({ ...problem, field: 'code', errors, tries_left: 2 })),
  );
  expect(told).toMatchObject({ code: 'code_wrong', title: 'No', detail: 'Not it.', field: 'code', waitSeconds: 90 });
  expect(told.errors).toEqual([{ field: 'code', detail: 'Not it.', pointer: '/code' }]);
  expect(told.facts?.tries_left).toBe(2);
});

test.each([
  ['a page of a proxy', (_, response) => response.writeHead(502).end('<h1>Bad gateway</h1>')],
  ['a document that is no problem', (_, response) => response.writeHead(500).end('{"message":"oops"}')],
  ['nothing', (_, response) => response.writeHead(403).end()],
  ['null', (_, response) => response.writeHead(403).end('null')],
] satisfies [string, RequestListener][])(
  'a refusal that is %s is not taken for one of ours',
  async (_name, answers) => {
    expect((await problemFrom(answers)).code).toBe('unreachable');
  },
);

test.each([
  [
    'cut off',
    (_, response) => response.writeHead(200, { 'content-length': '50' }).write('{"id":', () => response.destroy()),
  ],
  ['cut off without saying how long it is', (_, response) => response.writeHead(200).end('{"id":"po_')],
  ['empty', (_, response) => response.writeHead(200).end()],
  ['a page', (_, response) => response.writeHead(200).end('<h1>Hello</h1>')],
  ['none', (request) => request.socket.destroy()],
] satisfies [string, RequestListener][])('an answer that is %s is no answer', async (_name, answers) => {
  expect(await ask(await portalThat(answers))).toBeNull();
});

test('an answer that does not come, or does not end, is waited for no longer than said', async () => {
  const silent = await portalThat(() => {});
  const endless = await portalThat((_, response) => response.writeHead(200).write('{"id":'));
  expect(await Promise.all([silent, endless].map((path) => ask(path, { maxMs: 50 })))).toEqual([null, null]);
});

test('a question that is taken back is answered with nothing, also when it was taken back before', async () => {
  const path = await portalThat(() => {});
  const leaving = new AbortController();
  const reply = ask(path, { signal: leaving.signal });
  leaving.abort();
  expect(await reply).toBeNull();
  expect(await ask(path, { signal: leaving.signal })).toBeNull();
});

/** In the claim page's first load, where each byte counts; it reads no problem. */
const ofItsOwn = 'components/claim/page/ask-for-news.ts';

test('no page asks the portal in another way', () => {
  const files = globSync('components/**/*.{ts,tsx}').filter((file) => !file.includes('.test.'));
  const asking = files.filter((file) => /\bfetch\(/.test(readFileSync(file, 'utf8')));
  expect(asking.toSorted()).toEqual(['components/ask/ask.ts', ofItsOwn]);
});
