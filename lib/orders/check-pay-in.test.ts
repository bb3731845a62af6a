import { encodeFunctionData, erc20Abi, type Hex, parseUnits } from 'viem';
import { beforeAll, expect, test } from 'vitest';
import { type DemoAccountName, demoAccount } from '@/demo/accounts';
import { drawbridgeAddress, testUsdtAddress } from '@/lib/chains/deployments';
import { silentGateway } from '@/lib/doors/testing/silent-gateway';
import { testWorld } from '@/lib/payouts/testing/world';
import { cancelOrder } from './cancel';
import { checkPayIns } from './check-pay-in';
import { fundOrder } from './fund';
import { orderWorld } from './testing/order-world';
import { viewOrder } from './view';

const world = testWorld();
const { newOrder, expectRightBooks, events } = orderWorld(world);

/** The buyer's transfer. */
async function pay(amount: string, to: DemoAccountName = 'vault', token: string = testUsdtAddress): Promise<Hex> {
  const args = [demoAccount(to).address, parseUnits(amount, 6)] as const;
  return world.send('admin', {
    to: token,
    data: encodeFunctionData({ abi: erc20Abi, functionName: 'transfer', args }),
  });
}

beforeAll(world.drainVault);

const waitingFor = (hash: string, given: Record<string, unknown> = {}) => newOrder({ pay_in: { hash }, ...given });

async function look(id: string) {
  await world.passTime(11);
  await checkPayIns(world.system(), 'local');
  return viewOrder(world.merchant(), id);
}

test('an order with a hash is funded once a final block shows that it paid in, and not before', async () => {
  const hash = await pay('100');
  const made = await waitingFor(hash);
  expect(await look(made.id)).toMatchObject({ status: 'awaiting_funds', pay_in: { hash, fault: null } });
  await world.mine();
  await world.watch();
  expect(await look(made.id)).toMatchObject({ status: 'awaiting_funds' });
  await world.settle();
  expect(await look(made.id)).toMatchObject({
    status: 'funded',
    money: { held: '100.00' },
    pay_in: { escrow_state: 'funded' },
  });
  expect(await events(made.id)).toEqual(['order.created', 'order.funded']);
  await expectRightBooks();
});

test('a hash that nobody has seen funds nothing, however long it is waited for', async () => {
  const made = await waitingFor(`0x${'5a'.repeat(32)}`);
  await world.settle();
  expect(await look(made.id)).toMatchObject({ status: 'awaiting_funds', pay_in: { fault: null } });
});

test.each([
  ['brought another amount', 'other_amount', () => pay('99.999999')],
  ['went elsewhere', 'not_to_us', () => pay('100', 'other')],
  ['moved no token', 'other_token', () => world.send('admin', { to: demoAccount('vault').address, data: '0x' })],
  ['was reverted', 'reverted', () => pay('100', 'vault', drawbridgeAddress)],
])('a transfer that %s funds nothing and says why; another hash may', async (_what, fault, send) => {
  const made = await waitingFor(await send());
  await world.settle();
  expect(await look(made.id)).toMatchObject({ status: 'awaiting_funds', pay_in: { fault } });
  const hash = await pay('100');
  await fundOrder(world.merchant(), made.id, { pay_in: { hash } });
  await world.settle();
  expect(await look(made.id)).toMatchObject({ status: 'funded', pay_in: { hash, fault: null } });
});

test('a transfer from before the order funds nothing', async () => {
  const hash = await pay('100');
  await world.settle();
  await world.passTime(200);
  const late = await waitingFor(hash);
  expect(await look(late.id)).toMatchObject({ status: 'awaiting_funds', pay_in: { fault: 'too_old' } });
});

test('one order that cannot be written keeps no other from being funded', async () => {
  const stuck = await waitingFor(await pay('100'));
  const sound = await waitingFor(await pay('100'));
  await world.settle();
  await world.database.sql`create function refuse_order() returns trigger language plpgsql as
    $$ begin raise exception 'refused'; end $$`;
  await world.database.sql.unsafe(`create trigger refuse_order before update on orders for each row
    when (new.id = '${stuck.id}') execute function refuse_order()`);
  expect(await look(sound.id)).toMatchObject({ status: 'funded' });
  await world.database.sql`drop trigger refuse_order on orders`;
  expect(await look(stuck.id)).toMatchObject({ status: 'funded' });
});

test('an order that a gateway pays is funded by what came to the gateway’s hot wallet', async () => {
  const wallet = demoAccount('other').address.toLowerCase();
  await silentGateway(world.database.db, { merchantId: world.merchantId, wallet });
  const made = await waitingFor(await pay('100', 'other'), { rail: 'shkeeper' });
  const ofVault = await waitingFor(await pay('100', 'other'));
  await world.settle();
  expect(await look(made.id)).toMatchObject({ status: 'funded' });
  expect(await viewOrder(world.merchant(), ofVault.id)).toMatchObject({ pay_in: { fault: 'not_to_us' } });
  await expectRightBooks();
});

test('one hash funds one order, also when two name it at once; a cancelled order gives it free', async () => {
  const hash = await pay('100');
  const both = await Promise.allSettled([waitingFor(hash), waitingFor(hash.toUpperCase().replace('0X', '0x'))]);
  const [refused] = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  const [made] = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(refused).toMatchObject({ code: 'pay_in_taken', facts: { extra: { order_id: made?.id } } });
  const other = await newOrder({ pay_in: undefined });
  const named = fundOrder(world.merchant(), other.id, { pay_in: { hash } });
  await expect(named).rejects.toMatchObject({ code: 'pay_in_taken' });
  await cancelOrder(world.merchant(), made?.id ?? '');
  expect(await fundOrder(world.merchant(), other.id, { pay_in: { hash } })).toMatchObject({ status: 'awaiting_funds' });
});

test('a hash that went to a wallet not known as ours is looked at again when it is named once more', async () => {
  const wallet = demoAccount('feeCollector').address.toLowerCase();
  const hash = await pay('100', 'feeCollector');
  const made = await waitingFor(hash, { rail: 'wallet' });
  await world.settle();
  expect(await look(made.id)).toMatchObject({ status: 'awaiting_funds', pay_in: { fault: 'not_to_us' } });
  const { sql } = world.database;
  await sql`insert into wallets (id, merchant_id, address, name, proven_at, created_at)
    values ('wa_known', ${world.merchantId}, ${wallet}, 'Till', now(), now())`;
  expect(await look(made.id)).toMatchObject({ status: 'awaiting_funds' });
  await fundOrder(world.merchant(), made.id, { pay_in: { hash } });
  expect(await look(made.id)).toMatchObject({ status: 'funded', pay_in: { hash, fault: null } });
});
