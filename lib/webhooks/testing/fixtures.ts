import type { Database } from '@/db/client';
import { endpoints, merchants } from '@/db/schema';
import type { EndpointStatus, EventType } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { newId } from '@/lib/kernel/ids';
import { seal } from '@/lib/kernel/secrets';
import { emit } from '@/lib/webhooks/emit';
import { createSender, type Sender } from '@/lib/webhooks/send';
import { newSigningSecret } from '@/lib/webhooks/sign';
import type { TargetRules } from '@/lib/webhooks/target-url';
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

/** Written straight to the table: the guard of saved addresses has tests of its own. */
export async function makeEndpoint(
  db: Database,
  endpoint: { merchantId: string; url: string; events?: string[]; status?: EndpointStatus },
): Promise<MadeEndpoint> {
  const id = newId('endpoint');
  const secret = newSigningSecret();
  const fixed = { dialect: 'standard', createdAt: new Date() } as const;
  await db.insert(endpoints).values({ ...fixed, events: ['*'], ...endpoint, id, secret: seal(secret, id) });
  return { id, secret };
}

/** A committed event about a payout of its own. */
export async function emitOne(ctx: Context, merchantId: string, type: EventType = 'payout.completed'): Promise<string> {
  const now = ctx.clock.now();
  const payoutId = newId('payout', now.getTime());
  const data = { id: payoutId, status: 'completed', version: 3, amount: '25.00' };
  await ctx.db.transaction((tx) => emit(tx, { merchantId, type, payoutId, payoutVersion: 3, data, now }));
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
