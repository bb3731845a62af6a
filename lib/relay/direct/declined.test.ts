import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignerProcess } from '@/examples/signer/testing/start-signer';
import { eventsOf } from '@/lib/payouts/testing/events';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { relayClaims } from '@/lib/relay/batches/jobs';
import { testRelay } from '@/lib/relay/testing/relay';
import { ownSigner, signerRules } from '@/lib/vaults/signing/testing/own-signer';
import { queueDirect } from './queue-direct';

const world = testWorld();
const relay = testRelay(world);
let signer: SignerProcess;
beforeAll(async () => {
  signer = (await ownSigner(world)).service;
  await relay.add();
});
afterAll(() => signer.end());

const asked = () => signer.log().filter((line) => line.includes('"voucher.sign"')).length;
const rowsOf = (id: string) =>
  world.database.sql`select status, because, refusals from relayed_claims where payout_id = ${id} order by id`;

/** A step of the worker, with all that waits due now; answers for how many seconds its claim waits after it. */
async function step(id: string): Promise<number> {
  const { sql } = world.database;
  await sql`update relayed_claims set not_before = created_at where payout_id = ${id} and status = 'queued'`;
  await queueDirect(world.system(), 'local');
  await world.passTime(2);
  await relayClaims(world.system(), 'local');
  const now = world.system().clock.now().toISOString();
  const [row] = await sql`select round(extract(epoch from not_before - ${now}::timestamptz) / 60)::int as minutes
    from relayed_claims where payout_id = ${id} order by id desc limit 1`;
  return row?.minutes;
}

test('a signer that declines is asked less and less often, its merchant is told once, and it ends and begins again', async () => {
  signer.rules(signerRules({ max_per_payout: '1' }));
  const payout = await world.newPayout({ delivery: 'send' });
  const waits: number[] = [];
  for (let time = 0; time < 10; time++) waits.push(await step(payout.id));
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
  expect([asked(), await rowsOf(payout.id)]).toEqual([
    10,
    [{ status: 'ended', because: 'failed_often', refusals: 10 }],
  ]);
  expect(await view(world, payout.id)).toMatchObject({ status: 'pending', obstacle: { cause: 'signer_declined' } });
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', 'payout.not_payable']);
  await step(payout.id);
  expect([asked(), (await rowsOf(payout.id)).length]).toEqual([10, 1]);
  signer.rules(signerRules());
  await world.database
    .sql`update relayed_claims set not_before = created_at, updated_at = created_at - interval '1 hour'`;
  await step(payout.id);
  await relay.drive();
  await world.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', obstacle: null });
});
