import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { expect, test } from 'vitest';
import { identities } from '@/db/schema';
import { recordPayment } from '@/lib/by-hand/record-made-elsewhere';
import { reportPayment } from '@/lib/by-hand/report';
import { testDesk as payingDesk } from '@/lib/payouts/testing/desk';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { testDesk } from '@/lib/reconcile/testing/desk';

const world = testWorld();
const paying = payingDesk(world);
const desk = testDesk(world);
const usdt = 1_000_000n;
const stranger = () => privateKeyToAddress(generatePrivateKey());

test('a prepared payment that the watcher overlooked gets its hash, and its payout is completed once', async () => {
  const payout = await desk.byHand('71.00', stranger());
  const { calls } = await paying.prepareOne([payout.id]);
  const [hash] = await paying.sign(calls);
  await world.mine(4);
  await desk.skipUnread();
  const before = await world.database.sql`select id, status, hash from transfers where payout_id = ${payout.id}`;
  expect(before).toMatchObject([{ status: 'prepared', hash: null }]);
  await desk.reconcile();
  const after = await world.database.sql`select id, status, hash from transfers where payout_id = ${payout.id}`;
  expect(after).toEqual([{ id: before[0]?.id, status: 'confirmed', hash }]);
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('a payment from another wallet than the one that is about to pay waits for a person', async () => {
  const payee = stranger();
  const payout = await desk.byHand('72.00', payee);
  await paying.prepareOne([payout.id]);
  const hash = await desk.pay('vault', payee, 72n * usdt);
  await desk.reconcile();
  expect(await desk.line(hash)).toMatchObject({ kind: 'choice', candidates: [payout.id] });
  expect((await view(world, payout.id)).status).not.toBe('completed');
});

test('what a member signs in with pays payouts once it has signed for the merchant, and what else leaves it is nobody’s concern', async () => {
  await desk.hire();
  await desk.mint('other');
  const createdAt = new Date(0);
  const identity = { kind: 'wallet' as const, value: desk.address('other'), userId: desk.people.payer, createdAt };
  await world.database.db.insert(identities).values(identity);
  const payee = stranger();
  const payout = await desk.byHand('73.00', payee);
  const hash = await desk.pay('other', payee, 73n * usdt);
  const suspense = await desk.account('suspense');
  const groceries = await desk.pay('other', stranger(), 4n * usdt);
  await desk.reconcile();
  expect(await desk.line(hash)).toMatchObject({ kind: 'choice', status: 'open', candidates: [payout.id] });
  await paying.prove(world.merchantId, desk.address('other'));
  await desk.reconcile();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { hash } });
  expect(await desk.account('suspense')).toBe(suspense);
  expect(await world.database.sql`select 1 from differences where hash = ${groceries}`).toHaveLength(0);
});

test('money that moves from the vault to a proved wallet of the merchant explains itself', async () => {
  await desk.declare('customer');
  const suspense = await desk.account('suspense');
  const own = await desk.account('own_wallets');
  const hash = await desk.pay('vault', desk.address('customer'), 74n * usdt);
  await desk.reconcile();
  expect(await desk.account('suspense')).toBe(suspense);
  expect((await desk.account('own_wallets')) - own).toBe(74n * usdt);
  expect(await world.database.sql`select 1 from differences where hash = ${hash}`).toHaveLength(0);
});

test('a payment that was recorded at the desk meanwhile ends its line by itself', async () => {
  await desk.declare('feeCollector', false);
  await desk.mint('feeCollector');
  const payee = stranger();
  const payout = await desk.byHand('75.00', payee);
  const hash = await desk.pay('feeCollector', payee, 75n * usdt);
  await desk.reconcile();
  const suspense = await desk.account('suspense');
  expect(await desk.line(hash)).toMatchObject({ kind: 'choice', status: 'open' });
  const address = desk.address('feeCollector');
  await world.database.sql`update wallets set proven_at = created_at where address = ${address}`;
  await recordPayment(desk.member('payer'), payout.id, { hash });
  await world.settle();
  await desk.reconcile();
  expect(await desk.line(hash)).toMatchObject({ status: 'resolved', resolved_by: 'payout' });
  expect(suspense - (await desk.account('suspense'))).toBe(75n * usdt);
});

test('a call that failed and was reported for a payment, such as its permission, frees nothing when the books are closed', async () => {
  const ids = [(await desk.byHand('76.00', stranger())).id, (await desk.byHand('76.00', stranger())).id];
  const { id: signing_id, calls } = await paying.prepareOne(ids, { way: 'disperse' });
  const hash = await world.send('admin', calls[0] ?? expect.unreachable(), { gas: 25_000n });
  await reportPayment(desk.member('payer'), { signing_id, hash });
  await world.mine(4);
  await desk.skipUnread();
  await desk.reconcile();
  expect((await world.client().getTransactionReceipt({ hash })).status).toBe('reverted');
  const rows = await world.database.sql`select distinct status from transfers where signing_id = ${signing_id}`;
  expect(rows).toEqual([{ status: 'submitted' }]);
});
