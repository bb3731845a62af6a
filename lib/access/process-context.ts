import { randomUUID } from 'node:crypto';
import { type Connection, connect } from '@/db/client';
import { systemClock } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import type { Actor, Context } from './actor';

declare global {
  // One pool a process; global because a development server loads modules more than once.
  var drawbridgeConnection: Connection | undefined;
}

export function processConnection(): Connection {
  globalThis.drawbridgeConnection ??= connect(env.DATABASE_URL, env.DATABASE_POOL_SIZE);
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
