import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { asc, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attempts, deliveries, events } from '@/db/schema';
import { byDepth } from '@/db/testing/depth';
import { killed, type WorkerProcesses, workerProcesses } from '@/lib/jobs/testing/worker-process';
import { newId } from '@/lib/kernel/ids';
import { webhookDesk } from '@/lib/webhooks/testing/desk';
import { emitOne, makeEndpoint, makeMerchant } from '@/lib/webhooks/testing/fixtures';
import type { Received, Receiver, Reply } from '@/lib/webhooks/testing/receiver';

const kills = byDepth({ quick: 10, deep: 100 });
const atOnce = 3;
const maxLifeMs = 300;

const desk = webhookDesk();
let workers: WorkerProcesses;
beforeAll(async () => {
  workers = await workerProcesses('lib/webhooks/testing/worker.ts');
});
afterAll(() => workers.close());

/** The same numbers from 0 to 1 each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const idOf = (request: Received) => request.headers['webhook-id'] ?? '';

/** Takes everything, but for the first sight of some events: those get an error, or no answer at all. */
function nowAndThenFailing(): Reply {
  const seen = new Set<string>();
  return (request, response) => {
    const isNew = seen.size < seen.add(idOf(request)).size;
    if (isNew && seen.size % 19 === 0) response.writeHead(500).end();
    else if (isNew && seen.size % 31 === 0) response.destroy();
    else response.writeHead(200).end();
  };
}

/** Kills this worker the moment that the first request of it is in, and never answers that one. */
function deadly(victim: () => ChildProcess | undefined): Reply {
  const reply = nowAndThenFailing();
  return (request, response, count) => {
    if (count === 1) victim()?.kill('SIGKILL');
    else reply(request, response, count);
  };
}

/** What one request says, without what differs from attempt to attempt. */
function said({ body }: Received): { sequence: number; payout: string; version: number } {
  const { sequence, data } = JSON.parse(body);
  return { sequence, payout: data.id, version: data.version };
}

/** Every event of a merchant came to this receiver, and every request was one of them as it was written. */
async function expectAll(receiver: Receiver, merchantId: string): Promise<void> {
  const written = await desk.database.db
    .select()
    .from(events)
    .where(eq(events.merchantId, merchantId))
    .orderBy(asc(events.sequence));
  expect(written.map((event) => event.sequence)).toEqual(written.map((_, index) => index + 1));
  const expected = new Map(
    written.map((event) => [
      event.id,
      { sequence: event.sequence, payout: event.subjectId, version: event.subjectVersion },
    ]),
  );
  const came = Map.groupBy(receiver.received, idOf);
  expect(new Set(came.keys())).toEqual(new Set(expected.keys()));
  for (const [id, requests] of came) {
    for (const request of requests) expect(said(request)).toEqual(expected.get(id));
  }
}

test(`${kills} kills at random moments lose nothing, change no id and leave no gap`, {
  timeout: byDepth({ quick: 600_000, deep: 900_000 }),
}, async () => {
  const { db, url: DATABASE_URL } = desk.database;
  const random = seeded(20_260_131);
  let victim: ChildProcess | undefined;
  const [first, ordered, second] = [
    await desk.receiver(deadly(() => victim)),
    await desk.receiver(nowAndThenFailing()),
    await desk.receiver(nowAndThenFailing()),
  ];
  const [one, two] = [desk.merchantId, await makeMerchant(db)];
  await makeEndpoint(db, { merchantId: one, url: first.url });
  await makeEndpoint(db, { merchantId: one, url: ordered.url, ordered: true });
  await makeEndpoint(db, { merchantId: two, url: second.url });
  const env = {
    ...{ DATABASE_URL, SECRETS_KEY: process.env.SECRETS_KEY ?? '', LOG_LEVEL: 'silent' },
    WEBHOOK_ALLOWED_PRIVATE_HOSTS: [`${one}@${first.host}`, `${one}@${ordered.host}`, `${two}@${second.host}`].join(),
  };

  const ctx = { ...desk.ctx, clock: { now: () => new Date() } };
  victim = await workers.start(env);
  await Promise.all([once(victim, 'exit'), emitOne(ctx, one)]);

  let killedSoFar = 0;
  let started = 0;
  const killing = async () => {
    while (started < kills) {
      started += 1;
      const life = random() * maxLifeMs;
      const worker = await workers.start(env);
      await pause(life);
      await killed(worker);
      killedSoFar += 1;
    }
  };
  const telling = async (merchantId: string) => {
    while (killedSoFar < kills) {
      const payoutId = newId('payout');
      for (const version of [1, 2, 3]) {
        await emitOne(ctx, merchantId, { payoutId, version });
        await pause(random() * 120);
      }
    }
  };
  await Promise.all([...Array.from({ length: atOnce }, killing), ...[one, two, one].map(telling)]);
  expect(killedSoFar).toBe(kills);

  await workers.start(env);
  const left = async () => {
    const pending = await db.$count(deliveries, eq(deliveries.status, 'pending'));
    return pending + (await db.$count(events, isNull(events.fannedOutAt)));
  };
  await expect.poll(left, { timeout: 300_000, interval: 200 }).toBe(0);

  await expectAll(first, one);
  await expectAll(ordered, one);
  await expectAll(second, two);
  const made = await desk.deliveries();
  const [ofOne, ofTwo] = [
    await db.$count(events, eq(events.merchantId, one)),
    await db.$count(events, eq(events.merchantId, two)),
  ];
  expect(made.map((delivery) => delivery.status)).toEqual(Array.from({ length: 2 * ofOne + ofTwo }, () => 'delivered'));
  for (const [, told] of Map.groupBy(ordered.received.map(said), (one) => one.payout)) {
    const versions = told.map((one) => one.version);
    expect(versions).toEqual(versions.toSorted());
  }
  // One at least was killed between sending and writing that down.
  const requests = [first, ordered, second].reduce((sum, receiver) => sum + receiver.received.length, 0);
  expect(requests).toBeGreaterThan(await db.$count(attempts));
});
