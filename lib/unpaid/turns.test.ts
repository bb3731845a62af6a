import { randomBytes } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import * as payouts from '@/app/api/v1/payouts/route';
import { sandboxAddresses } from '@/db/vocabulary/sandbox';
import { selectGivenUp } from '@/lib/by-hand/sightings/given-up-store';
import { selectOpenPayments } from '@/lib/by-hand/sightings/store';
import { call, testPortal } from '@/lib/http/testing/test-portal';
import { leaseMails } from '@/lib/mail/store';
import { selectDue, selectHeldUp } from '@/lib/obstacles/vault-watch-store';
import { selectTransfers } from '@/lib/payouts/transfer-store';
import { selectToPlay } from '@/lib/sandbox/store';
import { leaseMessages } from '@/lib/sources/message-store';
import { selectLapsed } from './due-store';

/** One merchant's heap is longer than any queue looks at once, and older than another's only piece of work. */
const portal = testPortal();
const heap = 700;
const long = '2020-01-01T00:00:00.000Z';
let busy = '';
let quiet = '';

async function payoutOf(apiKey: string): Promise<string> {
  const body = { amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' }, reference: 'first' };
  return (await (await call(payouts.POST, { method: 'POST', apiKey, body })).json()).id;
}

/** So many payouts like this one, whose ids come before every other. */
const copy = (id: string) => portal.sql`
  insert into payouts select (jsonb_populate_record(p, jsonb_build_object(
    'id', 'po_00' || lpad(n::text, 24, '0'), 'reference', 'copy ' || n, 'claim_id', n))).*
  from payouts p, generate_series(1, ${heap}) n where p.id = ${id}`;

const transfersOf = (rail: string, status: string) => portal.sql`
  insert into transfers (id, merchant_id, payout_id, rail, chain, status, hash, created_at, updated_at)
  select replace(id, 'po_', 'tr_'), merchant_id, id, ${rail}, chain, ${status}, ${`0x${randomBytes(32).toString('hex')}`}, now(), now()
  from payouts`;

beforeAll(async () => {
  const [one, other] = [await portal.newMerchant(), await portal.newMerchant()];
  [busy, quiet] = [one.merchantId, other.merchantId];
  await copy(await payoutOf(one.apiKey));
  await payoutOf(other.apiKey);
});
beforeEach(() => portal.sql`truncate transfers, mails, messages, sources cascade`);

const sharesOf = (rows: { merchantId: string | null }[]) => [
  rows.filter(({ merchantId }) => merchantId === busy).length,
  rows.filter(({ merchantId }) => merchantId === quiet).length,
];

test('a merchant with many payouts that end keeps no other from being looked at', async () => {
  await portal.sql`update payouts set expires_at = case when merchant_id = ${busy} then ${long}::timestamptz else now() end`;
  const later = new Date(Date.now() + 60_000);
  const lapsed = await selectLapsed(portal.db, 'local', later, later);
  expect(sharesOf(lapsed.map(({ payout }) => payout))).toEqual([199, 1]);
});

test('however much each of them owes, every vault is looked at, and in time every payout that it holds up', async () => {
  await portal.sql`update payouts set obstacle = 'funds', obstacle_since = now()`;
  const now = new Date();
  const due = await selectDue(portal.db, 'local', { calm: now, troubled: now }, 20);
  expect(sharesOf(due.map(({ vault }) => vault))).toEqual([1, 1]);
  const [heaped = expect.unreachable()] = due.filter(({ vault }) => vault.merchantId === busy);
  const seen = new Set<string>();
  for (let round = 0; round < 60; round++) {
    for (const { id } of await selectHeldUp(portal.db, heaped, 200)) seen.add(id);
  }
  expect(seen.size).toBe(heap + 1);
});

test('a merchant with many test payouts keeps no other’s from being played', async () => {
  const recipient = { recipient_type: 'wallet', recipient_address: sandboxAddresses.awaiting_funds };
  await portal.sql`update payouts set ${portal.sql({ ...recipient, obstacle: null, obstacle_since: null })}`;
  expect(sharesOf(await selectToPlay(portal.db, 'local', 100))).toEqual([99, 1]);
});

test('a merchant with many transfers on their way keeps no other from being followed', async () => {
  await transfersOf('contract', 'submitted');
  const followed = await selectTransfers(portal.db, 'local', ['submitted'], { rails: ['contract'] });
  expect(sharesOf(followed.map(({ transfer }) => transfer))).toEqual([499, 1]);
});

test('a merchant with many payments by hand keeps no other from being followed, open or given up', async () => {
  await transfersOf('wallet', 'submitted');
  const open = await selectOpenPayments(portal.db, 'local');
  expect(sharesOf(open.map(({ transfer }) => transfer))).toEqual([499, 1]);
  await portal.sql`update transfers set status = 'dropped'`;
  const late = await selectGivenUp(portal.db, 'local', new Date(long));
  expect(sharesOf(late.map(({ transfer }) => transfer))).toEqual([499, 1]);
});

test('a merchant with many mails or messages keeps no other’s, and no code, waiting', async () => {
  const { sql, db } = portal;
  await sql`insert into mails (id, merchant_id, recipient, subject, body, next_attempt_at, created_at)
    select 'mail_' || n, ${busy}, 'a@b.example', '', '', ${long}::timestamptz, ${long}::timestamptz from generate_series(1, ${heap}) n
    union all select 'mail_quiet', ${quiet}, 'a@b.example', '', '', now(), now()
    union all select 'mail_code', null, 'a@b.example', '', '', now(), now()`;
  const later = new Date(Date.now() + 60_000);
  const claim = { now: later, leaseUntil: later, owner: 'one', limit: 5 };
  const mails = await leaseMails(db, claim);
  expect(mails).toHaveLength(5);

  await sql`insert into sources (id, merchant_id, dialect, secret, created_at)
    select 'src_' || m, m, 'nitro', 'sealed', now() from unnest(${[busy, quiet]}::text[]) m`;
  await sql`insert into messages (merchant_id, dialect, source_id, key, target, headers, body, received_at, next_look_at)
    select ${busy}, 'nitro', ${`src_${busy}`}, n::text, '', '{}'::jsonb, ''::bytea, ${long}::timestamptz, ${long}::timestamptz from generate_series(1, ${heap}) n
    union all select ${quiet}, 'nitro', ${`src_${quiet}`}, 'one', '', '{}'::jsonb, ''::bytea, now(), now()`;
  const taken = await leaseMessages(db, { now: later, until: later, limit: 20 });
  expect(taken).toHaveLength(20);
  expect(taken.map(({ merchantId }) => merchantId)).toContain(quiet);
  expect(mails.map(({ id }) => id)).toEqual(expect.arrayContaining(['mail_quiet', 'mail_code']));
});
