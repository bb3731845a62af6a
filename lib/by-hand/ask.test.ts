import { expect, test } from 'vitest';
import { followPayments } from '@/lib/by-hand/sightings/follow';
import type { PreparedSigning } from '@/lib/by-hand/sightings/schema';
import { testDesk } from '@/lib/payouts/testing/desk';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { askPayment } from './ask';
import { declareUnsigned } from './declare-unsigned';
import { giveUpPayouts, holdPayouts } from './hold';
import { listPayable } from './list';
import { reportPayment } from './report';

const world = testWorld();
const desk = testDesk(world);
const payer = () => world.member('payer');
const { tab } = desk;

/** Three payments to be signed one by one; none was shown to the wallet yet. */
async function run() {
  const owed = [await desk.owed(), await desk.owed(), await desk.owed()];
  const ids = owed.map(({ id }) => id);
  const { signings } = await desk.prepareUnasked(ids, { way: 'one_by_one' });
  const [signing] = signings;
  if (!signing) throw new Error('Nothing was prepared');
  const [first = '', second = '', third = ''] = signing.calls.flatMap((call) => call.transfer_ids);
  return { ids, signing, first, second, third };
}

const ask = (signing: PreparedSigning, ...transferIds: string[]) =>
  askPayment(payer(), { signing_id: signing.id, transfer_ids: transferIds, tab });

/** How the desk lists them: whether an outcome is open, and whether they are held. */
async function listed(ids: string[]) {
  const { data } = await listPayable(payer(), { limit: 10, ids });
  return ids.map((id) => {
    const line = data.find(({ payout }) => payout.id === id);
    return [line?.payment?.status ?? null, line?.hold?.yours ?? null];
  });
}

test('a payment counts as asked when it is handed to the wallet, and the rest of its run does not', async () => {
  const { ids, signing, first } = await run();
  expect(await listed(ids)).toEqual(Array(3).fill([null, true]));
  await ask(signing, first);
  await ask(signing, first);
  expect(await listed(ids)).toEqual([
    ['prepared', true],
    [null, true],
    [null, true],
  ]);
});

test('closing the page strands only what the wallet was shown; the rest can be paid by anybody at once', async () => {
  const { ids, signing, first, second } = await run();
  await ask(signing, first);
  await giveUpPayouts(payer(), { payout_ids: ids, tab });
  expect(await listed(ids)).toEqual([
    ['prepared', null],
    [null, null],
    [null, null],
  ]);
  const other = world.member('payer', 'us_other');
  await holdPayouts(other, { payout_ids: ids.slice(1), tab: 'other_tab' });
  await expect(ask(signing, second)).rejects.toMatchObject({ code: 'transfer_in_progress' });
});

test('what was let go can never be handed to the wallet that it was prepared for', async () => {
  const { ids, signing, second } = await run();
  const results = await Promise.allSettled([
    ask(signing, second),
    giveUpPayouts(payer(), { payout_ids: ids, tab }),
    ask(signing, second),
  ]);
  const [asked] = results;
  const [, line] = await listed(ids);
  expect(line?.[0]).toBe(asked.status === 'fulfilled' ? 'prepared' : null);
});

test('a page that died is waited for as long as it holds them, then the worker lets go what it never asked', async () => {
  const { ids, signing, first } = await run();
  await ask(signing, first);
  await followPayments(world.system(), 'local');
  const states = async () => Promise.all(ids.map(async (id) => (await openStatus(id)).status));
  expect(await states()).toEqual(['prepared', 'prepared', 'prepared']);
  await world.passTime(601);
  await followPayments(world.system(), 'local');
  expect(await states()).toEqual(['prepared', 'dropped', 'dropped']);
});

async function openStatus(payoutId: string): Promise<{ status: string }> {
  const [row] = await world.database.sql<{ status: string }[]>`
    select status from transfers where payout_id = ${payoutId} order by id desc limit 1`;
  return row ?? { status: 'none' };
}

test('asking keeps the whole run for ten minutes more', async () => {
  const { ids, signing, first, second, third } = await run();
  for (const one of [first, second, third]) {
    await world.passTime(400);
    await ask(signing, one);
  }
  expect(await listed(ids)).toEqual(Array(3).fill(['prepared', true]));
});

test('the person who takes them over after the hold ran out pays them; the first page asks for nothing more', async () => {
  const { ids, signing, second } = await run();
  await world.passTime(601);
  const other = world.member('payer', 'us_other');
  await holdPayouts(other, { payout_ids: ids, tab: 'other_tab' });
  await expect(ask(signing, second)).rejects.toMatchObject({ code: 'payment_held' });
  await giveUpPayouts(other, { payout_ids: ids });
  const again = await desk.prepareUnasked(ids, { tab: 'third_tab', way: 'one_by_one' });
  expect(again.signings).toHaveLength(1);
  await expect(ask(signing, second)).rejects.toMatchObject({ code: 'transfer_in_progress' });
});

test('one word frees a whole run: at once what was never asked, and what was asked once final blocks agree', async () => {
  const { ids, signing, first } = await run();
  await ask(signing, first);
  const said = await declareUnsigned(payer(), { payout_ids: ids });
  expect(said.payments.map(({ status }) => status)).toEqual(['prepared', 'dropped', 'dropped']);
  expect(said.payments[0]?.unsigned_from_block).not.toBeNull();
  await expect(ask(signing, first)).rejects.toMatchObject({ code: 'transfer_in_progress' });
});

test('only the page that prepared a run hands it over, and only what is of that run', async () => {
  const { signing, first } = await run();
  const strange = world.member('payer', 'us_other');
  const body = { signing_id: signing.id, transfer_ids: [first], tab };
  await expect(askPayment(strange, body)).rejects.toMatchObject({ code: 'transfer_in_progress' });
  await expect(askPayment(payer(), { ...body, tab: 'another_tab' })).rejects.toMatchObject({
    code: 'transfer_in_progress',
  });
  const elsewhere = await run();
  await expect(ask(signing, elsewhere.first)).rejects.toMatchObject({ code: 'not_found' });
});

test('a payment that is reported without having been asked for counts as asked: it is never let go', async () => {
  const { ids, signing, first } = await run();
  const hash = `0x${'7a'.repeat(32)}`;
  await reportPayment(payer(), { signing_id: signing.id, transfer_ids: [first], hash });
  await giveUpPayouts(payer(), { payout_ids: ids, tab });
  const [line] = await listed(ids);
  expect(line?.[0]).toBe('submitted');
  expect((await view(world, ids[0] ?? '')).transfer).toMatchObject({ hash, status: 'submitted' });
});

test.each(['disperse', 'calls'])(
  'what one signature pays (%s) is handed to the wallet as a whole or not at all',
  async (way) => {
    const ids = [(await desk.owed()).id, (await desk.owed()).id];
    const capabilities = { calls_on: [31337] };
    const { signings } = await desk.prepareUnasked(ids, { way, capabilities });
    const [signing = expect.unreachable()] = signings;
    const [first = '', second = ''] = signing.payments.map((payment) => payment.transfer_id);
    expect(signing.way).toBe(way);
    await expect(ask(signing, first)).rejects.toMatchObject({ code: 'transfer_in_progress' });
    expect(await listed(ids)).toEqual([
      [null, true],
      [null, true],
    ]);
    await ask(signing, first, second);
  },
);
