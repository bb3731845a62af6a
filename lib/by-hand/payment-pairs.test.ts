import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { expect, test, vi } from 'vitest';
import { interleaver, sortOutcomes } from '@/db/testing/interleave';
import type { Context } from '@/lib/access/actor';
import { followPayments } from '@/lib/by-hand/sightings/follow';
import { recordLog } from '@/lib/by-hand/sightings/record-log';
import { checksumAddress, hex } from '@/lib/chains/address';
import { checkMerchant } from '@/lib/ledger/checks/check';
import { rollUpBalances } from '@/lib/ledger/roll-up';
import { testDesk } from '@/lib/payouts/testing/desk';
import { testSafe } from '@/lib/payouts/testing/safe';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { findLatestTransfer } from '@/lib/payouts/transfer-store';
import { lookAtHash } from '@/lib/rails/wallet/look';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { askPayment } from './ask';
import { declareUnsigned } from './declare-unsigned';
import { giveUpPayouts, holdPayouts } from './hold';
import { preparePayment } from './prepare';
import { recordPayment } from './record-made-elsewhere';
import { rejectPayment, reportPayment } from './report';
import { writeOffPayment } from './write-off';

// One case is dozens of runs; how long that takes depends on what else the machine does.
vi.setConfig({ testTimeout: 180_000 });

const world = testWorld();
const desk = testDesk(world);
const safe = testSafe(world, desk, hex(checksumAddress('0x5afe00000000000000000000000000000005afe2')));
const { interleavings } = interleaver(world.database);

type Subject = { id: string; signingId: string; transferId: string; hash: string };
/** `taken`: the portal was told that the wallet has it; `letGo`: that it signed nothing, or a person took that risk. */
type Answer = { taken?: boolean; letGo?: boolean };
type Verb = (ctx: Context, subject: Subject) => Promise<Answer>;

const done = async (work: Promise<unknown>): Promise<Answer> => {
  await work;
  return {};
};
const given = async (work: Promise<unknown>): Promise<Answer> => ({ ...(await done(work)), letGo: true });
const owner = (ctx: Context): Context => ({ ...ctx, actor: world.member('owner').actor });
const system = (ctx: Context): Context => ({ ...ctx, actor: world.system().actor });
const risk = { reason: 'The laptop with this wallet was destroyed' };

/** What can be done with one payment that was prepared, by whom it may be. */
const verbs: Record<string, Verb> = {
  report: async (ctx, { signingId, hash }) => {
    await reportPayment(ctx, { signing_id: signingId, hash });
    return { taken: true };
  },
  'report a batch of calls': async (ctx, { signingId, id }) => {
    await reportPayment(ctx, { signing_id: signingId, calls_id: `calls_of_${id}` });
    return { taken: true };
  },
  decline: (ctx, { signingId }) => given(rejectPayment(ctx, { signing_id: signingId, tab: desk.tab })),
  'say it was not signed': (ctx, { id }) => given(declareUnsigned(ctx, { payout_ids: [id] })),
  'write off': (ctx, { id }) => given(writeOffPayment(owner(ctx), { payout_id: id, own_risk: risk })),
  record: (ctx, { id }) =>
    done(recordPayment(ctx, id, { hash: `0x${crypto.randomUUID().replaceAll('-', '').repeat(2)}` })),
  'prepare again': async (ctx, { id }) => {
    await holdPayouts(ctx, { payout_ids: [id], tab: desk.tab });
    return done(preparePayment(ctx, desk.body([id], { accept_warnings: true })));
  },
  'hand it to the wallet': (ctx, { signingId, transferId }) =>
    done(askPayment(ctx, { signing_id: signingId, transfer_ids: [transferId], tab: desk.tab })),
  'give it up': (ctx, { id }) => done(giveUpPayouts(ctx, { payout_ids: [id], tab: desk.tab })),
  cancel: (ctx, { id }) => done(cancelPayout(owner(ctx), id)),
  follow: (ctx) => done(followPayments(system(ctx), 'local')),
  'see it in a block': async (ctx, { id, hash }) => {
    const transfer = await findLatestTransfer(ctx.db, { merchantId: world.merchantId, id });
    const seen = await lookAtHash('local', hash);
    const [log] = seen.state === 'mined' ? seen.payments : [];
    return done(
      Promise.all(transfer && log && 'from' in seen ? [recordLog(system(ctx), 'local', transfer, log, seen)] : []),
    );
  },
};

const verbOf = (name: string): Verb => verbs[name] ?? expect.unreachable();

async function prepare(sender: string) {
  const recipient = { type: 'wallet', address: privateKeyToAccount(generatePrivateKey()).address };
  const payout = await desk.owed({ recipient });
  const signing = await desk.prepareOne([payout.id], { sender });
  const call = signing.calls[0] ?? expect.unreachable();
  return { id: payout.id, signingId: signing.id, transferId: call.transfer_ids[0] ?? '', call };
}

/** No wallet was asked for it. */
async function unasked(): Promise<Subject> {
  const payout = await desk.owed();
  const { signings } = await desk.prepareUnasked([payout.id]);
  const [signing] = signings;
  const transferId = signing?.calls[0]?.transfer_ids[0] ?? expect.unreachable();
  return { id: payout.id, signingId: signing?.id ?? '', transferId, hash: `0x${'0a'.repeat(32)}` };
}

/** Nothing of it has reached the network yet; what a Safe answers is a proposal. */
async function proposed(): Promise<Subject> {
  const { id, signingId, transferId, call } = await prepare(safe.address);
  return { id, signingId, transferId, hash: await safe.hashOf(safe.act(call), await safe.next()) };
}

/** Its transfer is in a block that the watcher has not read. */
async function sent(): Promise<Subject> {
  const { id, signingId, transferId, call } = await prepare(desk.sender);
  const hash = await world.send('admin', call);
  await world.mine();
  return { id, signingId, transferId, hash };
}

const words = ['report', 'decline', 'say it was not signed', 'write off', 'prepare again'];
const letting = ['hand it to the wallet', 'give it up', 'decline', 'cancel', 'follow'];
const states = [
  { state: 'unasked', newSubject: unasked, names: letting },
  { state: 'proposed', newSubject: proposed, names: [...words, 'report a batch of calls', 'cancel', 'follow'] },
  { state: 'sent', newSubject: sent, names: [...words, 'record', 'see it in a block'] },
];

/** What must hold after any two of them, whichever was first. */
async function expectAllowed({ id, signingId }: Subject, answers: Answer[]): Promise<void> {
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
async function clear({ id }: Subject): Promise<void> {
  await world.database.sql`
    update transfers set status = 'replaced' where payout_id = ${id} and status in ('prepared', 'submitted', 'dropped')`;
  await cancelPayout(world.merchant(), id).catch(() => {});
}

const cases = states
  .flatMap(({ names, ...start }) => names.flatMap((first) => names.map((second) => ({ ...start, first, second }))))
  .map((pair, turn) => ({ ...pair, turn }));

test.each(cases)('of a payment that is $state, $first and $second end in an allowed state', async (pair) => {
  const runs = interleavings(
    pair.turn,
    pair.newSubject,
    (db, subject) => verbOf(pair.first)({ ...world.member('payer'), db }, subject),
    (subject) => verbOf(pair.second)(world.member('payer'), subject),
  );
  for await (const { subject, outcomes } of runs) {
    const { answers, faults } = sortOutcomes(outcomes);
    expect(faults).toEqual([]);
    await expectAllowed(subject, answers);
    await clear(subject);
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
