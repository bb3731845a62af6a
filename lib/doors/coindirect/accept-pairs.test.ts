import { beforeAll, expect, test, vi } from 'vitest';
import { interleaver, sortOutcomes } from '@/db/testing/interleave';
import { demoAccount } from '@/demo/accounts';
import { checksumAddress } from '@/lib/chains/address';
import { sendClaim } from '@/lib/claims/send-claim';
import { linkTokenOf } from '@/lib/dialects/coindirect-summary';
import { testWorld } from '@/lib/payouts/testing/world';
import { testRelay } from '@/lib/relay/testing/relay';
import { createPayment } from './create-payment';
import { acceptHosted, updateHosted, viewHosted } from './hosted';

vi.setConfig({ testTimeout: 120_000 });

/** Two readers of a hosted page at once. */
const world = testWorld();
const relay = testRelay(world);
const { interleavings } = interleaver(world.database);
const [customer, other] = [demoAccount('customer').address, demoAccount('other').address];

beforeAll(async () => {
  await relay.add();
});

const asked = (uuid: string, body: object = {}) => ({ uuid, name: uuid, query: {}, body });
const to = (address: string) => ({ payOutInstruction: { code: 'crypto', address, currency: 'USDT' } });
const accept = (uuid: string, db = world.database.db) => acceptHosted({ ...world.claimant(), db }, asked(uuid));
const update = (uuid: string, address: string) => updateHosted(world.claimant(), asked(uuid, to(address)));

const state = { references: 0 };

/** Waits for its recipient, who has named an address. */
async function waiting(): Promise<string> {
  state.references += 1;
  const body = { amount: '40', currency: 'USDT', type: 'OUT', reference: `pair-${state.references}` };
  const { uuid } = await createPayment(world.merchant(), { ...asked(''), body }, null);
  await update(uuid, customer);
  return uuid;
}

/** Of the newest of what the portal was asked to send. */
async function sentTo(uuid: string): Promise<string[]> {
  const rows = await world.database.sql`
    select recipient from relayed_claims join coindirect_payouts using (payout_id) where uuid = ${uuid}
    and relayed_claims.status = 'queued'`;
  return rows.map(({ recipient }) => checksumAddress(recipient));
}

const shown = async (uuid: string) => {
  const { payOutInstruction, address, quoteStatus } = await viewHosted(world.claimant(), asked(uuid));
  return [payOutInstruction?.address, address.address, quoteStatus];
};
const resting = async (until: string | null) => {
  await world.database.sql`update relay_accounts set rests_until = ${until}, rest_code = ${until && 'unreachable'}`;
};

test('accepted twice at once, of which one is refused, it stays on its way to the address that is shown', async () => {
  const runs = interleavings(
    { turn: 6 },
    waiting,
    async (db, uuid) => (await accept(uuid, db)).uuid,
    async (uuid) => {
      const answer = await accept(uuid);
      await resting('2100-01-01');
      return answer.uuid;
    },
    () => resting(null),
  );
  for await (const { subject, outcomes } of runs) {
    expect(sortOutcomes(outcomes).faults).toEqual([]);
    await expect(update(subject, other)).rejects.toMatchObject({ code: 'payout_state' });
    expect(await sentTo(subject)).toEqual([customer]);
    expect(await shown(subject)).toEqual([customer, customer, 'ACCEPTED']);
  }
});

test('what the portal gave up may be named another address, and goes there', async () => {
  const uuid = await waiting();
  await accept(uuid);
  await world.database
    .sql`update relayed_claims set status = 'ended', because = 'failed_often' where status = 'queued'`;
  await update(uuid, other);
  expect(await shown(uuid)).toEqual([other, null, 'PENDING']);
  await accept(uuid);
  expect(await sentTo(uuid)).toEqual([other]);
  await expect(update(uuid, customer)).rejects.toMatchObject({ code: 'payout_state' });
});

test('sent from its claim page, it goes where that says, and its hosted page shows the same', async () => {
  const uuid = await waiting();
  await sendClaim(world.claimant(), linkTokenOf(uuid), { address: other });
  await expect(accept(uuid)).rejects.toMatchObject({ code: 'relay_in_progress' });
  expect(await sentTo(uuid)).toEqual([other]);
  expect(await shown(uuid)).toEqual([other, other, 'ACCEPTED']);
});
