import { expect, test } from 'vitest';
import {
  approvals,
  attempts,
  claimLinks,
  deliveries,
  endpoints,
  entries,
  events,
  paymentHolds,
  postings,
  vouchers,
} from '@/db/schema';
import { audit } from '@/lib/access/audit';
import { noon, testDesk } from '@/lib/desk/testing/desk';
import { reason } from '@/lib/wire/reason';
import { tellStory } from './story';

const desk = testDesk();
const at = (seconds: number) => new Date(noon.getTime() + seconds * 1000);

/** A payout with something of everything, told to one endpoint that failed once. */
async function fullPayout() {
  const { db } = desk.database;
  const payout = await desk.payout({
    createdAt: noon,
    createdBy: 'usr_ann',
    approvalsNeeded: 1,
    status: 'completed',
    completedAt: at(60),
  });
  const of = { merchantId: payout.merchantId, payoutId: payout.id };
  const key = { kind: 'api_key' as const, keyId: 'key_mer_one', merchantId: 'mer_one', scopes: [] };
  await db.transaction(async (tx) => {
    await audit(tx, key, { merchantId: 'mer_one', action: 'payout.created', subjectId: payout.id, now: noon });
    await audit(tx, desk.member(), {
      ...{ merchantId: 'mer_one', action: 'payout.completed', subjectId: payout.id, now: at(60) },
      detail: { from: 'processing', to: 'completed', because: reason('paid_for_good') },
    });
  });
  await db.insert(postings).values({
    ...{ merchantId: 'mer_one', id: 'ps_1', kind: 'reserve', subjectKind: 'payout', subjectId: payout.id },
    ...{ chain: 'base', symbol: 'USDC', createdAt: noon },
  });
  await db.insert(entries).values({
    merchantId: 'mer_one',
    postingId: 'ps_1',
    chain: 'base',
    symbol: 'USDC',
    credit: 'available',
    debit: 'committed',
    amount: payout.gross,
  });
  await db.insert(claimLinks).values({ ...of, tokenHash: payout.id, createdAt: noon, revokedAt: at(5) });
  await db
    .insert(vouchers)
    .values({ ...of, id: 'vo_1', recipient: `0x${'1a'.repeat(20)}`, deadline: at(300), createdAt: at(10) });
  await db.insert(approvals).values({ ...of, id: 'ap_1', userId: 'usr_ann', digest: 'another', createdAt: at(2) });
  await db.insert(paymentHolds).values({ ...of, userId: 'usr_ann', tab: 't', until: at(90), createdAt: noon });
  await desk.transfer(payout, { status: 'confirmed', createdAt: at(20), seenAt: at(21), updatedAt: at(60) });
  await db.insert(endpoints).values({
    id: 'we_1',
    merchantId: 'mer_one',
    url: 'https://shop.example/hook',
    dialect: 'standard',
    events: ['*'],
    secret: 's',
    createdAt: noon,
  });
  await db.insert(events).values({
    ...{ merchantId: 'mer_one', id: 'ev_1', type: 'payout.created', data: {}, createdAt: noon },
    ...{ subjectKind: 'payout', subjectId: payout.id, subjectVersion: 1 },
  });
  await db.insert(deliveries).values({
    merchantId: 'mer_one',
    subjectId: payout.id,
    id: 'de_1',
    eventId: 'ev_1',
    endpointId: 'we_1',
    position: 1,
    attempts: 1,
    startedAt: noon,
    nextAttemptAt: noon,
    createdAt: noon,
  });
  await db
    .insert(attempts)
    .values({ merchantId: 'mer_one', deliveryId: 'de_1', number: 1, startedAt: at(1), durationMs: 12, status: 500 });
  return payout;
}

test('the whole story is told in order, what happened together stands together, and people have names', async () => {
  const payout = await fullPayout();
  const story = await tellStory(desk.member(), payout.id);
  const told = story.moments.map(({ at, lines }) => [
    (Date.parse(at) - noon.getTime()) / 1000,
    lines.map((line) => ('step' in line ? `${line.type} ${line.step}` : line.type)).join(', '),
  ]);
  expect(told).toEqual([
    [0, 'change, link made, posting, event'],
    [1, 'attempt'],
    [5, 'link revoked'],
    [10, 'voucher'],
    [20, 'transfer made'],
    [21, 'transfer seen'],
    [60, 'change, transfer ended'],
  ]);
  const lines = story.moments.flatMap((moment) => moment.lines);
  const names = lines.flatMap((line) => (line.type === 'change' ? [line.actor.name] : []));
  expect(names).toEqual(['Server', 'usr_ann@example.com']);
  expect(lines).toContainEqual(expect.objectContaining({ type: 'change', because: 'the chain paid it for good' }));
  expect(lines).toContainEqual(
    expect.objectContaining({ lines: [{ from: 'available', to: 'committed', amount: '25.00', asset: 'USDC' }] }),
  );
  expect(lines).toContainEqual(expect.objectContaining({ url: 'https://shop.example/hook', status: 500 }));
  expect(story.approvals).toEqual({ needed: 1, given: [] });
  expect(story.hold?.by.name).toBe('usr_ann@example.com');
  expect(story.cut).toBe(false);
  desk.setTime(at(91));
  expect((await tellStory(desk.member(), payout.id)).hold).toBeNull();
});

test('a payout has the person as its maker who made it, or else the key of the server that asked for it', async () => {
  const [ann, key] = [
    { kind: 'user', id: 'usr_ann' },
    { kind: 'api_key', id: 'key_mer_one' },
  ] as const;
  const made = await desk.payout({ createdBy: ann.id });
  expect((await tellStory(desk.member(), made.id)).created_by).toMatchObject(ann);
  const asked = await desk.payout();
  const server = { kind: 'api_key' as const, keyId: key.id, merchantId: 'mer_one', scopes: [] };
  await desk.database.db.transaction((tx) =>
    audit(tx, server, { merchantId: 'mer_one', action: 'payout.created', subjectId: asked.id, now: noon }),
  );
  expect((await tellStory(desk.member(), asked.id)).created_by).toEqual({ ...key, name: 'Server' });
  const seeded = await desk.payout();
  expect((await tellStory(desk.member(), seeded.id)).created_by).toBeNull();
});

test('however many hashes were named for a payout, its story tells of the one that paid it', async () => {
  const payout = await desk.payout({ status: 'completed', createdByKey: 'key_mer_one' });
  for (let number = 0; number < 300; number++) {
    const hash = `0x${number.toString(16).padStart(64, '0')}`;
    await desk.transfer(payout, { hash, status: 'replaced', createdAt: at(number) });
  }
  await desk.transfer(payout, { createdAt: at(300) });
  const story = await tellStory(desk.member(), payout.id);
  const statuses = story.moments.flatMap(({ lines }) =>
    lines.flatMap((line) => (line.type === 'transfer' ? [line.transfer.status] : [])),
  );
  expect(statuses.at(-1)).toBe('confirmed');
  expect(statuses.filter((status) => status === 'replaced').length).toBeGreaterThan(0);
  expect(story).toMatchObject({ cut: true, created_by: { kind: 'api_key', name: 'Server' } });
});

test('another merchant’s payout is not found', async () => {
  const payout = await desk.payout({ merchantId: 'mer_two' });
  await expect(tellStory(desk.member(), payout.id)).rejects.toMatchObject({ code: 'not_found' });
  expect((await tellStory(desk.member('mer_two'), payout.id)).payout.id).toBe(payout.id);
});
