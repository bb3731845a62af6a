import { desc, eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { mails, operatorKeys, operators, payouts } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';
import { demoAccount } from '@/demo/accounts';
import type { Context } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import { unseal } from '@/lib/kernel/secrets';
import { chooseFeeCollector, confirmBackup, confirmTestMail, sendTestMail } from '@/lib/operators/checklist/confirm';
import { planDeployment } from '@/lib/operators/checklist/deployment';
import { readChecklist } from '@/lib/operators/checklist/read-checklist';
import { createOperatorKey } from '@/lib/operators/keys';
import { inviteOperator } from '@/lib/operators/links';
import { listOperatorLines } from '@/lib/operators/list-lines';
import { placeVault } from '@/lib/operators/merchants/prepare';
import { registerMerchant } from '@/lib/operators/merchants/register';
import { viewMerchant } from '@/lib/operators/merchants/view';
import { csvOfFees, listFees } from '@/lib/operators/state/fees';
import { readState } from '@/lib/operators/state/read-state';
import { changeOperatorRole, listOperators, removeOperator } from '@/lib/operators/team';
import { addOperator, operatorContext, type TestOperator } from '@/lib/operators/testing/operators';
import { testWorld } from '@/lib/payouts/testing/world';

/** What the installation needs and how it is, read from the real thing. */
const world = testWorld();
const { database } = world;
let admin: TestOperator;
let ctx: Context;

beforeAll(async () => {
  globalThis.drawbridgeConnection = database;
  admin = await addOperator(database.db);
  ctx = operatorContext(database.db, admin);
});

const stepOf = async (id: string, chain: ChainKey | null = null) => {
  const steps = await readChecklist(ctx);
  return steps.find((step) => step.id === id && step.chain === chain);
};
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

test('the contract is there when the chain says so, and any wallet can put it there with the call that is offered', async () => {
  const { call, there, address } = await planDeployment(ctx, 'local');
  expect([there, await stepOf('contract', 'local')]).toMatchObject([true, { state: 'done' }]);
  const node = { method: 'POST', headers: { 'content-type': 'application/json' } };
  const ask = async (method: string, params: unknown[]) => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
    return (await (await fetch(world.rpcUrl(), { ...node, body })).json()).result;
  };
  await ask('anvil_setCode', [address, '0x']);
  await ask('anvil_setNonce', [address, '0x0']);
  await ask('anvil_mine', ['0x1']);
  expect([(await planDeployment(ctx, 'local')).there, await stepOf('contract', 'local')]).toMatchObject([
    false,
    { state: 'open' },
  ]);
  await world.send('other', call, { gas: 6_000_000n });
  await world.mine();
  expect([(await planDeployment(ctx, 'local')).there, await stepOf('contract', 'local')]).toMatchObject([
    true,
    { state: 'done' },
  ]);
});

test('nodes are tried for all that is needed of them, and a chain without an account of ours needs none', async () => {
  expect(await stepOf('nodes', 'local')).toMatchObject({
    state: 'done',
    said: expect.stringMatching(/at block \d+, final \d+/),
  });
  expect(await stepOf('relayer', 'local')).toMatchObject({ state: 'spare' });
  expect(await stepOf('worker')).toMatchObject({ state: 'trouble' });
});

test('mail is done once the code of the newest test mail came back, and not before', async () => {
  const newest = async () => {
    const [mail] = await database.db
      .select()
      .from(mails)
      .where(eq(mails.recipient, admin.email))
      .orderBy(desc(mails.id));
    return (
      /^ {4}(\d{4}) (\d{4})$/m
        .exec(unseal(mail?.body ?? '', mail?.id ?? ''))
        ?.slice(1)
        .join('') ?? ''
    );
  };
  await sendTestMail(ctx, admin.email);
  const first = await newest();
  await sendTestMail(ctx, admin.email);
  expect([await codeOf(confirmTestMail(ctx, first)), (await stepOf('mail'))?.state]).toEqual(['code_wrong', 'open']);
  await confirmTestMail(ctx, await newest());
  expect(await codeOf(confirmTestMail(ctx, await newest()))).toBe('code_wrong');
  const { mailArrivedAt } = (await database.sql`select mail_arrived_at as "mailArrivedAt" from installation`)[0] ?? {};
  expect(mailArrivedAt).not.toBeNull();
});

test('a backup counts from the day that an operator confirms, for a week, and none from tomorrow', async () => {
  expect((await stepOf('backup'))?.state).toBe('open');
  expect(await codeOf(confirmBackup(ctx, new Date(Date.now() + 86_400_000)))).toBe('invalid_request');
  await confirmBackup(ctx, new Date(Date.now() - 8 * 86_400_000));
  expect((await stepOf('backup'))?.state).toBe('trouble');
  await confirmBackup(ctx, new Date());
  expect((await stepOf('backup'))?.state).toBe('done');
});

test('fees of vaults that are added go where the operator says, and those of others stay', async () => {
  const collector = `0x${'c0'.repeat(20)}`;
  await chooseFeeCollector(ctx, collector);
  expect((await stepOf('fee_collector'))?.state).toBe('done');
  const { id } = await registerMerchant(ctx, { name: 'Shop', mode: 'test' });
  const vault = await placeVault(ctx, id, { chain: 'local', address: `0x${'d1'.repeat(20)}`, assets: [] });
  const kept = await database.sql`select id, fee_collector as collector from vaults`;
  expect(kept.filter(({ collector: at }) => at === collector).map((row) => row.id)).toEqual([vault.id]);
  await chooseFeeCollector(ctx, null);
  expect((await stepOf('fee_collector'))?.state).toBe('spare');
});

test('fees are told by merchant, chain and asset, of completed payouts in these days alone, on the page as in the file', async () => {
  const { id } = await world.newPayout({
    amount: '25.00',
    recipient: { type: 'wallet', address: demoAccount('customer').address },
  });
  const none = await listFees(ctx, {});
  await database.db
    .update(payouts)
    .set({ status: 'completed', completedAt: new Date() })
    .where(eq(payouts.id, id))
    .catch(() => {});
  const { data } = await listFees(ctx, {});
  expect([none.data, data]).toMatchObject([
    [],
    [{ merchant_id: world.merchantId, payouts: 1, fees: '0.50', amount: '24.50' }],
  ]);
  const lines = await Array.fromAsync(csvOfFees(ctx, {}));
  expect(lines.map((line) => line.trim().split(',').slice(3))).toEqual([
    ['asset', 'payouts', 'amount', 'fees'],
    ['USDT', '1', '24.50', '0.50'],
  ]);
  const long = { from: '2020-01-01', to: '2020-12-31' };
  expect((await listFees(ctx, long)).data).toEqual([]);
  // What is written later about a payout, such as that its mail is kept no longer, moves no fee into another day.
  await database.db
    .update(payouts)
    .set({ completedAt: new Date('2020-06-01T12:00:00Z') })
    .where(eq(payouts.id, id));
  expect([(await listFees(ctx, {})).data, (await listFees(ctx, long)).data]).toMatchObject([[], [{ fees: '0.50' }]]);
  expect((await viewMerchant(ctx, world.merchantId)).volume).toEqual([]);
  expect(await codeOf(listFees(ctx, { from: '2026-02-01', to: '2026-01-01' }))).toBe('invalid_request');
});

test('the state says what waits, how far chains are read and that no worker lives', async () => {
  const state = await readState(ctx);
  expect(state).toMatchObject({ worker: 'silent', migrations: 'current', accounts: [] });
  expect(state.queues.find(({ name }) => name === 'Mails')?.waiting).toBeGreaterThan(0);
  expect(state.chains.map(({ chain }) => chain)).toContain('local');
});

test('an installation keeps an admin, also when two go at once, and what they made ends with them', async () => {
  await database.sql`delete from operators where user_id <> ${admin.userId}`;
  expect(await codeOf(removeOperator(ctx, admin.userId))).toBe('last_operator');
  expect(await codeOf(changeOperatorRole(ctx, admin.userId, 'support'))).toBe('last_operator');
  const second = await addOperator(database.db);
  const own = operatorContext(database.db, second);
  await createOperatorKey(own, { name: 'Theirs', scopes: ['merchants:read'] });
  await inviteOperator(own, { role: 'admin' });
  const both = [removeOperator(own, admin.userId), removeOperator(ctx, second.userId)];
  expect((await Promise.all(both.map(codeOf))).toSorted()).toEqual(['done', 'forbidden']);
  await database.db
    .insert(operators)
    .values({ userId: admin.userId, role: 'admin', createdAt: new Date() })
    .onConflictDoNothing();
  await codeOf(removeOperator(ctx, second.userId));
  expect((await listOperators(ctx)).links).toEqual([]);
  const live = await database.db.select().from(operatorKeys).where(eq(operatorKeys.createdBy, second.userId));
  expect(live.map(({ revokedAt }) => revokedAt !== null)).toEqual([true]);
  expect(await codeOf(createOperatorKey(own, { name: 'Late', scopes: ['merchants:read'] }))).toBe('forbidden');
  expect(await codeOf(inviteOperator(own, { role: 'admin' }))).toBe('forbidden');
});

test('an operator who is no admin any more makes no key, invites nobody and removes nobody, also by what began before', async () => {
  const second = await addOperator(database.db);
  const own = operatorContext(database.db, second);
  await changeOperatorRole(ctx, second.userId, 'support');
  const began = [
    createOperatorKey(own, { name: 'Late', scopes: ['merchants:write'] }),
    inviteOperator(own, { role: 'admin' }),
    removeOperator(own, admin.userId),
    changeOperatorRole(own, second.userId, 'admin'),
  ];
  expect(await Promise.all(began.map(codeOf))).toEqual(Array(4).fill('forbidden'));
  expect(await database.db.$count(operatorKeys, eq(operatorKeys.createdBy, second.userId))).toBe(0);
});

test('the operators’ audit names who did what, page by page, and cannot be changed', async () => {
  const first = await listOperatorLines(ctx, { limit: 2 });
  const second = await listOperatorLines(ctx, { limit: 2, after: first.next_after ?? '' });
  expect([first.data.length, second.data.length]).toEqual([2, 2]);
  expect(first.data.map(({ id }) => id)).not.toContain(second.data[0]?.id);
  await expect(database.sql`update operator_lines set action = 'x'`).rejects.toThrow('append-only');
});
