import { asc, isNotNull, sql } from 'drizzle-orm';
import { afterEach, beforeEach } from 'vitest';
import type { Database } from '@/db/client';
import { attempts, breakers, deliveries, endpoints, eventSequences, events, mails } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import type { Context } from '@/lib/access/actor';
import type { Sender } from '@/lib/outgoing/send';
import { fanOut } from '@/lib/webhooks/events/fan-out';
import { createDeliverer, type Deliverer, type DelivererSettings } from '@/lib/webhooks/sending/deliver';
import {
  type EndpointFacts,
  emitOne,
  type HandClock,
  handClock,
  type MadeEndpoint,
  makeEndpoint,
  makeMerchant,
  senderFor,
  systemContext,
} from './fixtures';
import { type Receiver, type Reply, startReceiver } from './receiver';

type Settings = Partial<DelivererSettings> & { timeoutMs?: number };

/** Tables that a test of webhooks begins with empty. */
export async function emptyDesk(db: Database): Promise<void> {
  const tables = [attempts, breakers, deliveries, endpoints, events, eventSequences, mails];
  await db.execute(sql`truncate ${sql.join(tables, sql`, `)} cascade`);
}

/** A database, a merchant, a clock turned by hand, and receivers that are closed after each test. */
export function webhookDesk() {
  const database = testDatabase();
  const state: { merchantId: string; clock: HandClock } = { merchantId: '', clock: handClock() };
  const open: { close(): unknown }[] = [];

  beforeEach(async () => {
    await emptyDesk(database.db);
    state.clock = handClock();
    state.merchantId = await makeMerchant(database.db);
  });
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  const desk = {
    database,
    get clock() {
      return state.clock;
    },
    get merchantId() {
      return state.merchantId;
    },
    get ctx(): Context {
      return systemContext(database.db, state.clock);
    },
    async receiver(reply?: Reply): Promise<Receiver> {
      const made = await startReceiver(reply);
      open.push(made);
      return made;
    },
    sender(receivers: Receiver[], timeoutMs?: number): Sender {
      const made = senderFor(receivers, timeoutMs);
      open.push(made);
      return made;
    },
    deliverer(receivers: Receiver[], settings: Settings = {}): Deliverer {
      return createDeliverer({ sender: desk.sender(receivers, settings.timeoutMs), random: () => 0, ...settings });
    },
    /** A new endpoint at this receiver, with this many events waiting for it. */
    async queue(to: Pick<Receiver, 'url'>, count = 1, facts: Partial<EndpointFacts> = {}): Promise<MadeEndpoint> {
      const endpoint = await makeEndpoint(database.db, { merchantId: state.merchantId, url: to.url, ...facts });
      await Promise.all(Array.from({ length: count }, () => emitOne(desk.ctx, state.merchantId)));
      await fanOut(desk.ctx);
      return endpoint;
    },
    /** Sends what is due and waits until it is done. */
    async deliverTo(to: Receiver | Receiver[], settings?: Settings): Promise<void> {
      const deliverer = desk.deliverer([to].flat(), settings);
      await deliverer.deliverDue(desk.ctx, new AbortController().signal);
      await deliverer.settled();
    },
    /** As if the lease of everything under way had just run out. */
    async endLeases(): Promise<void> {
      await database.db.update(deliveries).set({ leaseUntil: sql`now()` }).where(isNotNull(deliveries.leaseUntil));
    },
    breakers: () => database.db.select().from(breakers).orderBy(asc(breakers.endpointId)),
    mails: () => database.db.select().from(mails).orderBy(asc(mails.id)),
    deliveries: () => database.db.select().from(deliveries).orderBy(asc(deliveries.id)),
    attempts: () => database.db.select().from(attempts).orderBy(asc(attempts.id)),
    events: () => database.db.select().from(events).orderBy(asc(events.id)),
  };
  return desk;
}
