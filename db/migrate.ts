import { fileURLToPath } from 'node:url';
import { and, eq, getTableColumns, ne, or, sql as query } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import type postgres from 'postgres';
import { connect, type Database } from './client';
import { assets, chains } from './schema';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/** A migration of much data may say nothing for hours. */
const maxMigrationMs = 86_400_000;

/** The database was made by migrations that this version does not have: nothing leads from there to here. */
export class UnknownSchema extends Error {
  constructor() {
    super('The database was made by a version before the first release, which cannot be brought up to date');
    this.name = 'UnknownSchema';
  }
}

/** A database of a newer version is left alone: it has all that is known here, and more. */
async function refuseUnknownSchema(sql: postgres.Sql): Promise<void> {
  const [journal] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`;
  if (!journal?.exists) return;
  const known = readMigrationFiles({ migrationsFolder });
  const newest = Math.max(...known.map(({ folderMillis }) => folderMillis));
  const [foreign] = await sql`select hash from drizzle.__drizzle_migrations
    where created_at <= ${newest} and hash <> all(${known.map(({ hash }) => hash)}) limit 1`;
  if (foreign) throw new UnknownSchema();
}

export type Asset = typeof assets.$inferInsert;
export type Chain = Omit<typeof chains.$inferInsert, 'shipped' | 'status'>;

/** What a version brings along besides its tables. */
export type Shipped = { chains: readonly Chain[]; assets: readonly Asset[] };

/** What waits for a second operator, and would be another network under a key or an id of this version, gives way: nothing refers to it. */
async function dropWaiting(db: Database, shipped: readonly Chain[]): Promise<void> {
  const clashes = shipped.map(
    ({ key, chainId }) => query`(${chains.key} = ${key}) <> (${chains.chainId} = ${chainId})`,
  );
  await db.delete(chains).where(and(eq(chains.status, 'waiting'), or(...clashes)));
}

/** The same network under another key is in books by that key. */
async function refuseTaken(db: Database, shipped: readonly Chain[]): Promise<void> {
  const taken = shipped.map(({ key, chainId }) => and(eq(chains.chainId, chainId), ne(chains.key, key)));
  const [row] = await db
    .select({ key: chains.key, chainId: chains.chainId })
    .from(chains)
    .where(or(...taken));
  if (row)
    throw new Error(
      `Operators added the network ${row.chainId}, which this version brings along, under the key ${row.key}`,
    );
}

/** One that operators had added before is this version's from now on, if it is the same network. */
async function saveChains(db: Database, shipped: readonly Chain[]): Promise<void> {
  const rows = shipped.map((row) => ({ ...row, shipped: true, status: 'listed' as const, listedAt: new Date() }));
  await dropWaiting(db, shipped);
  await refuseTaken(db, shipped);
  const facts = ['name', 'currency_name', 'currency_symbol', 'explorer_url', 'finality_tag', 'finality_depth'];
  const told = [...facts, 'depth_without_tag', 'block_ms', 'relay_max_gwei', 'test', 'shipped', 'status'];
  const set = Object.fromEntries(
    Object.entries(getTableColumns(chains))
      .filter(([, { name }]) => told.includes(name))
      .map(([field, { name }]) => [field, query.raw(`excluded."${name}"`)]),
  );
  const known = await db
    .insert(chains)
    .values(rows)
    .onConflictDoUpdate({
      target: chains.key,
      set: { ...set, listedAt: query`coalesce(${chains.listedAt}, excluded.listed_at)` },
      setWhere: query`${chains.chainId} = excluded.chain_id`,
    })
    .returning({ key: chains.key });
  const others = rows.filter(({ key }) => !known.some((one) => one.key === key)).map(({ key }) => key);
  if (others.length > 0) throw new Error(`Operators added other networks under the keys ${others.join(', ')}`);
}

/** An asset that is known stays as it is, but for the address of a token that was deployed once more. */
async function saveAssets(db: Database, listed: readonly Asset[]): Promise<void> {
  const known = await db
    .insert(assets)
    .values([...listed])
    .onConflictDoUpdate({
      target: assets.id,
      set: { token: query`excluded.token` },
      setWhere: query`${assets.decimals} = excluded.decimals and ${assets.kind} = excluded.kind`,
    })
    .returning({ id: assets.id });
  const changed = listed.filter(({ id }) => !known.some((one) => one.id === id)).map(({ id }) => id);
  if (changed.length > 0)
    throw new Error(`The books hold ${changed.join(', ')} with other decimals than are listed now`);
}

/**
 * Brings a database up to date, the chains and assets that this version lists included; safe to run by several processes at once (an
 * advisory lock lets one work). A database whose migrations are not the ones of this version is refused, unchanged.
 */
export async function migrateDatabase(url: string, shipped: Shipped): Promise<void> {
  const { db, sql, close } = connect(url, 1, { silenceMs: maxMigrationMs });
  try {
    await sql`select pg_advisory_lock(7301)`;
    await refuseUnknownSchema(sql);
    await migrate(db, { migrationsFolder });
    await saveChains(db, shipped.chains);
    await saveAssets(db, shipped.assets);
    // The portal's health tells whether the database is of its version; for that its role must be able to look.
    await sql`do $$ begin if exists (select from pg_roles where rolname = 'drawbridge_app') then
      grant usage on schema drizzle to drawbridge_app;
      grant select on drizzle.__drizzle_migrations to drawbridge_app;
    end if; end $$`;
  } finally {
    await close();
  }
}
