import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { type Asset, migrateDatabase, UnknownSchema } from './migrate';

const name = `test_${randomBytes(6).toString('hex')}`;
const url = new URL(inject('serverUrl'));
url.pathname = `/${name}`;
const admin = postgres(inject('serverUrl'), { max: 1, onnotice: () => {} });
let sql: postgres.Sql;
const usdt: Asset = { id: 'local:USDT', chain: 'local', symbol: 'USDT', token: '0xaa', decimals: 6, kind: 'token' };

beforeAll(async () => {
  await admin.unsafe(`create database ${name}`);
  sql = postgres(url.href, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql.end();
  await admin.unsafe(`drop database ${name} with (force)`);
  await admin.end();
});

const entries = z
  .object({ entries: z.array(z.object({ idx: z.int(), when: z.int(), tag: z.string() })) })
  .parse(JSON.parse(readFileSync('db/migrations/meta/_journal.json', 'utf8'))).entries;

test('an empty database comes up, by two processes at once, and once more', async () => {
  await Promise.all([migrateDatabase(url.href, [usdt]), migrateDatabase(url.href, [usdt])]);
  await migrateDatabase(url.href, [usdt]);
  const applied = await sql`select created_at::text as when from drizzle.__drizzle_migrations order by id`;
  expect(applied.map(({ when }) => Number(when))).toEqual(entries.map(({ when }) => when));
  expect(await sql`select key, rolled_to::int from balance_mark`).toEqual([{ key: 'entries', rolled_to: 0 }]);
});

test('a database of a newer version is left alone', async () => {
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 4102444800000)`;
  await migrateDatabase(url.href, [usdt]);
  await sql`delete from drizzle.__drizzle_migrations where hash = 'newer'`;
});

test('an asset that is listed otherwise keeps what the books mean by it, and only its token may have moved', async () => {
  await migrateDatabase(url.href, [{ ...usdt, token: '0xbb' }]);
  await expect(migrateDatabase(url.href, [{ ...usdt, decimals: 18 }])).rejects.toThrow('local:USDT');
  expect(await sql`select id, token, decimals from assets`).toEqual([{ id: 'local:USDT', token: '0xbb', decimals: 6 }]);
});

test('a database of a version before the first release is refused, and stays as it was', async () => {
  await sql`update drizzle.__drizzle_migrations set hash = 'another', created_at = 1795397250432 where created_at = ${String(entries[0]?.when)}`;
  await sql`delete from drizzle.__drizzle_migrations where hash <> 'another'`;
  await expect(migrateDatabase(url.href, [usdt])).rejects.toThrow(UnknownSchema);
  expect(await sql`select hash from drizzle.__drizzle_migrations`).toEqual([{ hash: 'another' }]);
});

test('migrations come in the order of their numbers, and only the newest snapshot is kept', () => {
  const files = readdirSync('db/migrations').filter((file) => file.endsWith('.sql'));
  expect(files).toEqual(entries.map(({ tag }) => `${tag}.sql`));
  expect(entries.map(({ idx, tag }) => [idx, Number(tag.slice(0, 4))])).toEqual(entries.map((_, at) => [at, at]));
  expect(entries.map(({ when }) => when)).toEqual(entries.map(({ when }) => when).sort((a, b) => a - b));
  expect(readdirSync('db/migrations/meta').filter((file) => file.endsWith('_snapshot.json'))).toHaveLength(1);
});
