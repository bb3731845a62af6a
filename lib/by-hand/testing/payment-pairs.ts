import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { expect, test, vi } from 'vitest';
import { interleaver, sortOutcomes } from '@/db/testing/interleave';
import { checkMerchant } from '@/lib/ledger/checks/check';
import { rollUpBalances } from '@/lib/ledger/roll-up';
import { testDesk } from '@/lib/payouts/testing/desk';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { type Answer, type Desk, type Subject, verbsOf, type World } from './payment-verbs';

/** A payment in the state that is tried, and what is done with it. */
export type Start = { state: string; newSubject(): Promise<Subject>; names: readonly string[] };

/** What must hold after any two of them, whichever was first. */
async function expectAllowed(world: World, { id, signingId }: Subject, answers: Answer[]): Promise<void> {
  const rows = await world.database.sql`
    select status, signing_id = ${signingId} as first, denied_at_block is not null as unsigned, asked_at is not null as asked
    from transfers where payout_id = ${id}`;
  const live = rows.filter(({ status }) => ['prepared', 'submitted', 'confirming', 'unknown'].includes(status));
  expect(live.length).toBeLessThanOrEqual(1);
  // Of what the wallet took nothing is held to be unsigned.
  const forgotten = live.filter(({ first, unsigned }) => first && unsigned);
  expect(answers.flatMap(({ taken }) => (taken ? forgotten : []))).toEqual([]);
  // What a wallet was asked for is let go on a person's word alone, never because its page or its hold is gone.
  const dropped = rows.filter(({ asked, first, status: now }) => asked && first && now === 'dropped');
  expect(dropped.length).toBeLessThanOrEqual(answers.filter(({ letGo }) => letGo).length);
  const { status } = await view(world, id);
  const moving = live.some((transfer) => transfer.status === 'confirming');
  expect([moving, status]).not.toEqual([true, 'pending']);
  expect([live.length, status]).not.toEqual([1, 'cancelled']);
}

/** Takes a subject out of the way of the next ones, whose workers would look at it, too. */
async function clear(world: World, { id }: Subject): Promise<void> {
  await world.database.sql`
    update transfers set status = 'replaced' where payout_id = ${id} and status in ('prepared', 'submitted', 'dropped')`;
  await cancelPayout(world.merchant(), id).catch(() => {});
}

/** Tries each pair of these verbs on payments in one state, and looks at the books in the end. */
export function testPairs(startOf: (world: World, desk: Desk) => Start): void {
  // One case is dozens of runs; how long that takes depends on what else the machine does.
  vi.setConfig({ testTimeout: 180_000 });
  const world = testWorld();
  const desk = testDesk(world);
  const { interleavings } = interleaver(world.database);
  const verbs = verbsOf(world, desk);
  const verbOf = (name: string) => verbs[name] ?? expect.unreachable();
  const { state, newSubject, names } = startOf(world, desk);
  const cases = names
    .flatMap((first) => names.map((second) => ({ first, second })))
    .map((pair, turn) => ({ ...pair, turn }));

  test.each(cases)(`of a payment that is ${state}, $first and $second end in an allowed state`, async (pair) => {
    const runs = interleavings(
      pair,
      newSubject,
      (db, subject) => verbOf(pair.first)({ ...world.member('payer'), db }, subject),
      (subject) => verbOf(pair.second)(world.member('payer'), subject),
      (subject) => clear(world, subject),
    );
    for await (const { subject, outcomes } of runs) {
      const { answers, faults } = sortOutcomes(outcomes);
      expect(faults).toEqual([]);
      await expectAllowed(world, subject, answers);
    }
  });

  test('what was sent is booked once and the books hold, after any statement in between', async () => {
    await desk.settle();
    await desk.settle();
    await rollUpBalances(world.system());
    expect((await checkMerchant(world.system(), world.merchantId)).faults).toEqual([]);
    const twice = await world.database.sql`
      select payout_id from transfers where status = 'confirmed' group by payout_id having count(*) > 1`;
    expect(twice).toEqual([]);
  });
}

export async function preparedBy(desk: Desk, sender: string) {
  const recipient = { type: 'wallet', address: privateKeyToAccount(generatePrivateKey()).address };
  const payout = await desk.owed({ recipient });
  const signing = await desk.prepareOne([payout.id], { sender });
  const call = signing.calls[0] ?? expect.unreachable();
  return { id: payout.id, signingId: signing.id, transferId: call.transfer_ids[0] ?? '', call };
}
