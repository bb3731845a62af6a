import { beforeAll, expect, test } from 'vitest';
import { interleaver, sortOutcomes } from '@/db/testing/interleave';
import { testUsdtAddress } from '@/lib/chains/deployments';
import { sendClaim } from '@/lib/claims/send-claim';
import { testWorld } from '@/lib/payouts/testing/world';
import { countAsked } from '@/lib/relay/claims/store';
import { testRelay } from '@/lib/relay/testing/relay';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { buildBatch } from './build-batch';
import { followBatches } from './follow-batches';
import { relayClaims } from './jobs';

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
    { turn: 0 },
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

test('one whose vault’s key does not open holds up none of the others', async () => {
  const { sql } = world.database;
  const [broken, whole] = [await asked(), await asked()];
  await sql`insert into merchants (id, name) values ('mer_broken', 'Broken')`;
  await sql`insert into vaults (id, merchant_id, chain, address, signer_address, signer_key, fee_collector, namespace)
    select 'va_broken', 'mer_broken', 'base', address, signer_address, 'v1.not.a.key', fee_collector, 7 from vaults`;
  await sql`update payouts set vault_id = 'va_broken' where id = ${broken}`;
  await world.passTime(2);
  await buildBatch(world.system(), 'local');
  expect(await states([broken, whole])).toEqual([{ status: 'queued' }, { status: 'under_way' }]);
});

/** As of a node that has lost the receipt: the send is final, and no node shows its hash. */
const loseHash = (id: string) => world.database.sql`update relay_sends set hash = ${`0x${'ab'.repeat(32)}`} where id =
  (select send_id from relayed_claims where payout_id = ${id})`;

test('a send whose hash no node shows holds up nothing, and the contract’s ids say what it paid', async () => {
  const sent = [await asked()];
  await world.passTime(2);
  await buildBatch(world.system(), 'local');
  sent.push(await asked());
  await world.passTime(2);
  await buildBatch(world.system(), 'local');
  await relay.drive();
  await loseHash(sent[0] ?? '');
  const waiting = await asked();
  await world.passTime(2);
  await relayClaims(world.system(), 'local');
  expect((await states([...sent, waiting])).map(({ status }) => status)).toEqual(['paid', 'paid', 'under_way']);
});

test('what a send whose hash no node shows did not pay is sent again only once its nonce is proved to be used up', async () => {
  const id = await asked();
  await world.passTime(2);
  await buildBatch(world.system(), 'local');
  const { sql } = world.database;
  const code = await world.client().getCode({ address: testUsdtAddress });
  await world.rpc('anvil_setCode', [testUsdtAddress, '0x5b600056']);
  await relay.drive();
  await world.rpc('anvil_setCode', [testUsdtAddress, code]);
  await loseHash(id);
  const [send] =
    await sql`select s.id, s.nonce from relay_sends s join relayed_claims c on s.id = send_id where payout_id = ${id}`;
  await sql`update relay_sends set nonce = nonce + 1000 where id = ${send?.id}`;
  await followBatches(world.system(), 'local').catch(() => {});
  expect(await states([id])).toEqual([{ status: 'under_way' }]);
  await sql`update relay_sends set nonce = ${send?.nonce} where id = ${send?.id}`;
  await followBatches(world.system(), 'local');
  expect(await states([id])).toEqual([{ status: 'queued' }]);
});

test('what ends in the middle of dividing the cost of a send has divided nothing, and it is divided once', async () => {
  const { sql } = world.database;
  const ids = [await asked(), await asked(), await asked()];
  await world.passTime(2);
  await buildBatch(world.system(), 'local');
  await relay.drive();
  await sql.unsafe(`
    create function dies() returns trigger language plpgsql as $$ begin raise exception 'the worker dies'; end $$;
    create trigger dies before update on relayed_claims for each row when (new.payout_id = '${ids[2]}') execute function dies()`);
  await followBatches(world.system(), 'local').catch(() => {});
  expect((await states(ids)).map(({ status }) => status)).toEqual(Array(3).fill('under_way'));
  await sql`drop trigger dies on relayed_claims`;
  await Promise.all([followBatches(world.system(), 'local'), followBatches(world.system(), 'local')]);
  const [row] = await sql`select sum(c.cost)::text as borne, max(s.cost)::text as whole
    from relayed_claims c join relay_sends s on s.id = c.send_id where payout_id in ${sql(ids)}`;
  const spare = BigInt(row?.borne) - BigInt(row?.whole);
  expect([spare >= 0n, spare < 3n]).toEqual([true, true]);
});

test('claims that burn all gas they get are passed over one by one, bear the cost, and count as tried again', async () => {
  const ids = [await asked(), await asked(), await asked(), await asked()];
  await world.passTime(2);
  await buildBatch(world.system(), 'local');
  const code = await world.client().getCode({ address: testUsdtAddress });
  await world.rpc('anvil_setCode', [testUsdtAddress, '0x5b600056']);
  await relay.drive();
  await world.rpc('anvil_setCode', [testUsdtAddress, code]);
  await relayClaims(world.system(), 'local');
  const rows = await world.database.sql`select distinct c.status, c.skips, c.cost > 0 as is_borne, s.success
    from relayed_claims c join relay_sends s on s.id = c.send_id where payout_id in ${world.database.sql(ids)}`;
  expect(rows).toEqual([{ status: 'queued', skips: 1, is_borne: true, success: true }]);
  const [id = ''] = ids;
  const counted = await countAsked(world.database.db, { merchantId: world.merchantId, id }, 'nobody', new Date(0));
  expect(counted).toMatchObject({ link: 2, address: 0 });
});
