import { randomUUID } from 'node:crypto';
import { type Connection, connect, type Patience } from '@/db/client';
import { systemClock } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import type { Actor, Context } from './actor';

declare global {
  // One pool a process; global because a development server loads modules more than once.
  var drawbridgeConnection: Connection | undefined;
}

const idleInTransactionMs = 60_000;
/** Nobody waits longer for an answer of the portal; nothing that a caller asks for may hold a connection longer. */
const portalPatience: Patience = { statementMs: 30_000, idleInTransactionMs, silenceMs: 35_000, waitMs: 10_000 };
/** Catching up after a pause may take its time, but not for ever. */
export const workerPatience: Patience = {
  ...{ statementMs: 600_000, idleInTransactionMs },
  ...{ silenceMs: 610_000, waitMs: 60_000 },
};

/** The process's pool; the first caller sets how long it waits. */
export function processConnection(patience = portalPatience): Connection {
  globalThis.drawbridgeConnection ??= connect(env.DATABASE_URL, env.DATABASE_POOL_SIZE, patience);
  return globalThis.drawbridgeConnection;
}

export function processDatabase() {
  return processConnection().db;
}

export function contextFor(actor: Actor): Context {
  return { db: processDatabase(), clock: systemClock, actor, requestId: `req_${randomUUID()}` };
}

export function systemContext(job: string): Context {
  return contextFor({ kind: 'system', job });
}
