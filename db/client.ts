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

/** What PostgreSQL ends by itself, in milliseconds: one statement, and a transaction in which nothing happens; 0 is never. */
export type Patience = { statementMs: number; idleInTransactionMs: number };

/** Opens a pool. `max` is the number of connections; each process has one pool. */
export function connect(url: string, max: number, patience?: Patience): Connection {
  // A refused connection is tried again soon, so that requests fail at once while the database is down and work once it is back.
  const backoff = () => 0.2;
  const connection = patience && {
    statement_timeout: patience.statementMs,
    idle_in_transaction_session_timeout: patience.idleInTransactionMs,
  };
  const sql = postgres(url, { max, onnotice: () => {}, connect_timeout: 10, idle_timeout: 0, backoff, connection });
  return { db: drizzle(sql, { schema }), sql, close: () => sql.end({ timeout: 5 }) };
}
