import { encodeFunctionData } from 'viem';
import { beforeAll, expect, test } from 'vitest';
import * as follow from '@/app/api/desk/vaults/[id]/calls/route';
import * as calls from '@/app/api/desk/vaults/calls/route';
import * as list from '@/app/api/desk/vaults/route';
import { vaults } from '@/db/schema';
import { type Role, roles } from '@/db/vocabulary/people';
import { type DemoAccountName, demoAccount } from '@/demo/accounts';
import { addMerchant, addPerson } from '@/lib/access/testing/people';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { drawbridgeAddress, testUsdtAddress } from '@/lib/chains/deployments';
import { viewClaim } from '@/lib/claims/view';
import { TestBrowser } from '@/lib/http/testing/test-browser';
import { Refusal } from '@/lib/kernel/errors';
import { testWorld } from '@/lib/payouts/testing/world';
import { followCall } from './follow-call';
import { prepareCall } from './prepare-call';
import { type CallBody, callBody } from './schema';
import { viewVaults } from './view-vaults';

const world = testWorld();
const owner = () => world.member('owner');
const vaultId = world.vaultId;

beforeAll(() => {
  globalThis.drawbridgeConnection = world.database;
});

async function look() {
  const { data } = await viewVaults(owner());
  const vault = data.find(({ id }) => id === vaultId);
  const [asset] = vault?.assets ?? [];
  if (!vault || !asset) throw new Error('The vault is not on the page');
  return { vault, asset, reading: asset.reading };
}

const body = (given: object): CallBody => callBody.parse({ vault_id: vaultId, ...given });
const allowance = (amount: string) => body({ kind: 'allowance', asset: 'USDT', amount });
const prepare = (given: CallBody) => prepareCall(owner(), given);

/** Has the vault's wallet send what was prepared, and the chain run it. */
async function sign(prepared: { call: { to: string; data: string } }, from: DemoAccountName = 'vault') {
  const hash = await world.send(from, prepared.call);
  await world.mine();
  return hash;
}

/** Prepares and signs until the change is made, as the page does. Answers how many signatures that took. */
async function change(given: CallBody): Promise<number> {
  const prepared = await prepare(given);
  await sign(prepared);
  return prepared.more ? 1 + (await change(given)) : 1;
}

const faultOf = async (given: CallBody) => {
  const refusal = await prepare(given).catch((error: unknown) => error);
  if (!(refusal instanceof Refusal)) throw new Error('It was not refused');
  return [refusal.code, refusal.facts.field ?? refusal.facts.errors?.[0]?.field];
};

const usdt = (functionName: 'transfer', args: readonly [`0x${string}`, bigint]) => ({
  to: testUsdtAddress,
  data: encodeFunctionData({ abi: testUsdtAbi, functionName, args }),
});

test('a token that takes changes only through 0 is changed in two calls, and then the page has the new number', async () => {
  const first = await prepare(allowance('500.25'));
  expect(first).toMatchObject({ more: true, sender: demoAccount('vault').address });
  expect(first.changes).toEqual([{ name: 'Allowance in USDT', before: 'no limit', after: '0.00 USDT' }]);
  await sign(first);
  expect((await look()).reading).toMatchObject({ allowance: '0.00', unlimited: false });
  const second = await prepare(allowance('500.25'));
  expect(second).toMatchObject({ more: false, changes: [{ before: '0.00 USDT', after: '500.25 USDT' }] });
  await sign(second);
  expect((await look()).reading).toMatchObject({ allowance: '500.25' });
});

test('taking the allowance back is one call', async () => {
  await change(allowance('300'));
  expect(await change(allowance('0'))).toBe(1);
  expect((await look()).reading).toMatchObject({ allowance: '0.00', exposure: '0.00' });
});

test('coverage is what may be taken less what is promised, and exposure the least of every limit', async () => {
  await change(allowance('1000'));
  await change(
    body({ kind: 'signer', asset: 'USDT', capacity: '400', fee_ceiling: '1', expires_at: '2040-01-01T00:00:00.000Z' }),
  );
  const before = await look();
  const committed = Number(before.asset.committed);
  await world.newPayout({ amount: '250.00' });
  const { asset, reading } = await look();
  expect(Number(asset.committed)).toBe(committed + 250);
  expect(Number(reading?.coverage)).toBe(1000 - committed - 250);
  expect(reading).toMatchObject({
    allowance: '1000.00',
    short: false,
    exposure: '400.00',
    signer: { capacity: '400.00', fee_ceiling: '1.00', available: '400.00', expired: false },
  });
  const held = await world.vaultBalance();
  await sign({ call: usdt('transfer', [demoAccount('admin').address, held - 120_000_000n]) });
  expect((await look()).reading).toMatchObject({ balance: '120.00', exposure: '120.00', short: true });
  expect(Number((await look()).reading?.coverage)).toBe(120 - committed - 250);
  await world.fillVault();
});

test('an allowance below what is promised makes the claim wait for funds, and raising it heals that', async () => {
  await change(allowance('2000'));
  const payout = await world.newPayout({ amount: '90.00' });
  const coverage = async () => (await viewClaim(world.claimant(), payout.token)).coverage.state;
  const lowered = await prepare(allowance('50'));
  expect(lowered.warnings.join(' ')).toMatch(/promised, more than this allowance/);
  await change(allowance('50'));
  await expect.poll(coverage, { timeout: 60_000 }).toBe('short');
  expect((await look()).reading?.short).toBe(true);
  await change(allowance('5000'));
  await expect.poll(coverage, { timeout: 60_000 }).toBe('funded');
  expect((await look()).reading?.short).toBe(false);
});

test('a signer that is revoked, by the vault or its guardian, can move nothing until it is named again', async () => {
  const guardian = demoAccount('other').address;
  await change(body({ kind: 'guardian', guardian }));
  expect((await look()).vault.read?.guardian).toBe(guardian);
  const limits = { capacity: '900', fee_ceiling: '2', expires_at: '2040-01-01T00:00:00.000Z' };
  const name = body({ kind: 'signer', asset: 'USDT', ...limits });
  await change(name);
  expect((await look()).reading?.exposure).not.toBe('0.00');
  const stop = await prepare(body({ kind: 'revoke', by: 'guardian' }));
  expect(stop.sender).toBe(guardian);
  await sign(stop, 'other');
  expect((await look()).reading).toMatchObject({ exposure: '0.00', signer: null });
  await change(name);
  await sign(await prepare(body({ kind: 'revoke' })));
  expect((await look()).reading).toMatchObject({ exposure: '0.00', signer: null });
  expect(await faultOf(body({ kind: 'revoke' }))).toEqual(['invalid_request', 'vault_id']);
  await change(name);
});

test('limits that would stop payouts are told before they are signed', async () => {
  const low = { capacity: '5', fee_ceiling: '0.1', expires_at: '2040-01-01T00:00:00.000Z' };
  const { warnings } = await prepare(body({ kind: 'signer', asset: 'USDT', ...low }));
  expect(warnings.join(' ')).toMatch(/largest payout is 10000\.00 USDT.*fee is 0\.50 USDT/);
});

const signer = { kind: 'signer', asset: 'USDT', capacity: '1', fee_ceiling: '1', expires_at: '2040-01-01T00:00:00Z' };
test.each([
  [{ kind: 'allowance', asset: 'USDT', amount: '1.0000001' }, 'amount_too_precise', 'amount'],
  [{ kind: 'allowance', asset: 'USDT', amount: 'all' }, 'amount_malformed', 'amount'],
  [{ kind: 'allowance', asset: 'EURX', amount: '1' }, 'asset_unavailable', 'asset'],
  [{ kind: 'allowance', asset: 'USDT', amount: '9'.repeat(50) }, 'invalid_request', 'amount'],
  [{ ...signer, capacity: '0' }, 'invalid_request', 'capacity'],
  [{ ...signer, capacity: '9'.repeat(30) }, 'invalid_request', 'capacity'],
  [{ ...signer, fee_ceiling: '9'.repeat(20) }, 'invalid_request', 'fee_ceiling'],
  [{ ...signer, expires_at: '2020-01-01T00:00:00Z' }, 'invalid_request', 'expires_at'],
  [{ ...signer, expires_at: '2107-01-01T00:00:00Z' }, 'invalid_request', 'expires_at'],
  [{ kind: 'guardian', guardian: demoAccount('vault').address }, 'invalid_request', 'guardian'],
  [{ kind: 'guardian', guardian: testUsdtAddress }, 'invalid_request', 'guardian'],
  [{ kind: 'guardian', guardian: drawbridgeAddress }, 'invalid_request', 'guardian'],
  [{ kind: 'guardian', guardian: `0x${'0'.repeat(40)}` }, 'invalid_request', 'guardian'],
])('the call %j is refused as %s at %s', async (given, code, field) => {
  expect(await faultOf(body(given))).toEqual([code, field]);
});

/** Answers every question with 7 and reverts on `approve(address,uint256)`. */
const refusingToken = '0x5f3560e01c63095ea7b31460165760075f5260205ff35b5f5ffd';

test('what the vault’s wallet could not do on the chain is refused before anybody signs, and leaves no line', async () => {
  const count = () => world.database.sql`select 1 from audit_lines where action like 'vault.%'`;
  const before = await count();
  const real = await world.rpc('eth_getCode', [testUsdtAddress, 'latest']);
  await world.rpc('anvil_setCode', [testUsdtAddress, refusingToken]);
  await expect(prepare(allowance('9'))).rejects.toMatchObject({ code: 'call_would_fail' });
  await world.rpc('anvil_setCode', [testUsdtAddress, real]);
  expect(await count()).toHaveLength(before.length);
});

test('a vault whose network cannot be read says that nothing is known, never 0', async () => {
  await world.database.db.insert(vaults).values({
    ...{ id: 'va_silent', merchantId: world.merchantId, chain: 'base', address: `0x${'a'.repeat(40)}`, namespace: 7n },
    ...{ signerAddress: `0x${'b'.repeat(40)}`, signerKey: 'sealed', feeCollector: `0x${'c'.repeat(40)}` },
  });
  await world.database.sql`insert into merchant_assets (merchant_id, chain, symbol, fee, minimum, maximum)
    values (${world.merchantId}, 'base', 'USDC', 1, 2, 3)`;
  const { data } = await viewVaults(owner());
  const silent = data.find(({ id }) => id === 'va_silent');
  expect(silent).toMatchObject({ read: null, assets: [{ asset: 'USDC', reading: null, committed: '0.00' }] });
  expect(data.find(({ id }) => id === vaultId)?.read).not.toBeNull();
});

test('a call that was sent is followed until it is final, also when it fails or another takes its place', async () => {
  const at = (hash: string, given = {}) => followCall(owner(), vaultId, { hash, ...given });
  const unknown = `0x${'1'.repeat(64)}`;
  expect((await at(unknown)).state).toBe('missing');
  const prepared = await prepare(allowance('0'));
  const hash = await world.send('vault', prepared.call);
  const waiting = await at(hash);
  expect(waiting).toMatchObject({ state: 'waiting', sender: demoAccount('vault').address.toLowerCase() });
  await world.mine();
  expect(await at(hash)).toMatchObject({ state: 'confirming', confirmations: 1, needed: 3 });
  await world.mine(2);
  expect(await at(hash)).toMatchObject({ state: 'confirmed', confirmations: 3 });
  const spent = { sender: waiting.sender, nonce: waiting.nonce };
  expect((await at(unknown, spent)).state).toBe('replaced');
  const wrong = await world.send('vault', usdt('transfer', [demoAccount('admin').address, 10n ** 30n]));
  await world.mine();
  expect((await at(wrong)).state).toBe('failed');
});

const browserOf = async (role: Role, given: { merchantId?: string; steppedUp?: boolean } = {}) =>
  TestBrowser.of(await addPerson(world.database.db, { merchantId: world.merchantId, role, ...given }));
const wanted = { kind: 'guardian', vault_id: vaultId, guardian: demoAccount('customer').address };

test.each(roles)('the role %s sees the vaults, and only an owner has calls prepared', async (role) => {
  const browser = await browserOf(role);
  expect((await browser.send(list.GET)).status).toBe(200);
  const expected = role === 'owner' ? 200 : 403;
  expect((await browser.send(calls.POST, { method: 'POST', body: wanted })).status).toBe(expected);
});

test('a call is prepared only after a fresh proof, and the audit has who asked for what', async () => {
  const stale = await (await browserOf('owner', { steppedUp: false })).send(calls.POST, {
    method: 'POST',
    body: wanted,
  });
  expect((await stale.json()).code).toBe('step_up_required');
  expect((await (await browserOf('owner')).send(calls.POST, { method: 'POST', body: wanted })).status).toBe(200);
  const [line] = await world.database.sql`select * from audit_lines where action = 'vault.guardian_prepared'
    order by id desc limit 1`;
  expect(line).toMatchObject({
    actor_kind: 'user',
    subject_id: vaultId,
    before: { Guardian: expect.stringMatching(/^0x|none/) },
    after: { Guardian: demoAccount('customer').address },
  });
});

test('another merchant’s vault is not there: neither to change nor to follow, nor in the list', async () => {
  const stranger = await browserOf('owner', { merchantId: await addMerchant(world.database.db) });
  expect((await stranger.send(calls.POST, { method: 'POST', body: wanted })).status).toBe(404);
  const query = `?hash=0x${'1'.repeat(64)}`;
  expect((await stranger.send(follow.GET, { params: { id: vaultId }, query })).status).toBe(404);
  expect(await (await stranger.send(list.GET)).json()).toEqual({ data: [] });
});
