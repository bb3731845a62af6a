import { beforeAll, expect, test } from 'vitest';
import { interleaver, sortOutcomes } from '@/db/testing/interleave';
import { sendClaim } from '@/lib/claims/send-claim';
import { testWorld } from '@/lib/payouts/testing/world';
import { testRelay } from '@/lib/relay/testing/relay';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { buildBatch } from './build-batch';

const world = testWorld();
const relay = testRelay(world);
const { interleavings } = interleaver(world.database);

beforeAll(async () => {
  await relay.add('1000');
});

async function asked(): Promise<string> {
  const payout = await world.newPayout({ recipient: { type: 'anyone' } });
  const address = `0x${crypto.randomUUID().replaceAll('-', '').padEnd(40, '1')}`;
  await sendClaim(world.claimant(), payout.token, { address });
  return payout.id;
}

const states = async (ids: readonly string[]) =>
  world.database.sql`select status from relayed_claims where payout_id in ${world.database.sql(ids)} order by id`;

test('one that is cancelled while its batch is made holds up none of the others', async () => {
  const runs = interleavings(
    0,
    async () => {
      const ids = [await asked(), await asked(), await asked()];
      await world.passTime(2);
      return ids;
    },
    (db) => buildBatch({ ...world.system(), db }, 'local').then(() => undefined),
    ([, second = '']) => cancelPayout(world.merchant(), second).then(() => undefined),
  );
  for await (const { subject, outcomes } of runs) {
    expect(sortOutcomes(outcomes).faults).toEqual([]);
    const [first, second, third] = await states(subject);
    expect([first?.status, third?.status]).toEqual(['under_way', 'under_way']);
    expect(['queued', 'ended', 'under_way']).toContain(second?.status);
    await relay.drive();
  }
});
