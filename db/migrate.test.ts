import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { migrateDatabase } from './migrate';

const directory = mkdtempSync(path.join(tmpdir(), 'migrations-'));
const name = `test_${randomBytes(6).toString('hex')}`;
const url = new URL(inject('serverUrl'));
url.pathname = `/${name}`;
const admin = postgres(inject('serverUrl'), { max: 1, onnotice: () => {} });
let sql: postgres.Sql;

/** The migrations up to and with this one, as they were when it was the newest. */
function migrationsUpTo(index: number): string {
  const folder = path.join(directory, `to-${index}`);
  cpSync('db/migrations', folder, { recursive: true });
  const file = path.join(folder, 'meta', '_journal.json');
  const journal = z
    .looseObject({ entries: z.array(z.looseObject({ idx: z.int() })) })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.filter((entry) => entry.idx <= index) }));
  return folder;
}

/** A database from before events had numbers, with two merchants, three payouts, and everything in every state. */
beforeAll(async () => {
  await admin.unsafe(`create database ${name}`);
  sql = postgres(url.href, { max: 1, onnotice: () => {} });
  await migrate(drizzle(sql), { migrationsFolder: migrationsUpTo(1) });
  await sql`insert into merchants (id, name) values ('mer_a', 'A'), ('mer_b', 'B'), ('mer_idle', 'C')`;
  await sql`insert into endpoints (id, merchant_id, url, dialect, events, status, secret, created_at)
    select 'we_' || id, id, 'https://hooks.example/', 'standard', '{*}', 'active', 'sealed', now() from merchants`;
  await sql`insert into events (id, merchant_id, type, payout_id, payout_version, data, created_at, fanned_out_at) values
    ('ev_01', 'mer_a', 'payout.created', 'po_1', 1, '{}', '2026-01-31T12:00:01Z', now()),
    ('ev_02', 'mer_b', 'payout.created', 'po_2', 1, '{}', '2026-01-31T12:00:02Z', now()),
    ('ev_03', 'mer_a', 'payout.processing', 'po_1', 2, '{}', '2026-01-31T12:00:03Z', now()),
    ('ev_04', 'mer_a', 'payout.created', 'po_3', 1, '{}', '2026-01-31T12:00:04Z', now()),
    ('ev_05', 'mer_a', 'payout.completed', 'po_1', 3, '{}', '2026-01-31T12:00:05Z', null),
    ('ev_06', 'mer_b', 'payout.completed', 'po_2', 2, '{}', '2026-01-31T12:00:06Z', null)`;
  await sql`insert into deliveries (id, merchant_id, event_id, endpoint_id, status, attempts, next_attempt_at, created_at, delivered_at)
    values
    ('de_01', 'mer_a', 'ev_01', 'we_mer_a', 'delivered', 1, now(), '2026-01-31T12:00:01.5Z', now()),
    ('de_02', 'mer_b', 'ev_02', 'we_mer_b', 'exhausted', 9, now(), '2026-01-31T12:00:02.5Z', null),
    ('de_03', 'mer_a', 'ev_03', 'we_mer_a', 'pending', 3, now(), '2026-01-31T12:00:03.5Z', null)`;
  await sql`insert into attempts (merchant_id, delivery_id, number, started_at, duration_ms, status)
    values ('mer_a', 'de_01', 1, now(), 12, 200)`;
  await migrateDatabase(url.href);
});
afterAll(async () => {
  await sql.end();
  await admin.unsafe(`drop database ${name} with (force)`);
  await admin.end();
  rmSync(directory, { recursive: true, force: true });
});

test('events that were told have numbers without a gap, and those that were not are still to be told', async () => {
  expect(await sql`select id, sequence::int from events where merchant_id = 'mer_a' order by id`).toEqual([
    { id: 'ev_01', sequence: 1 },
    { id: 'ev_03', sequence: 2 },
    { id: 'ev_04', sequence: 3 },
    { id: 'ev_05', sequence: null },
  ]);
  expect(await sql`select id, sequence::int from events where merchant_id = 'mer_b' order by id`).toEqual([
    { id: 'ev_02', sequence: 1 },
    { id: 'ev_06', sequence: null },
  ]);
  expect(await sql`select merchant_id, last::int from event_sequences order by merchant_id`).toEqual([
    { merchant_id: 'mer_a', last: 3 },
    { merchant_id: 'mer_b', last: 1 },
    { merchant_id: 'mer_idle', last: 0 },
  ]);
});

test('events stand in the order in which they were written, and the next one behind them', async () => {
  const [next] = await sql`insert into events (id, merchant_id, type, payout_id, payout_version, data, created_at)
    values ('ev_00', 'mer_a', 'payout.failed', 'po_1', 4, '{}', now()) returning position::int`;
  expect(next).toEqual({ position: 7 });
  expect(await sql`select id from events order by position`).toMatchObject(
    ['ev_01', 'ev_02', 'ev_03', 'ev_04', 'ev_05', 'ev_06', 'ev_00'].map((id) => ({ id })),
  );
});

test('deliveries know their payout and place, and go on in their schedule where they were', async () => {
  expect(
    await sql`select id, status, payout_id, position::int, attempts, tries, started_at = created_at as begun
      from deliveries order by id`,
  ).toEqual([
    { id: 'de_01', status: 'delivered', payout_id: 'po_1', position: 1, attempts: 1, tries: 1, begun: true },
    { id: 'de_02', status: 'exhausted', payout_id: 'po_2', position: 2, attempts: 9, tries: 9, begun: true },
    { id: 'de_03', status: 'pending', payout_id: 'po_1', position: 3, attempts: 3, tries: 3, begun: true },
  ]);
  expect(await sql`select method, url, status from attempts`).toEqual([{ method: 'POST', url: null, status: 200 }]);
});

test('endpoints keep what they were and get what everybody has', async () => {
  expect(await sql`select signing, ordered, retry_hours, header_names from endpoints where id = 'we_mer_a'`).toEqual([
    { signing: 'hmac', ordered: false, retry_hours: 4, header_names: [] },
  ]);
});
