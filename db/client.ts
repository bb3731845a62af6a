import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { PgTransaction } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema';

export type Database = PostgresJsDatabase<typeof schema>;
export type Tx = PgTransaction<PostgresJsQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>;
/** What a read may run on: the pool or a transaction that is open already. */
export type Queryable = Database | Tx;

export type Connection = { db: Database; sql: postgres.Sql; close(): Promise<void> };

/** Opens a pool. `max` is the number of connections; each process has one pool. */
export function connect(url: string, max: number): Connection {
  // A refused connection is tried again soon, so that requests fail at once while the database is down and work once it is back.
  const backoff = () => 0.2;
  const sql = postgres(url, { max, onnotice: () => {}, connect_timeout: 10, idle_timeout: 0, backoff });
  return { db: drizzle(sql, { schema }), sql, close: () => sql.end({ timeout: 5 }) };
}
