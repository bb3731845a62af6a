import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { type Asset, type Chain, migrateDatabase, UnknownSchema } from './migrate';

const name = `test_${randomBytes(6).toString('hex')}`;
const url = new URL(inject('serverUrl'));
url.pathname = `/${name}`;
const admin = postgres(inject('serverUrl'), { max: 1, onnotice: () => {} });
let sql: postgres.Sql;
const usdt: Asset = { id: 'local:USDT', chain: 'local', symbol: 'USDT', token: '0xaa', decimals: 6, kind: 'token' };
const local: Chain = {
  ...{ key: 'local', chainId: 31_337, name: 'Local chain', currencyName: 'Ether', currencySymbol: 'ETH' },
  ...{ finalityDepth: 3, blockMs: 1_000, relayMaxGwei: 200, test: true },
};
const shipped = { chains: [local], assets: [usdt] };

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
  await Promise.all([migrateDatabase(url.href, shipped), migrateDatabase(url.href, shipped)]);
  await migrateDatabase(url.href, shipped);
  const applied = await sql`select created_at::text as when from drizzle.__drizzle_migrations order by id`;
  expect(applied.map(({ when }) => Number(when))).toEqual(entries.map(({ when }) => when));
  expect(await sql`select key, rolled_to::int from balance_mark`).toEqual([{ key: 'entries', rolled_to: 0 }]);
});

test('a database of a newer version is left alone', async () => {
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 4102444800000)`;
  await migrateDatabase(url.href, shipped);
  await sql`delete from drizzle.__drizzle_migrations where hash = 'newer'`;
});

test('an asset that is listed otherwise keeps what the books mean by it, and only its token may have moved', async () => {
  await migrateDatabase(url.href, { ...shipped, assets: [{ ...usdt, token: '0xbb' }] });
  const otherwise = { ...shipped, assets: [{ ...usdt, decimals: 18 }] };
  await expect(migrateDatabase(url.href, otherwise)).rejects.toThrow('local:USDT');
  expect(await sql`select id, token, decimals from assets`).toEqual([{ id: 'local:USDT', token: '0xbb', decimals: 6 }]);
});

test('a network that operators had added becomes one of the version that brings it along, unless its key is of another', async () => {
  await sql`insert into chains (key, chain_id, shipped, name, currency_name, currency_symbol, finality_depth, block_ms, relay_max_gwei,
      test, status, proposer_kind, proposer_id)
    values ('mine', 77, false, 'Mine', 'Coin', 'COIN', 9, 2000, 5, false, 'waiting', 'operator', 'us_1')`;
  const mine = { ...local, key: 'base' as const, chainId: 8453, name: 'Base' };
  await migrateDatabase(url.href, { ...shipped, chains: [local, mine] });
  await sql`update chains set shipped = false, proposer_kind = 'operator', proposer_id = 'us_1' where key = 'base'`;
  await migrateDatabase(url.href, { ...shipped, chains: [local, { ...mine, name: 'Base Mainnet' }] });
  expect(await sql`select key, shipped, name, proposer_id from chains order by key`).toEqual([
    { key: 'base', shipped: true, name: 'Base Mainnet', proposer_id: 'us_1' },
    { key: 'local', shipped: true, name: 'Local chain', proposer_id: null },
    { key: 'mine', shipped: false, name: 'Mine', proposer_id: 'us_1' },
  ]);
  const ours = (more: object) => migrateDatabase(url.href, { ...shipped, chains: [{ ...mine, ...more }] });
  await sql`update chains set status = 'listed', listed_at = now() where key = 'mine'`;
  await expect(ours({ key: 'sepolia', chainId: 77 })).rejects.toThrow(
    'added the network 77, which this version brings along, under the key mine',
  );
  await sql`update chains set status = 'waiting', listed_at = null where key = 'mine'`;
  await ours({ key: 'sepolia', chainId: 77 });
  expect(await sql`select key from chains where chain_id = 77`).toEqual([{ key: 'sepolia' }]);
  const other = { ...shipped, chains: [{ ...mine, chainId: 84_530 }] };
  await expect(migrateDatabase(url.href, other)).rejects.toThrow('other networks under the keys base');
});

test('a database of a version before the first release is refused, and stays as it was', async () => {
  await sql`update drizzle.__drizzle_migrations set hash = 'another', created_at = 1795397250432 where created_at = ${String(entries[0]?.when)}`;
  await sql`delete from drizzle.__drizzle_migrations where hash <> 'another'`;
  await expect(migrateDatabase(url.href, shipped)).rejects.toThrow(UnknownSchema);
  expect(await sql`select hash from drizzle.__drizzle_migrations`).toEqual([{ hash: 'another' }]);
});

test('migrations come in the order of their numbers, and only the newest snapshot is kept', () => {
  const files = readdirSync('db/migrations').filter((file) => file.endsWith('.sql'));
  expect(files).toEqual(entries.map(({ tag }) => `${tag}.sql`));
  expect(entries.map(({ idx, tag }) => [idx, Number(tag.slice(0, 4))])).toEqual(entries.map((_, at) => [at, at]));
  expect(entries.map(({ when }) => when)).toEqual(entries.map(({ when }) => when).sort((a, b) => a - b));
  expect(readdirSync('db/migrations/meta').filter((file) => file.endsWith('_snapshot.json'))).toHaveLength(1);
});
