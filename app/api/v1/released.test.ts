import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { apiFacts, breaksIn } from '@/lib/http/testing/api-facts';
import { openapiDocument } from './document';

const released = readFileSync(new URL('released.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');

test('the API keeps every promise that it was released with', () => {
  expect(released.length).toBeGreaterThan(500);
  expect(breaksIn(released, apiFacts(openapiDocument()))).toEqual([]);
});

const payout = ['GET /p answers 200 body.id: string', 'GET /p takes query a: string'];

test.each([
  ['a field that is gone', payout.slice(1), ['gone: GET /p answers 200 body.id: string']],
  [
    'a field of another kind',
    ['GET /p answers 200 body.id: integer', ...payout.slice(1)],
    ['gone: GET /p answers 200 body.id: string'],
  ],
  ['something that must be sent', [...payout, 'GET /p takes query a always'], ['new: GET /p takes query a always']],
  [
    'an answer that may be null',
    [...payout, 'GET /p answers 200 body.id: null'],
    ['new: GET /p answers 200 body.id: null'],
  ],
])('%s breaks the API', (_what, current, breaks) => {
  expect(breaksIn(payout, current)).toEqual(breaks);
});

test('fixed words that become free text break nothing, as clients ignore words that they do not know; a word that is gone does', () => {
  const place = 'GET /p answers 200 body.chain';
  const closed = [...payout, `${place}: string`, `${place} = "base"`, `${place} = "bsc"`];
  expect(breaksIn(closed, [...payout, `${place}: string`])).toEqual([]);
  expect(breaksIn(closed, [...payout, `${place}: string`, `${place} = "base"`])).toEqual([`gone: ${place} = "bsc"`]);
});

test('a new operation, a new field of an answer, and what need not be sent any more break nothing', () => {
  expect(breaksIn([...payout, 'GET /p takes query a always'], payout)).toEqual([]);
  expect(breaksIn(payout, [...payout, 'POST /p takes body.x always', 'GET /p answers 200 body.more: string'])).toEqual(
    [],
  );
});
