import { encodeFunctionData } from 'viem';
import { beforeAll, expect, test } from 'vitest';
import type { Role } from '@/db/vocabulary/people';
import { demoAccount } from '@/demo/accounts';
import { addPerson } from '@/lib/access/testing/people';
import { saveApprovalRule } from '@/lib/approvals/rules';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { checksumAddress } from '@/lib/chains/address';
import { drawbridgeAddress, testUsdtAddress } from '@/lib/chains/deployments';
import { balanceOf } from '@/lib/ledger/balance';
import { testWorld } from '@/lib/payouts/testing/world';
import { previewPayoutBody } from './create-schema';
import { listPayoutAssets } from './list-assets';
import { previewPayout } from './preview';

const world = testWorld();
const customer = demoAccount('customer').address;
const contract = checksumAddress('0xc0de00000000000000000000000000000000c0de');
const previewTo = (address: string, given: object = {}) =>
  previewPayout(
    world.member('payer'),
    previewPayoutBody.parse({
      ...{ amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'wallet', address } },
      ...given,
    }),
  );

beforeAll(() => world.rpc('anvil_setCode', [contract, '0x60006000fd']));

test('money, approvals and destination are as they would be, and nothing is written', async () => {
  const committed = () =>
    balanceOf(world.database.db, world.merchantId, { chain: 'local', symbol: 'USDT' }, 'committed');
  const before = await committed();
  expect(await previewTo(customer)).toEqual({
    ...{ net: '24.50', fee: '0.50', total: '25.00', approvals_needed: 0, approvers: 0, paid_before: false, notes: [] },
    sending_waits: null,
    network_cost: null,
    vault: { payable: '1000000.00', obstacle: null, short: false },
  });
  expect(await previewTo(customer, { rail: 'wallet' })).toMatchObject({ net: '25.00', fee: '0.00', total: '25.00' });
  expect(await previewTo(customer, { recipient: { type: 'anyone' } })).toMatchObject({ paid_before: null, notes: [] });
  expect(await committed()).toBe(before);
});

test('what the preview says is what is made', async () => {
  await saveApprovalRule(world.member('owner'), {
    ...{ chain: 'local', asset: 'USDT', one_from: '100.00', two_from: '500.00', new_destination: false },
  });
  for (const amount of ['99.49', '99.50', '499.50']) {
    const given = { amount, fee_payer: 'merchant' } as const;
    const { net, fee, approvals_needed } = await previewTo(customer, given);
    const made = await world.newPayout(given);
    const [row] = await world.database.sql`select approvals_needed from payouts where id = ${made.id}`;
    expect([net, fee, approvals_needed]).toEqual([made.net, made.fee, row?.approvals_needed]);
  }
});

test('those who could approve it are counted, without the one who makes it', async () => {
  const hire = (role: Role) => addPerson(world.database.db, { merchantId: world.merchantId, role });
  const [owner] = await Promise.all([hire('owner'), hire('owner'), hire('approver'), hire('payer')]);
  const body = { asset: 'USDT', chain: 'local', recipient: { type: 'anyone' } };
  const previewFor = (userId: string, amount: string) =>
    previewPayout(world.member('owner', userId), previewPayoutBody.parse({ ...body, amount }));
  expect((await previewFor(owner.userId, '100.00')).approvers).toBe(2);
  expect((await previewFor('us_payer', '100.00')).approvers).toBe(3);
  expect((await previewFor(owner.userId, '99.00')).approvers).toBe(0);
});

test('what speaks against an address is said; one that is never paid is refused at once', async () => {
  const known = await world.newPayout();
  await world.database.sql`update payouts set status = 'completed' where id = ${known.id}`;
  const similar = `${customer.slice(0, 6)}${'1'.repeat(32)}${customer.slice(-4)}`.toLowerCase();
  expect((await previewTo(customer)).paid_before).toBe(true);
  const checks = async (address: string) =>
    (await previewTo(address)).notes?.map(({ check, blocking }) => [check, blocking]);
  expect(await checks(similar)).toEqual([['resembles_known', false]]);
  expect(await checks(contract)).toEqual([['contract', false]]);
  await expect(previewTo('0x000000000000000000000000000000000000dEaD')).rejects.toMatchObject({
    ...{ code: 'address_refused', facts: { field: 'recipient.address' } },
  });
});

test('a vault that could not pay it, or not all that is promised then, is told before it is made', async () => {
  expect((await previewTo(customer)).vault).toMatchObject({ obstacle: null, short: false });
  await world.newPayout();
  for (const allowed of [0n, 30_000_000n]) {
    const args = [drawbridgeAddress, allowed] as const;
    await world.send('vault', {
      to: testUsdtAddress,
      data: encodeFunctionData({ abi: testUsdtAbi, functionName: 'approve', args }),
    });
  }
  await world.mine();
  const more = await previewTo(customer);
  expect(more.vault).toEqual({ payable: '30.00', obstacle: null, short: true });
  await world.drainVault();
  const drained = await previewTo(customer);
  expect(drained.vault).toEqual({ payable: '0.00', obstacle: 'funds', short: true });
  expect((await previewTo(customer, { rail: 'wallet' })).vault).toBeNull();
  await world.fillVault();
});

test('what can be paid out is listed on the merchant’s own terms; without a vault, by hand only', async () => {
  const usdt = {
    chain: 'local',
    chain_name: 'Local chain',
    asset: 'USDT',
    decimals: 6,
    minimum: '1.00',
    maximum: '10000.00',
  };
  expect(await listPayoutAssets(world.member('payer'))).toEqual([
    { ...usdt, fee: '0.50', fee_ceiling: null, by_link: true, by_gateway: false, by_sending: false },
  ]);
  await world.database.sql`insert into merchants (id, name) values ('mer_bare', 'Bare')`;
  await world.database.sql`insert into merchant_assets
    select 'mer_bare', chain, symbol, fee, minimum, maximum from merchant_assets`;
  const actor = { ...world.member('payer').actor, merchantId: 'mer_bare' };
  expect(await listPayoutAssets({ ...world.member('payer'), actor })).toMatchObject([
    { asset: 'USDT', by_link: false, by_sending: false },
  ]);
});

test('neither is for those who make no payouts', async () => {
  const refused = { code: 'forbidden' };
  await expect(listPayoutAssets(world.member('approver'))).rejects.toMatchObject(refused);
  const body = previewPayoutBody.parse({
    ...{ amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' } },
  });
  await expect(previewPayout(world.member('viewer'), body)).rejects.toMatchObject(refused);
});
