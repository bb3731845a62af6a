import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { messages, payouts } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import type { Scope } from '@/db/vocabulary/people';
import type { MessageOutcome } from '@/db/vocabulary/webhooks';
import type { Context } from '@/lib/access/actor';
import { dialectRules } from '@/lib/dialects/registry';
import { addSeconds } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { newId } from '@/lib/kernel/ids';
import { handClock, makeMerchant, systemContext } from '@/lib/webhooks/testing/fixtures';
import { createSource, deleteSource, listSources } from './create';
import { forgetMessages } from './forget';
import { listMessages, viewSource } from './list-messages';
import { closeMessage } from './message-store';
import { receiveMessage } from './receive';
import { messageOnWire, messagesQuery } from './schema';

const database = testDatabase();
const db = () => database.db;
const secret = 'a secret of sixteen';
const day = 86_400;
let clock = handClock();
let merchantId = '';

beforeEach(async () => {
  clock = handClock();
  merchantId = await makeMerchant(db());
});

function as(merchant: string, scopes: Scope[] = ['webhooks:read', 'webhooks:write']): Context {
  const actor = { kind: 'api_key', keyId: 'key_test', merchantId: merchant, scopes } as const;
  return { ...systemContext(db(), clock), actor };
}

const newSource = () => createSource(as(merchantId), { dialect: 'nitro', secret });
const list = async (id: string, given = {}) => listMessages(as(merchantId), id, messagesQuery.parse(given));
const kept = (id: string) => db().select().from(messages).where(eq(messages.sourceId, id));
const forget = () => forgetMessages(systemContext(db(), clock));

/** Tells the source's address something, well signed in the dialect of nitro. */
async function hear({ id, url }: { id: string; url: string }, said: object, search = '') {
  const body = JSON.stringify({ event: 'payout-update', status: 'completed', ...said });
  const plain = { method: 'POST', url, headers: {}, body } as const;
  const keys = { signing: 'hmac', secrets: [secret] } as const;
  const { method, headers } = dialectRules.nitro.sign(plain, keys, { id: '', at: clock.now(), merchantId });
  const readBytes = async () => Buffer.from(body);
  const params = { dialect: 'nitro', source: id };
  return receiveMessage(systemContext(db(), clock), { method, params, search, headers, readBytes });
}

async function lookedAt(id: string, outcome: MessageOutcome, payoutId: string | null = null): Promise<void> {
  for (const message of await kept(id)) await closeMessage(db(), message, { outcome, payoutId }, clock.now());
}

/** A payout for a message to be about. */
async function owed(): Promise<string> {
  const [id, now] = [newId('payout'), clock.now()];
  await db()
    .insert(payouts)
    .values({
      ...{ id, merchantId, rail: 'wallet', status: 'pending', reference: id, chain: 'base', symbol: 'USDC' },
      ...{ token: `0x${'d'.repeat(40)}`, decimals: 6, gross: 24_500_000n, fee: 0n, net: 24_500_000n },
      ...{ feePayer: 'recipient', recipientType: 'wallet', recipientAddress: `0x${'e'.repeat(40)}` },
      ...{ expiresAt: addSeconds(now, day), createdAt: now, updatedAt: now },
    });
  return id;
}

test('what a source told is listed, the newest first, with what it says and what became of it', async () => {
  const source = await newSource();
  const payout = await owed();
  const hash = `0x${'ab'.repeat(32)}`;
  await hear(source, { payout_id: payout, reference: 'order-1', hash, verified_amount: '24.50' });
  await lookedAt(source.id, 'followed', payout);
  await hear(source, { payout_id: 'theirs' });
  const { data, next } = await list(source.id);
  expect(next).toBeNull();
  expect(data.map((one) => messageOnWire.strict().parse(one))).toEqual(data);
  expect(data).toMatchObject([
    { outcome: null, looked_at: null, payout: null, said: { payout: null, reference: 'theirs', hash: null } },
    {
      ...{ outcome: 'followed', looked_at: clock.now().toISOString(), payout },
      said: { type: 'payout-update', status: 'completed', payout, reference: 'order-1', hash, amount: '24.5' },
      text: expect.stringContaining('"order-1"'),
    },
  ]);
});

test('pages go on where the one before ended, each message once', async () => {
  const source = await newSource();
  for (let told = 0; told < 5; told++) await hear(source, { payout_id: `theirs-${told}` });
  const first = await list(source.id, { limit: 3 });
  const second = await list(source.id, { limit: 3, after: first.next ?? undefined });
  expect(second.next).toBeNull();
  const names = [...first.data, ...second.data].map(({ said }) => said?.reference);
  expect(names).toEqual([4, 3, 2, 1, 0].map((told) => `theirs-${told}`));
});

test('a source says when it was last heard of', async () => {
  const [source, silent] = [await newSource(), await newSource()];
  await hear(source, { payout_id: 'one' });
  clock.turn(60);
  const last = clock.now().toISOString();
  await hear(source, { payout_id: 'two' });
  clock.turn(60);
  await hear(source, { payout_id: 'two' });
  const heard = Object.fromEntries((await listSources(as(merchantId))).data.map((one) => [one.id, one.last_notice_at]));
  expect(heard).toEqual({ [source.id]: last, [silent.id]: null });
  expect(await viewSource(as(merchantId), source.id)).toMatchObject({ id: source.id, last_notice_at: last });
});

test('another merchant, and a member who may not see webhooks, sees nothing of it', async () => {
  const source = await newSource();
  await hear(source, { payout_id: 'theirs' });
  const stranger = as(await makeMerchant(db()));
  await expect(viewSource(stranger, source.id)).rejects.toMatchObject({ code: 'not_found' });
  expect(await listMessages(stranger, source.id, messagesQuery.parse({}))).toEqual({ data: [], next: null });
  const blind = as(merchantId, ['payouts:read']);
  await expect(viewSource(blind, source.id)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(listMessages(blind, source.id, messagesQuery.parse({}))).rejects.toMatchObject({ code: 'forbidden' });
  await deleteSource(as(merchantId), source.id);
  await expect(viewSource(as(merchantId), source.id)).rejects.toMatchObject({ code: 'not_found' });
});

test('what a message said is deleted when its days are over, and a repetition is still known', async () => {
  const source = await newSource();
  await hear(source, { payout_id: 'theirs', reference: 'Ann Example' }, '?who=ann');
  await lookedAt(source.id, 'nothing_of_ours');
  clock.turn(env.NOTICES_KEPT_DAYS * day - 1);
  await forget();
  expect((await list(source.id)).data).toMatchObject([{ said: { reference: 'Ann Example' } }]);

  clock.turn(2);
  expect(await forget()).toBe(false);
  const [row] = await kept(source.id);
  expect(row).toMatchObject({ target: `/api/hooks/nitro/${source.id}`, headers: {}, forgottenAt: clock.now() });
  expect(row?.body).toHaveLength(0);
  expect((await list(source.id)).data).toMatchObject([{ outcome: 'nothing_of_ours', said: null, text: null }]);
  expect(await hear(source, { payout_id: 'theirs', reference: 'Ann Example' })).toEqual({
    ...{ received: true, duplicate: true },
  });
  expect(await kept(source.id)).toEqual([row]);
});

test('what nobody has looked at yet is not deleted, however old', async () => {
  const source = await newSource();
  await hear(source, { payout_id: 'theirs' });
  clock.turn((env.NOTICES_KEPT_DAYS + 30) * day);
  await forget();
  expect((await list(source.id)).data).toMatchObject([{ said: { reference: 'theirs' } }]);
});

test('a long backlog is deleted in steps, two workers at once share it, and nothing is touched twice', async () => {
  const source = await newSource();
  await hear(source, { payout_id: 'theirs' });
  await lookedAt(source.id, 'looked');
  const [model] = await kept(source.id);
  const { id: _id, ...row } = model ?? expect.fail('There is a message');
  const more = Array.from({ length: 1_100 }, (_, index) => ({ ...row, key: `copy ${index}` }));
  await db().insert(messages).values(more);
  clock.turn((env.NOTICES_KEPT_DAYS + 1) * day);
  expect(await Promise.all([forget(), forget()])).toEqual([true, true]);
  clock.turn(60);
  expect(await forget()).toBe(false);
  const times = Map.groupBy(await kept(source.id), ({ forgottenAt }) => forgottenAt?.getTime());
  expect([...times.values()].map((rows) => rows.length)).toEqual(expect.arrayContaining([1_000, 101]));
});
