import { beforeAll, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { interleaver, sortOutcomes } from '@/db/testing/interleave';
import { demoAccount } from '@/demo/accounts';
import { askPayment } from '@/lib/by-hand/ask';
import { claimPayout } from '@/lib/claims/claim';
import { sendClaim } from '@/lib/claims/send-claim';
import { submitPayouts } from '@/lib/gateways/submissions/submit';
import { testGateway } from '@/lib/gateways/testing/test-gateway';
import { addOperator, operatorContext, type TestOperator } from '@/lib/operators/testing/operators';
import { testDesk } from '@/lib/payouts/testing/desk';
import { testWorld } from '@/lib/payouts/testing/world';
import { buildBatch } from '@/lib/relay/batches/build-batch';
import { signWaiting } from '@/lib/relay/sign-waiting';
import { testRelay } from '@/lib/relay/testing/relay';
import { lift, stop } from './stop';

vi.setConfig({ testTimeout: 120_000 });

const world = testWorld();
const relay = testRelay(world);
const people: { operator?: TestOperator } = {};
const operator = () =>
  operatorContext(world.database.db, people.operator ?? expect.unreachable(), world.system().clock.now);
const desk = testDesk(world);
const gateway = testGateway(world);
const { interleavings } = interleaver(world.database);
const { address } = demoAccount('customer');
const reason = 'A drill';
const gwei = 10n ** 9n;
const market = { base: gwei, tip: gwei, time: new Date(), inFlight: 0 };

beforeAll(async () => {
  people.operator = await addOperator(world.database.db);
  await relay.add('1000');
  await gateway.setUp();
});

type Subject = { token: string; ask: Parameters<typeof askPayment>[1] };
type Verb = (db: Database, subject: Subject) => Promise<unknown>;
const nothing = { signing_id: '', transfer_ids: [], tab: '' };

const fresh = async (): Promise<Subject> => ({
  ...(await world.newPayout({ recipient: { type: 'anyone' } })),
  ask: nothing,
});

async function queued(): Promise<Subject> {
  const subject = await fresh();
  await sendClaim(world.claimant(), subject.token, { address });
  await world.database.sql`update relayed_claims set not_before = now() - interval '1 minute' where status = 'queued'`;
  return subject;
}

async function ordered(): Promise<Subject> {
  await relay.order();
  return { token: '', ask: nothing };
}

async function handedIn(): Promise<Subject> {
  const recipient = `0x${crypto.randomUUID().replaceAll('-', '').padEnd(40, '1')}`;
  await world.newPayout({ rail: 'shkeeper', amount: '11.00', recipient: { type: 'wallet', address: recipient } });
  return { token: '', ask: nothing };
}

async function prepared(): Promise<Subject> {
  const { id: payoutId } = await desk.owed();
  const { signings } = await desk.prepareUnasked([payoutId]);
  const { id, payments } = signings[0] ?? expect.unreachable();
  return {
    token: '',
    ask: { signing_id: id, transfer_ids: payments.map((one) => one.transfer_id), tab: 'tab_test_1' },
  };
}

const verbs = {
  claim: (db, { token }) => claimPayout({ ...world.claimant(), db }, token, { address }),
  batch: (db) => buildBatch({ ...world.system(), db }, 'local'),
  sign: (db) => signWaiting({ ...world.system(), db }, 'local', market, () => {}),
  submit: (db) => submitPayouts({ ...world.system(), db }, 'local'),
  ask: (db, { ask }) => askPayment({ ...world.member('payer'), db }, ask),
} satisfies Record<string, Verb>;

/** What was signed, ordered or handed over so far. */
async function left(): Promise<unknown> {
  const [row] = await world.database.sql`select (select count(*)::int from vouchers) as vouchers,
    (select count(*)::int from relayed_claims where status = 'under_way') as sends,
    (select count(*)::int from relay_versions) as versions, (select count(*)::int from gateway_submissions) as submissions,
    (select count(*)::int from transfers where asked_at is not null) as asked`;
  return row;
}

async function clear(): Promise<void> {
  const { sql } = world.database;
  for (const { id } of await sql`select id from stops where lifted_at is null`) await lift(operator(), id, { reason });
  await sql`update relayed_claims set status = 'ended' where status in ('queued', 'under_way')`;
  await sql`update relay_sends set status = 'lapsed', final_at = now() where status = 'waiting'`;
  await sql`update gateway_submissions set status = 'failed', final_at = now() where status <> 'failed'`.catch(
    () => {},
  );
}

test.each([
  ['claim', fresh, verbs.claim],
  ['batch', queued, verbs.batch],
  ['sign', ordered, verbs.sign],
  ['submit', handedIn, verbs.submit],
  ['ask', prepared, verbs.ask],
] as const)(
  '%s, stopped before each of its statements, and a stop, both ways: nothing leaves once the stop has answered',
  async (name, newSubject, verb) => {
    const at: { answered?: unknown } = {};
    const halt = async (db: Database) => {
      await stop({ ...operator(), db }, { scope: 'installation', reason });
      at.answered = await left();
    };
    const ways = [
      [verb, halt],
      [halt, verb],
    ] as const;
    for (const [turn, [one, other]] of ways.entries()) {
      const runs = interleavings(
        { turn: name.length + turn },
        newSubject,
        async (db, subject) => {
          await one(db, subject);
        },
        async (subject) => {
          await other(world.database.db, subject);
        },
        clear,
      );
      for await (const { subject, outcomes } of runs) {
        expect(sortOutcomes(outcomes).faults).toEqual([]);
        expect(await left()).toEqual(at.answered);
        await Promise.allSettled([verb(world.database.db, subject)]);
        expect(await left()).toEqual(at.answered);
      }
    }
  },
);
