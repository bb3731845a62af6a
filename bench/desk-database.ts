// A merchant of the desk with any number of payouts, in a database of its own that counts the pages which are read of it.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { connect, type Database } from '@/db/client';
import { startPostgres } from '@/db/embedded';
import { migrateDatabase } from '@/db/migrate';
import { merchantAssets, merchants, vaults } from '@/db/schema';
import { shippedRows } from '@/lib/chains/shipped-rows';
import { newId } from '@/lib/kernel/ids';
import { growPayouts } from './desk-rows';

const root = fileURLToPath(new URL('../', import.meta.url));
const days = 180;

/** `stale`: the planner is left without statistics. */
export type DeskSize = { count: number; storied: number; stale: boolean };
export type DeskDatabase = {
  db: Database;
  merchantId: string;
  size: DeskSize;
  /** Pages that all statements read so far. */
  pagesRead(): Promise<number>;
};

/** Works on a database that is gone afterwards. */
export async function withDeskDatabase<T>(size: DeskSize, work: (desk: DeskDatabase) => Promise<T>): Promise<T> {
  mkdirSync(path.join(root, '.tmp'), { recursive: true });
  const directory = mkdtempSync(path.join(root, '.tmp', 'bench-desk-'));
  const server = await startPostgres(directory, {
    shared_preload_libraries: 'pg_stat_statements',
    ...(size.stale && { autovacuum: 'off' }),
  });
  process.env.SECRETS_KEY ??= randomBytes(32).toString('base64');
  process.env.DATABASE_URL = server.ownerUrl;
  await migrateDatabase(server.ownerUrl, shippedRows);
  const { db, sql: connection, close } = connect(server.ownerUrl, 10);
  const passwords: Record<string, string> = JSON.parse(readFileSync(path.join(directory, 'passwords.json'), 'utf8'));
  const { port } = new URL(server.ownerUrl);
  const admin = postgres(`postgres://postgres:${passwords.postgres}@127.0.0.1:${port}/drawbridge`, { max: 1 });
  const pagesRead = async () => {
    const [row] = await admin`select sum(shared_blks_hit + shared_blks_read)::float8 as pages
      from pg_stat_statements where query not like '%pg_stat_statements%'`;
    return Number(row?.pages);
  };
  try {
    await admin`create extension pg_stat_statements`;
    const merchantId = newId('merchant');
    const vaultId = newId('vault');
    await db.insert(merchants).values({ id: merchantId, name: 'Bench' });
    await db.insert(vaults).values({
      ...{ id: vaultId, merchantId, chain: 'local', address: `0x${'a'.repeat(40)}`, namespace: 1n },
      ...{ signerAddress: `0x${'b'.repeat(40)}`, signerKey: 'none', feeCollector: `0x${'c'.repeat(40)}` },
    });
    const terms = { fee: 500_000n, minimum: 1_000_000n, maximum: 10n ** 12n };
    await db.insert(merchantAssets).values({ merchantId, chain: 'local', symbol: 'USDT', ...terms });
    await growPayouts(connection, { merchantId, vaultId, ...size, days, now: new Date() });
    return await work({ db, merchantId, size, pagesRead });
  } finally {
    await admin.end();
    await close();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
