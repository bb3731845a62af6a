import { encodeFunctionData } from 'viem';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress, testUsdtAddress } from '@/lib/chains/deployments';
import { claimPayout } from '@/lib/claims/claim';
import { viewClaim } from '@/lib/claims/view';
import { viewOverview } from '@/lib/desk/overview/overview';
import { eventsOf } from '@/lib/payouts/testing/events';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { viewVaults } from '@/lib/vaults/view-vaults';

const world = testWorld();
const vault = demoAccount('vault').address;
const customer = demoAccount('customer').address;
const usdt = (count: number) => BigInt(count) * 1_000_000n;
const good = { capacity: usdt(100_000), ceiling: usdt(1), seconds: 86_400 };

const token = async (from: 'faucet' | 'vault', data: `0x${string}`) => {
  await world.send(from, { to: testUsdtAddress, data });
  await world.mine();
};
const paused = (value: boolean) =>
  token('faucet', encodeFunctionData({ abi: testUsdtAbi, functionName: 'setPaused', args: [value] }));
const blocked = (value: boolean) =>
  token('faucet', encodeFunctionData({ abi: testUsdtAbi, functionName: 'setBlackListed', args: [vault, value] }));
const fee = (points: bigint, most = 1n) =>
  token('faucet', encodeFunctionData({ abi: testUsdtAbi, functionName: 'setParams', args: [points, most] }));
const allow = async (amount: bigint) => {
  const approve = (value: bigint) =>
    token('vault', encodeFunctionData({ abi: testUsdtAbi, functionName: 'approve', args: [drawbridgeAddress, value] }));
  await approve(0n);
  if (amount > 0n) await approve(amount);
};
const nameSigner = async (terms: Partial<typeof good> = {}) => {
  const { capacity, ceiling, seconds } = { ...good, ...terms };
  const [row] = await world.database.sql`select signer_address from vaults where id = ${world.vaultId}`;
  const { timestamp } = await world.client().getBlock();
  const args = [hex(row?.signer_address), testUsdtAddress, capacity, ceiling, Number(timestamp) + seconds] as const;
  await toContract(encodeFunctionData({ abi: drawbridgeAbi, functionName: 'setSigner', args }));
};
const revoke = async () => {
  const [row] = await world.database.sql`select signer_address from vaults where id = ${world.vaultId}`;
  const args = [vault, hex(row?.signer_address), [testUsdtAddress]] as const;
  await toContract(encodeFunctionData({ abi: drawbridgeAbi, functionName: 'revokeSigner', args }));
};
async function toContract(data: `0x${string}`) {
  await world.send('vault', { to: drawbridgeAddress, data });
  await world.mine();
}

const unlimited = 2n ** 256n - 1n;
const claim = (payout: { token: string }) => claimPayout(world.claimant(), payout.token, { address: customer });
const refusal = async (payout: { token: string }) => {
  const { code, facts } = await claim(payout).then(
    () => expect.unreachable(),
    (error) => error,
  );
  return [code, facts.extra?.cause];
};

type Case = { cause: string; code: string; event: string; begin: () => Promise<void>; end: () => Promise<void> };
const [short, other] = ['payout.awaiting_funds', 'payout.not_payable'];
const cases: Case[] = [
  {
    ...{ cause: 'funds', code: 'awaiting_funds', event: short },
    ...{ begin: () => world.drainVault(), end: () => world.fillVault() },
  },
  {
    ...{ cause: 'allowance', code: 'awaiting_funds', event: short },
    ...{ begin: () => allow(usdt(24)), end: () => allow(unlimited) },
  },
  {
    ...{ cause: 'signer_limit', code: 'awaiting_funds', event: short },
    ...{ begin: () => nameSigner({ capacity: usdt(24) }), end: () => nameSigner() },
  },
  {
    ...{ cause: 'signer_terms', code: 'signer_refused', event: other },
    ...{ begin: () => nameSigner({ ceiling: 100_000n }), end: () => nameSigner() },
  },
  {
    ...{ cause: 'token_paused', code: 'token_paused', event: other },
    ...{ begin: () => paused(true), end: () => paused(false) },
  },
  {
    ...{ cause: 'vault_blocked', code: 'vault_blocked', event: other },
    ...{ begin: () => blocked(true), end: () => blocked(false) },
  },
  {
    ...{ cause: 'token_fee', code: 'token_fee', event: other },
    ...{ begin: () => fee(10n), end: () => fee(0n) },
  },
];

beforeAll(async () => {
  await world.settle();
  await nameSigner();
});
beforeEach(() => world.database.sql`update payouts set status = 'cancelled' where status = 'pending'`);

test.each(cases)(
  '$cause is told by its own name by claim, page and API, and as one event however often it is tried',
  async (one) => {
    const payout = await world.newPayout();
    await one.begin();
    for (let time = 0; time < 4; time++) {
      expect(await refusal(payout)).toEqual([one.code, one.cause]);
      await world.watchVaults();
      expect((await viewClaim(world.claimant(), payout.token)).obstacle).toBe(one.cause);
    }
    const held = await view(world, payout.id);
    expect(held).toMatchObject({ status: 'pending', obstacle: { cause: one.cause } });
    expect(held.awaiting_funds).toBe(one.event === short);
    expect(await eventsOf(world, payout.id)).toEqual(['payout.created', one.event]);
    await one.end();
    await world.watchVaults();
    expect(await view(world, payout.id)).toMatchObject({ status: 'pending', awaiting_funds: false, obstacle: null });
    expect((await claim(payout)).status).toBe('pending');
  },
);

test.each(cases)('the worker notices $cause before a customer does, and frees the payout by itself', async (one) => {
  const payout = await world.newPayout();
  await world.watchVaults();
  await one.begin();
  await world.watchVaults();
  await world.watchVaults();
  expect(await view(world, payout.id)).toMatchObject({ obstacle: { cause: one.cause } });
  await one.end();
  await world.watchVaults();
  expect((await view(world, payout.id)).obstacle).toBeNull();
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', one.event]);
});

test.each([
  ['revoked', revoke],
  [
    'expired',
    async () => {
      await nameSigner({ seconds: 30 });
      await world.passTime(60);
      await world.mine();
    },
  ],
])('a signer that was %s is told as that, not as missing money', async (_what, begin) => {
  const payout = await world.newPayout();
  await begin();
  expect(await refusal(payout)).toEqual(['signer_refused', 'signer_terms']);
  await nameSigner();
});

test('a page that shows trouble has told the merchant of it, once, though nobody could press anything', async () => {
  const payout = await world.newPayout();
  await paused(true);
  for (let time = 0; time < 3; time++) await viewClaim(world.claimant(), payout.token);
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', 'payout.not_payable']);
  await paused(false);
});

test('a vault that runs dry and fills up by turns is told of once for each payout', async () => {
  const payout = await world.newPayout();
  for (let time = 0; time < 2; time++) {
    await world.drainVault();
    await world.watchVaults();
    await world.fillVault();
    await world.watchVaults();
  }
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', 'payout.awaiting_funds']);
});

test('a clock of ours that is behind is told as our fault, and keeps nothing with the payout', async () => {
  const payout = await world.newPayout();
  await world.mine();
  const late = { ...world.claimant(), clock: { now: () => new Date(Date.now() - 400_000) } };
  const refused = claimPayout(late, payout.token, { address: customer });
  await expect(refused).rejects.toMatchObject({ code: 'clock_behind', status: 503 });
  expect(await viewClaim(late, payout.token)).toMatchObject({ coverage: { state: 'blocked' }, obstacle: 'our_clock' });
  expect((await view(world, payout.id)).obstacle).toBeNull();
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created']);
});

test('of what a vault owes, only payouts that it could not pay even alone are parked; the rest is its own warning', async () => {
  const large = await world.newPayout({ amount: '900.00' });
  const small = [await world.newPayout({ amount: '60.00' }), await world.newPayout({ amount: '70.00' })];
  await allow(usdt(100));
  await world.watchVaults();
  expect((await view(world, large.id)).obstacle).toMatchObject({ cause: 'allowance' });
  for (const { id } of small) expect((await view(world, id)).obstacle).toBeNull();
  const [check] = await world.database.sql`select obstacle, payable, trouble_since, told_of from vault_checks`;
  expect(check).toMatchObject({ obstacle: null, payable: '100000000', told_of: 'allowance' });
  expect(check?.trouble_since).not.toBeNull();
  expect((await viewOverview(world.member('owner'))).needs).toMatchObject({ vaults: 1, funds: 1, blocked: 0 });
  await allow(unlimited);
  await world.watchVaults();
  expect((await viewOverview(world.member('owner'))).needs).toMatchObject({ vaults: 0, funds: 0, blocked: 0 });
});

test('a vault whose signer it never named is trouble on the overview and on its own page before anybody claims', async () => {
  await world.newPayout();
  await revoke();
  await world.watchVaults();
  expect((await viewOverview(world.member('owner'))).needs).toMatchObject({ vaults: 1, blocked: 1 });
  const { data } = await viewVaults(world.member('owner'));
  expect(data[0]?.assets).toMatchObject([{ asset: 'USDT', obstacle: 'signer_terms' }]);
  await nameSigner();
});

test('a fee of the token that comes to nothing holds up nothing', async () => {
  const payout = await world.newPayout();
  await fee(10n, 0n);
  expect((await viewClaim(world.claimant(), payout.token)).obstacle).toBeNull();
  await fee(0n);
});

test('the merchant is written to once about a vault that cannot pay, and again only after it was in order for six hours', async () => {
  const { sql } = world.database;
  await sql`update merchants set alert_email = 'money@shop.example'`;
  await sql`truncate vault_checks`;
  await sql`delete from mails`;
  await world.newPayout();
  const mails = async () => (await sql`select recipient from mails`).map((row) => row.recipient);
  const failAndMend = async () => {
    await paused(true);
    await world.watchVaults();
    await world.watchVaults();
    await paused(false);
    await world.watchVaults();
  };
  await failAndMend();
  await failAndMend();
  expect(await mails()).toEqual(['money@shop.example']);
  await sql`update vault_checks set told_at = told_at - interval '7 hours'`;
  await failAndMend();
  expect(await mails()).toHaveLength(2);
});
