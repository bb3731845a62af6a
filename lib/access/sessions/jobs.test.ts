import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing/database';
import type { Context } from '@/lib/access/actor';
import { addMerchant, addPerson } from '@/lib/access/testing/people';
import { addSeconds } from '@/lib/kernel/clock';
import { sessionJobs } from './jobs';

const database = testDatabase();
const now = new Date('2026-01-31T12:00:00.000Z');
const hours = (count: number) => addSeconds(now, count * 3600);

test('proofs are forgotten a day after they ended, sessions ninety days after; what lives stays', async () => {
  const proofs = [hours(-25), hours(-23), hours(1)];
  for (const [index, expiresAt] of proofs.entries()) {
    await database.sql`insert into sign_in_nonces (hash, purpose, holder, created_at, expires_at)
      values (${`hash${index}`}, 'sign_in', 'browser:one', ${now.toISOString()}, ${expiresAt.toISOString()})`;
    await database.sql`insert into sign_in_codes (id, purpose, email, holder, network, hash, created_at, expires_at)
      values (${`cod_${index}`}, 'sign_in', 'ann@shop.example', 'browser:one', '203.0.113.7', 'x', ${now.toISOString()}, ${expiresAt.toISOString()})`;
  }
  const merchantId = await addMerchant(database.db);
  for (const days of [-121, -119, 0]) await addPerson(database.db, { merchantId, now: hours(24 * days) });
  const actor = { kind: 'system', job: 'test' } as const;
  const ctx: Context = { db: database.db, clock: { now: () => now }, actor, requestId: 'req_test' };
  await sessionJobs[0]?.run(ctx);
  const [left] = await database.sql`
    select (select count(*)::int from sign_in_nonces) as nonces, (select count(*)::int from sign_in_codes) as codes,
      (select count(*)::int from sessions) as sessions`;
  expect(left).toEqual({ nonces: 2, codes: 2, sessions: 2 });
});
