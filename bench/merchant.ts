// A database server of its own with one merchant and what it pays out: where benches begin that call verbs.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect, type Database } from '@/db/client';
import { startPostgres } from '@/db/embedded';
import { migrateDatabase } from '@/db/migrate';
import { apiKeys, merchantAssets, merchants, vaults } from '@/db/schema';
import { scopes } from '@/db/vocabulary/people';
import { shippedRows } from '@/lib/chains/shipped-rows';
import { newId } from '@/lib/kernel/ids';

const scratch = fileURLToPath(new URL('../.tmp/', import.meta.url));

/** What a merchant pays out from, and the key `key_bench` that its payouts are made by. */
export async function giveTerms(db: Database, merchantId: string): Promise<void> {
  await db.insert(vaults).values({
    ...{ id: newId('vault'), merchantId, chain: 'local', address: `0x${'a'.repeat(40)}`, namespace: 1n },
    ...{ signerAddress: `0x${'b'.repeat(40)}`, signerKey: 'none', feeCollector: `0x${'c'.repeat(40)}` },
  });
  const terms = { fee: 500_000n, minimum: 1_000_000n, maximum: 10n ** 12n };
  await db.insert(merchantAssets).values({ merchantId, chain: 'local', symbol: 'USDT', ...terms });
  const key = { id: 'key_bench', merchantId, name: 'Bench', prefix: 'db_live_', hash: '0'.repeat(64) };
  await db.insert(apiKeys).values({ ...key, scopes: [...scopes] });
}

/** Works with a fresh database, which is gone afterwards. */
export async function withMerchant<T>(
  name: string,
  work: (db: Database, merchantId: string) => Promise<T>,
): Promise<T> {
  mkdirSync(scratch, { recursive: true });
  const directory = mkdtempSync(path.join(scratch, `bench-${name}-`));
  const server = await startPostgres(directory);
  process.env.SECRETS_KEY ??= randomBytes(32).toString('base64');
  process.env.DATABASE_URL = server.ownerUrl;
  await migrateDatabase(server.ownerUrl, shippedRows);
  const { db, close } = connect(server.ownerUrl, 10);
  try {
    const merchantId = newId('merchant');
    await db.insert(merchants).values({ id: merchantId, name: 'Bench' });
    await giveTerms(db, merchantId);
    return await work(db, merchantId);
  } finally {
    await close();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
