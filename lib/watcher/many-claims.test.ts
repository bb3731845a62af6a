import { expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { claimPayout } from '@/lib/claims/claim';
import { testDesk } from '@/lib/payouts/testing/desk';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';

const world = testWorld();
const desk = testDesk(world);

/** Many claims of the same merchant are in blocks that are not final yet. */
async function heapOf(count: number, like: string) {
  const { sql } = world.database;
  await sql`insert into payouts select (jsonb_populate_record(p, jsonb_build_object(
      'id', 'po_00' || lpad(n::text, 24, '0'), 'reference', 'copy ' || n, 'claim_id', n))).*
    from payouts p, generate_series(1, ${count}) n where p.id = ${like}`;
  await sql`insert into transfers (id, merchant_id, payout_id, rail, chain, status, hash, block_number, block_hash, log_index, created_at, updated_at)
    select replace(id, 'po_', 'tr_'), merchant_id, id, 'contract', chain, 'confirming', '0x' || lpad(to_hex(claim_id::bigint), 64, '0'),
      1000000, '0x' || lpad('', 64, 'f'), 0, now(), now() from payouts where reference like 'copy %'`;
}

test('all that is final is settled before the vault’s other movements are booked, however many claims wait', async () => {
  await heapOf(9_000, (await world.newPayout()).id);
  const payout = await world.newPayout();
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: demoAccount('customer').address });
  await world.send('customer', transfer);
  await world.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed' });
  expect(await desk.balance('suspense')).toBe(0n);
});

test('a claim that is recorded keeps nobody waiting, however often its block is read again', async () => {
  const payout = await world.newPayout();
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: demoAccount('customer').address });
  await world.send('customer', transfer);
  await world.mine();
  await world.watch();
  expect(await view(world, payout.id)).toMatchObject({ status: 'processing' });
  await world.database.sql.begin(async (held) => {
    await held`select id from payouts where id = ${payout.id} for update`;
    await world.mine();
    await world.watch();
  });
  await world.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed' });
});
