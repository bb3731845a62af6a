import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { GET, POST } from '@/app/api/hooks/adjoe/[source]/route';
import { byDepth } from '@/db/testing/depth';
import { targetHeader } from '@/lib/http/base/raw-target';
import { testPortal } from '@/lib/http/testing/test-portal';
import { queryOf, sidOf, signed, earnToken as token, type Values } from '@/lib/rewards/testing/earn';
import { rewardDesk } from '@/lib/rewards/testing/reward-desk';

const portal = testPortal();
const desk = rewardDesk(portal);

function call(source: { id: string }, search: string, handler = GET): Promise<Response> {
  const target = `/api/hooks/adjoe/${source.id}${search}`;
  const request = new Request(`http://127.0.0.1:3000${target}`, {
    method: handler === POST ? 'POST' : 'GET',
    headers: { [targetHeader]: target },
  });
  return handler(request, { params: Promise.resolve({ source: source.id }) });
}

async function answerTo(source: { id: string }, values: Values, names: Values = {}) {
  const answer = await call(source, queryOf(values, names));
  const { code } = await answer.clone().json();
  return code === undefined ? answer.status : [answer.status, code];
}

const signedNames = ['trans_uuid', 'user_uuid', 'currency', 'coin_amount', 'device_id', 'sdk_app_id', 'sid'];

/** The names of the values themselves, each for another value. */
function permuted(turn: number): Values {
  return Object.fromEntries(
    signedNames.map((name, at) => [name, signedNames[(at + turn) % signedNames.length] ?? name]),
  );
}

test('of each callback, sent twenty times at once and by any names, every answer is 200 and one is booked', async () => {
  const { each, turns } = byDepth({
    quick: { each: 2, turns: [0, 3] },
    deep: { each: 143, turns: [0, 1, 2, 3, 4, 5, 6] },
  });
  for (const turn of turns) {
    const names = turn === 0 ? { user_uuid: 'uid', coin_amount: 'n', sid: 'sig' } : permuted(turn);
    const source = await desk.newSource({ parameters: names });
    const user = desk.newUser();
    const told = Array.from({ length: each }, (_, index) =>
      signed({ user_uuid: user, coin_amount: String(index + 1), device_id: randomUUID(), sdk_app_id: 'app.1' }),
    );
    const tries = told.flatMap((values) => Array.from({ length: 20 }, () => answerTo(source, values, names)));
    expect(new Set(await Promise.all(tries))).toEqual(new Set([200]));
    expect(await desk.coinsOf(user)).toBe(String((each * (each + 1)) / 2));
  }
  await desk.expectRightBooks();
});

test('coins add up for each user and each currency', async () => {
  const source = await desk.newSource();
  const [ann, bob] = [desk.newUser(), randomUUID()];
  for (const user of [ann, ann, bob]) {
    for (const currency of ['Coins', 'Gems', 'Étoiles d’or']) {
      expect(await answerTo(source, signed({ user_uuid: user, currency }))).toBe(200);
    }
  }
  const { purses } = await desk.view(ann);
  expect(purses.map(({ currency, coins }) => [currency, coins])).toEqual([
    ['Coins', '200'],
    ['Gems', '200'],
    ['Étoiles d’or', '200'],
  ]);
  expect((await desk.view(bob)).purses.map(({ coins }) => coins)).toEqual(['100', '100', '100']);
});

test('a proof counts over the decoded values, in either case, with what is absent as empty', async () => {
  const source = await desk.newSource();
  const values = signed({ user_uuid: 'Zoë & Ann+1', currency: 'Gold coins', app_name: 'A+B %26 C' });
  const search = queryOf({ ...values, sid: values.sid?.toUpperCase() ?? '' });
  expect((await call(source, `${search}&unknown=%zz`)).status).toBe(200);
  expect((await call(source, search.replaceAll('+', '%20'))).status).toBe(200);
  expect(await desk.coinsOf('Zoë & Ann+1')).toBe('100');
});

const malformed: [string, Values][] = [
  ['without a user', { user_uuid: '' }],
  ['with a blank before the user', { user_uuid: ' ann' }],
  ['with a character that nobody sees', { user_uuid: 'ann\u200b' }],
  ['with an id that is no UUID', { trans_uuid: '1', user_uuid: '23' }],
  ['with no coins', { coin_amount: '0' }],
  ['with coins below zero', { coin_amount: '-5' }],
  ['with a part of a coin', { coin_amount: '1.5' }],
  ['with a zero before the coins', { coin_amount: '0100' }],
  ['with more coins than are counted', { coin_amount: '1'.repeat(16) }],
  ['without a currency', { currency: '' }],
  ['with a currency that is a page', { currency: 'c'.repeat(41) }],
];

test.each(malformed)('a callback %s is not 200, however it is signed, and books nothing', async (_what, given) => {
  const source = await desk.newSource();
  expect(await answerTo(source, signed({ user_uuid: 'malformed', ...given }))).toEqual([400, 'notice_unreadable']);
  await expect(desk.view('malformed')).rejects.toMatchObject({ code: 'not_found' });
});

test('a callback that proves nothing, is incomplete, doubled, posted or at no address is not 200', async () => {
  const source = await desk.newSource();
  const user = desk.newUser();
  const good = signed({ user_uuid: user });
  expect(await answerTo(source, { ...good, coin_amount: '101' })).toEqual([401, 'signature_invalid']);
  expect(await answerTo(source, signed({ user_uuid: user }, 'another'))).toEqual([401, 'signature_invalid']);
  for (const name of ['sid', 'trans_uuid', 'user_uuid', 'currency', 'coin_amount']) {
    const { [name]: _left, ...rest } = good;
    expect(await answerTo(source, rest)).toEqual([400, 'notice_unreadable']);
    expect((await call(source, `${queryOf(good)}&${name}=${good[name]}`)).status).toBe(400);
  }
  expect((await call(source, queryOf(good), POST)).status).toBe(405);
  expect((await call({ id: 'rws_0' }, queryOf(good))).status).toBe(404);
  const other = await desk.newSource({ token: 'another-token' });
  expect(await answerTo(other, good)).toEqual([401, 'signature_invalid']);
  await expect(desk.view(user)).rejects.toMatchObject({ code: 'not_found' });
});

test('an id that was told before with other content is not 200, and the first stays', async () => {
  const source = await desk.newSource();
  const user = desk.newUser();
  const first = signed({ user_uuid: user, coin_amount: '1', device_id: '23' });
  expect(await answerTo(source, first)).toBe(200);
  const { trans_uuid = '' } = first;
  // Signed alike, since nothing stands between the values.
  for (const given of [
    { coin_amount: '12', device_id: '3' },
    { coin_amount: '123', device_id: '' },
  ]) {
    const values = { ...first, ...given };
    expect(sidOf(values, token)).toBe(first.sid);
    expect(await answerTo(source, values)).toEqual([409, 'reward_differs']);
  }
  expect(await answerTo(source, signed({ user_uuid: 'other', trans_uuid }))).toEqual([409, 'reward_differs']);
  expect(await answerTo(source, { ...first, trans_uuid: trans_uuid.toUpperCase() })).toEqual([
    401,
    'signature_invalid',
  ]);
  expect(await desk.coinsOf(user)).toBe('1');
});

/** Each is signed as the first, which is what adjoe means. */
const splits: [string, Values, Values][] = [
  ['the user and the coins’ name', { user_uuid: 'ann', currency: 'Coins' }, { user_uuid: 'annC', currency: 'oins' }],
  ['a user’s UUID and the coins’ name', {}, { user_uuid: '8a8d7c52-6a5c-4f63-9a43-0d7b7f5b9f11C', currency: 'oins' }],
  ['the coins’ name and their number', { coin_amount: '110' }, { currency: 'Coins1', coin_amount: '10' }],
  [
    'the number and a device',
    { coin_amount: '1', device_id: '2345678a-6a5c-4f63-9a43-0d7b7f5b9f11' },
    { coin_amount: '12', device_id: '345678a-6a5c-4f63-9a43-0d7b7f5b9f11' },
  ],
  [
    'a whole reward in a device',
    { coin_amount: '1', device_id: 'xCoins999' },
    { user_uuid: '8a8d7c52-6a5c-4f63-9a43-0d7b7f5b9f11Coins1x', coin_amount: '999', device_id: '' },
  ],
];

test.each(splits)(
  'values that are cut otherwise between %s are refused, also before the right ones came',
  async (_where, given, cut) => {
    const source = await desk.newSource({ currencies: ['Coins'] });
    const right = signed({ user_uuid: '8a8d7c52-6a5c-4f63-9a43-0d7b7f5b9f11', ...given });
    const wrong = { ...right, ...cut };
    expect(sidOf(wrong, token)).toBe(right.sid);
    expect(await answerTo(source, wrong)).toEqual([400, 'notice_unreadable']);
  },
);
