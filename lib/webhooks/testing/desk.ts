import { asc, sql } from 'drizzle-orm';
import { afterEach, beforeEach } from 'vitest';
import { attempts, deliveries, endpoints, events } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import type { Context } from '@/lib/access/actor';
import { createDeliverer, type Deliverer, type DelivererSettings } from '@/lib/webhooks/deliver';
import { fanOut } from '@/lib/webhooks/fan-out';
import type { Sender } from '@/lib/webhooks/send';
import {
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

/** A database, a merchant, a clock turned by hand, and receivers that are closed after each test. */
export function webhookDesk() {
  const database = testDatabase();
  const state: { merchantId: string; clock: HandClock } = { merchantId: '', clock: handClock() };
  const open: { close(): unknown }[] = [];

  beforeEach(async () => {
    await database.db.execute(sql`truncate ${attempts}, ${deliveries}, ${events}, ${endpoints}`);
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
    async queue(to: Pick<Receiver, 'url'>, count = 1): Promise<MadeEndpoint> {
      const endpoint = await makeEndpoint(database.db, { merchantId: state.merchantId, url: to.url });
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
    deliveries: () => database.db.select().from(deliveries).orderBy(asc(deliveries.id)),
    attempts: () => database.db.select().from(attempts).orderBy(asc(attempts.id)),
    events: () => database.db.select().from(events).orderBy(asc(events.id)),
  };
  return desk;
}
