import { drizzle } from 'drizzle-orm/postgres-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Connection, connect } from '@/db/client';
import { testWorld } from '@/lib/payouts/testing/world';
import { dayOf } from '@/lib/reconcile/core/day';
import { testDesk } from '@/lib/reconcile/testing/desk';
import { openReconciliation } from './open';
import { workReconciliation } from './work';

const world = testWorld();
const desk = testDesk(world);
const lines: Connection[] = [];
beforeAll(() => void lines.push(connect(world.database.url, 5)));
afterAll(async () => {
  for (const line of lines) await line.close();
});

/** How many statements a close takes, beginning at the first block again. */
async function statementsOfClose(): Promise<number> {
  await desk.forgetCloses();
  let count = 0;
  const { sql } = lines[0] ?? expect.unreachable();
  const logger = {
    logQuery: () => {
      count += 1;
    },
  };
  const ctx = { ...world.system(), db: drizzle(sql, { logger }) };
  const { id } = await openReconciliation(ctx, {
    merchantId: world.merchantId,
    chain: 'local',
    day: dayOf(ctx.clock.now()),
  });
  expect(await workReconciliation(ctx, { id })).toMatchObject({ status: 'done' });
  return count;
}

test('a close asks about nine deposits in as many statements as about one', async () => {
  await world.settle();
  await world.drainVault();
  await world.fillVault();
  await world.settle();
  const one = await statementsOfClose();
  for (let more = 0; more < 8; more++) await world.fillVault();
  await world.settle();
  const nine = await statementsOfClose();
  const [booked] = await world.database.sql`
    select count(*)::int as deposits from postings where kind = 'deposit' and hash is not null`;
  expect(booked?.deposits).toBe(9);
  expect(nine - one).toBeLessThan(4);
});
