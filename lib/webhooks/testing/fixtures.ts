import type { Database } from '@/db/client';
import { endpoints, merchants } from '@/db/schema';
import type { EventType } from '@/db/vocabulary/events';
import type { Context } from '@/lib/access/actor';
import { dialectRules } from '@/lib/dialects/registry';
import { newId } from '@/lib/kernel/ids';
import { seal } from '@/lib/kernel/secrets';
import { createSender, type Sender } from '@/lib/outgoing/send';
import type { TargetRules } from '@/lib/outgoing/target-url';
import { emit } from '@/lib/webhooks/events/emit';
import { sampleEvent } from '@/lib/webhooks/events/samples';
import type { Receiver } from './receiver';

/** A clock that stands still until it is turned. */
export function handClock(start = new Date()) {
  let now = start.getTime();
  return {
    now: () => new Date(now),
    turn(seconds: number) {
      now += Math.round(seconds * 1000);
    },
  };
}
export type HandClock = ReturnType<typeof handClock>;

export function systemContext(db: Database, clock: Context['clock']): Context {
  return { db, clock, actor: { kind: 'system', job: 'test' }, requestId: 'req_test' };
}

export async function makeMerchant(db: Database, name = 'Test merchant'): Promise<string> {
  const id = newId('merchant');
  await db.insert(merchants).values({ id, name });
  return id;
}

export type MadeEndpoint = { id: string; secret: string };

export type EndpointFacts = Pick<typeof endpoints.$inferInsert, 'merchantId' | 'url'> &
  Partial<Omit<typeof endpoints.$inferInsert, 'secret'>>;

/** Written straight to the table: the guard of saved addresses has tests of its own. */
export async function makeEndpoint(db: Database, facts: EndpointFacts): Promise<MadeEndpoint> {
  const { dialect = 'standard', signing = 'hmac', id = newId('endpoint') } = facts;
  const secret = dialectRules[dialect].newSecret(signing);
  const fixed = { dialect, signing, events: ['*'], createdAt: new Date() };
  await db.insert(endpoints).values({ ...fixed, ...facts, id, secret: seal(secret, id) });
  return { id, secret };
}

export type EmittedFacts = { type?: EventType; payoutId?: string; version?: number };

/** A committed event, about a payout of its own unless one is given. */
export async function emitOne(ctx: Context, merchantId: string, facts: EmittedFacts = {}): Promise<string> {
  const now = ctx.clock.now();
  const { type = 'payout.completed', payoutId = newId('payout', now.getTime()), version = 3 } = facts;
  const { data: sample } = sampleEvent({ event: type }, { id: newId('event'), merchantId, payoutId, now });
  const data = { ...sample, id: payoutId, version };
  await ctx.db.transaction((tx) =>
    emit(tx, { merchantId, type, subject: { kind: 'payout', id: payoutId, version }, data, now }),
  );
  return payoutId;
}

/** Rules that let these receivers be reached on loopback, and no name at all. */
export function rulesFor(...receivers: Pick<Receiver, 'host'>[]): TargetRules {
  return {
    allowedPrivateHosts: receivers.map((receiver) => receiver.host),
    resolve: () => Promise.reject(new Error('No names in this test')),
  };
}

export function senderFor(receivers: Pick<Receiver, 'host'>[], timeoutMs = 15_000): Sender {
  return createSender({ rules: rulesFor(...receivers), timeoutMs });
}
