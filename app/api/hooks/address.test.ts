import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import * as source from '@/app/api/v1/sources/[id]/route';
import { sources } from '@/db/schema';
import { peerHeader } from '@/lib/http/base/address';
import { call } from '@/lib/http/testing/test-portal';
import * as hook from './[dialect]/[source]/route';
import { hookDesk, messageTo, refusedWith, signed } from './testing/hook-desk';

const desk = hookDesk();
const { newSource, send, kept } = desk;

describe('the address', () => {
  test.each([
    ['an unknown source', '/api/hooks/nitro/src_06e2m5k3v7q8w9x0y1z2a3b4c5'],
    ['an unknown dialect', '/api/hooks/paypal/src_06e2m5k3v7q8w9x0y1z2a3b4c5'],
    ['a word that every object has', '/api/hooks/constructor/src_06e2m5k3v7q8w9x0y1z2a3b4c5'],
    ['what is no id', '/api/hooks/nitro/%00'],
    ['nobody', '/api/hooks/nitro/'],
  ])('of %s is not found', async (_what, path) => {
    const message = { method: 'POST', url: `http://localhost:3000${path}`, headers: {}, body: '{}' } as const;
    expect(await refusedWith(await send(message))).toEqual([404, 'not_found']);
  });

  test('with a NUL in it is not found', async () => {
    const params = Promise.resolve({ dialect: 'nitro', source: 'src_\0' });
    const answer = await hook.POST(new Request('http://localhost:3000/api/hooks/nitro/x', { method: 'POST' }), {
      params,
    });
    expect(await refusedWith(answer)).toEqual([404, 'not_found']);
  });

  test('of a deleted source is not found, with any body', async () => {
    const made = await newSource('nitro');
    await call(source.DELETE, { method: 'DELETE', apiKey: desk.merchant.apiKey, params: { id: made.id } });
    expect(await refusedWith(await send(messageTo(made)))).toEqual([404, 'not_found']);
    expect(await kept(made)).toEqual([]);
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'HEAD'])('does not take %s', async (method) => {
    const made = await newSource('s2s');
    const answer = await send(messageTo(made), { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST, OPTIONS']);
    expect(await kept(made)).toEqual([]);
  });

  test('is closed to pages of other origins', async () => {
    const made = await newSource('nitro');
    const headers = { Origin: 'https://example.com' };
    const preflight = await send(messageTo(made), { method: 'OPTIONS', headers });
    const answer = await send(messageTo(made), { headers });
    for (const one of [preflight, answer]) {
      expect([...one.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    expect([preflight.status, preflight.headers.get('allow')]).toEqual([204, 'GET, POST, OPTIONS']);
  });

  test('is known to the log as a pattern only', () => {
    const { GET, POST, PUT, PATCH, DELETE, HEAD } = hook;
    const paths = [GET, POST, PUT, PATCH, DELETE, HEAD].map((handler) => handler.path);
    expect(new Set(paths)).toEqual(new Set(['/api/hooks/{dialect}/{source}']));
  });

  test('counts the requests of a sender, and refuses those that are too many before it looks at them', async () => {
    const made = await newSource('nitro');
    const garbage = { method: 'POST', url: made.url, headers: {}, body: 'x' } as const;
    const seen = new Set<number>();
    // A minute may turn in the middle, so up to twice the limit can pass.
    for (let sent = 0; sent < 241 && !seen.has(429); sent++) seen.add((await send(garbage)).status);
    expect(seen).toEqual(new Set([401, 429]));
    const limited = await send(messageTo(made));
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refusedWith(limited)).toEqual([429, 'rate_limited']);
    desk.moveTo('203.0.113.250');
    expect((await send(messageTo(made))).status).toBe(200);
  });
});

describe('a body', () => {
  const streamOf = (chunks: string[]) =>
    new ReadableStream({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(Buffer.from(chunk));
        controller.close();
      },
    });

  test('may come in chunks, without a length and without a type', async () => {
    const made = await newSource('nitro');
    const message = messageTo(made);
    const { 'content-type': _type, ...headers } = message.headers;
    const half = Math.floor(message.body.length / 2);
    const body = streamOf([message.body.slice(0, half), '', message.body.slice(half)]);
    expect((await send({ ...message, headers }, { body })).status).toBe(200);
    const [row] = await kept(made);
    expect(row?.headers).not.toHaveProperty('content-type');
    expect(row?.body.toString()).toBe(message.body);
  });

  test('of 64 KB is taken, and one byte more is refused, however it comes and with any signature', async () => {
    const made = await newSource('nitro');
    const plain = messageTo(made);
    const sized = (bytes: number) => signed(made, { ...plain, body: plain.body.padEnd(bytes) });
    expect((await send(sized(65_536))).status).toBe(200);
    const large = sized(65_537);
    expect(await refusedWith(await send(large))).toEqual([413, 'body_too_large']);
    expect(await refusedWith(await send(large, { body: streamOf([large.body]) }))).toEqual([413, 'body_too_large']);
    expect(await kept(made)).toHaveLength(1);
  });

  test('that breaks off is not kept', async () => {
    const made = await newSource('nitro');
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.from('{"event":'));
        controller.error(new Error('The line broke'));
      },
    });
    expect((await send(messageTo(made), { body })).status).toBe(400);
    expect(await kept(made)).toEqual([]);
  });
});

test('passwords and cookies that come along are not kept, nor how we know who sent it', async () => {
  const made = await newSource('nitro');
  const hidden = { authorization: 'Basic cHc=', cookie: 'session=1', 'proxy-authorization': 'Basic cHc=' };
  await send(messageTo(made), { headers: { ...hidden, 'x-own': 'kept' } });
  const [row] = await kept(made);
  expect(row?.headers).toMatchObject({ 'x-own': 'kept' });
  for (const name of [...Object.keys(hidden), peerHeader]) expect(row?.headers).not.toHaveProperty(name);
});

test('a secret that cannot be read any more is our fault: the sender is told to come again', async () => {
  const made = await newSource('nitro');
  await desk.portal.db.update(sources).set({ secret: 'v1.x.y.z' }).where(eq(sources.id, made.id));
  expect(await refusedWith(await send(messageTo(made)))).toEqual([500, 'internal']);
  expect(await kept(made)).toEqual([]);
});
