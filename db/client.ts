import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { PgTransaction } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { type Ear, type EarHooks, openEar, type Pace } from './ear';
import { Line } from './line';
import { takePlaces } from './pool-places';

/** Without drizzle's own relations: it would make a builder for each table at the start of each transaction. */
type NoRelations = Record<string, never>;
export type Database = PostgresJsDatabase<NoRelations>;
export type Tx = PgTransaction<PostgresJsQueryResultHKT, NoRelations, ExtractTablesWithRelations<NoRelations>>;
/** What a read may run on: the pool or a transaction that is open already. */
export type Queryable = Database | Tx;

export type Connection = {
  db: Database;
  sql: postgres.Sql;
  /** Hears a channel of NOTIFY over a line of its own, which is proved again and again and opened again when it is dead. */
  listen(channel: string, hooks: EarHooks, pace?: Pace): Ear;
  close(): Promise<void>;
};

/** How long a statement, a transaction or a caller may take, in milliseconds. */
export type Patience = {
  /** One statement, ended by PostgreSQL; 0 is never. */
  statementMs: number;
  /** A transaction in which nothing happens, ended by PostgreSQL; 0 is never. */
  idleInTransactionMs: number;
  /** Without a word from the server while it owes one, ended by us: more than `statementMs`. */
  silenceMs: number;
  /** For a place in the pool. */
  waitMs: number;
};

const ordinary: Patience = { statementMs: 0, idleInTransactionMs: 0, silenceMs: 3_600_000, waitMs: 60_000 };
const connectSeconds = 5;
/** So that no line outlives a change of names or passwords for long. */
const lifeSeconds = 1800;
/** A refused connection is tried again soon, so that requests fail at once while the database is down and work once it is back. */
const backoff = () => 0.2;

/** What our reading of its answers rests on, with any settings of the server. */
const forms = { DateStyle: 'ISO, MDY', IntervalStyle: 'postgres', TimeZone: 'UTC', bytea_output: 'hex' };

/** Opens a pool. `max` is the number of connections; each process has one pool. */
export function connect(url: string, max: number, given: Partial<Patience> = {}): Connection {
  const patience = { ...ordinary, ...given };
  const lines = new Set<Line>();
  const sql = openPool(url, lines, { max }, patience);
  takePlaces(sql, max, patience.waitMs);
  const openOne = (hooks: EarDriverHooks, answerMs: number) =>
    openPool(url, lines, { max: 1, ...hooks }, { ...patience, silenceMs: answerMs });
  const ears = new Set<Ear>();
  return {
    db: drizzle(sql),
    sql,
    listen: (channel, hooks, pace) => {
      const ear = openEar(openOne, channel, hooks, pace);
      ears.add(ear);
      return ear;
    },
    close: async () => {
      await Promise.all([sql.end({ timeout: 2 }), ...[...ears].map((ear) => ear.close())]);
    },
  };
}

export type EarDriverHooks = { onnotify(channel: string, word: string): void; onclose(): void };
type PoolOptions = { max: number } & Partial<EarDriverHooks>;

function openPool(url: string, lines: Set<Line>, options: PoolOptions, patience: Patience): postgres.Sql {
  const { host, port, path, ssl, sslnegotiation } = Object(postgres(url, { max: 1 }).options);
  let turn = 0;
  const socket = () => {
    const next = turn++ % host.length;
    const target = path ? { path } : { host: host[next], port: port[next] };
    const tls = { mode: ssl, negotiation: sslnegotiation, host: host[next] };
    const line = new Line({ target, tls, silenceMs: patience.silenceMs, onSilence: (dead) => endAllLike(dead, lines) });
    lines.add(line);
    return line.once('close', () => lines.delete(line));
  };
  const settings = {
    ...{ max: options.max, onnotice: () => {}, connect_timeout: connectSeconds, idle_timeout: 0, backoff },
    // A listening line that ends misses words, so it is kept as long as it proves itself.
    ...{
      max_lifetime: options.onnotify ? null : lifeSeconds,
      ssl: false,
      socket,
      onnotify: options.onnotify,
      onclose: options.onclose,
    },
    connection: {
      ...forms,
      application_name: options.onnotify ? 'drawbridge-ear' : 'drawbridge',
      ...(patience.statementMs > 0 && { statement_timeout: patience.statementMs }),
      ...(patience.idleInTransactionMs > 0 && {
        idle_in_transaction_session_timeout: patience.idleInTransactionMs,
      }),
    },
  };
  return postgres(url, settings);
}

/** One line proved dead: the others that heard nothing since it fell silent most likely are, and cost little to open again. */
function endAllLike(dead: Line, lines: ReadonlySet<Line>): void {
  for (const line of lines) if (line !== dead && line.heardAt < dead.silentSince) line.giveUp();
}
