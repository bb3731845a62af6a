import { type Abi, encodeFunctionData, stringToHex, toEventSelector, toFunctionSelector } from 'viem';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operatorKeys } from '@/db/schema';
import { demoAccount } from '@/demo/accounts';
import type { Context } from '@/lib/access/actor';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { drawbridgeAddress, testUsdtAddress } from '@/lib/chains/deployments';
import { findToken, learnTokens } from '@/lib/chains/registry';
import { viewClaim } from '@/lib/claims/view';
import { rollUpBalances } from '@/lib/ledger/roll-up';
import { addAsset } from '@/lib/merchants/add-asset';
import { addOperator, operatorContext } from '@/lib/operators/testing/operators';
import { testWorld } from '@/lib/payouts/testing/world';
import { testDesk } from '@/lib/reconcile/testing/desk';
import { listStops } from '@/lib/stops/list-stops';
import { lift } from '@/lib/stops/stop';
import { addToken, agreeToToken, dropToken, viewTokens } from './add-token';
import { lookAgain } from './look-again';

const world = testWorld();
const books = testDesk(world);
const people: Record<string, Context> = {};
const as = (name: string) => people[name] ?? expect.unreachable();
const vault = demoAccount('vault').address;
const state = { places: 0 };

beforeAll(async () => {
  const { db } = world.database;
  const [ann, ben, sue] = [await addOperator(db), await addOperator(db), await addOperator(db, { role: 'support' })];
  people.ann = operatorContext(db, ann);
  people.ben = operatorContext(db, ben);
  people.support = operatorContext(db, sue);
  people.unproved = operatorContext(db, ann, undefined, null);
  const made = {
    name: 'Platform',
    prefix: 'db_op',
    hash: 'h',
    scopes: ['tokens:write' as const],
    createdAt: new Date(),
  };
  await db.insert(operatorKeys).values({ id: 'ok_1', ...made, createdBy: ann.userId });
  people.key = { ...people.ann, actor: { kind: 'operator_key', keyId: 'ok_1', scopes: ['tokens:write'] } };
});
afterAll(() => learnTokens([]));

type Made = { symbol?: string; name?: string; tail?: string; holder?: string };

/** A token like Tether's under another name, of as many letters, in which `holder` has a million. */
async function deploy({ symbol = 'GOLD', name = 'Gold of Test Bank', tail = '', holder = vault }: Made = {}) {
  state.places += 1;
  const address = `0x${`c0ffee${state.places}`.padStart(40, '0')}`;
  const original = String(await world.rpc('eth_getCode', [testUsdtAddress, 'latest']));
  const rename = (code: string, from: string, to: string) =>
    code.replaceAll(stringToHex(from).slice(2), stringToHex(to).slice(2));
  const code = rename(rename(original, 'Tether USD (test)', name), 'USDT', symbol);
  await world.rpc('anvil_setCode', [address, code + tail]);
  await ask(address, 'mint', [holder, 1_000_000_000_000n]);
  return address;
}

async function ask(to: string, functionName: string, args: unknown[]): Promise<void> {
  const abi: Abi = testUsdtAbi;
  await world.send('faucet', { to, data: encodeFunctionData({ abi, functionName, args }) });
  await world.mine();
}

const add = (who: string, address: string, more: object = {}) =>
  addToken(as(who), { chain: 'local', address, ...more });
const refusedFor = (words: RegExp) => ({ code: 'token_refused', message: expect.stringMatching(words) });
const available = async (symbol: string) => {
  const rows = await world.database
    .sql`select coalesce(sum(case when debit = 'available' then amount else -amount end), 0)::text as sum
    from entries where symbol = ${symbol} and 'available' in (credit, debit)`;
  return rows[0]?.sum;
};

test('a token that brings what is sent is listed with what was found of it; a merchant uses it like a listed one, and its books are right', async () => {
  const address = await deploy();
  const added = await add('ann', address);
  expect(added).toMatchObject({ symbol: 'GOLD', name: 'Gold of Test Bank', decimals: 6, status: 'listed' });
  expect(added.findings.map(({ code }) => code)).toEqual(['pausable', 'blocklist', 'fee_possible']);
  expect(findToken('local', 'GOLD')).toMatchObject({ decimals: 6 });
  await addAsset(world.member('owner'), { chain: 'local', asset: 'GOLD' });
  expect(await world.newPayout({ asset: 'GOLD', amount: '12.50' })).toMatchObject({ asset: 'GOLD', amount: '12.50' });
  await world.settle();
  await ask(address, 'mint', [vault, 5_000_000n]);
  await world.settle();
  await world.settle();
  // What the vault held before is in its books by one opening, what came since by its own log; 12.5 are reserved.
  expect(await available('GOLD')).toBe(`${1_000_000_000_000n + 5_000_000n - 12_500_000n}`);
  expect(await books.reconcile()).toMatchObject({ status: 'green' });
  await expect(add('ben', address)).rejects.toMatchObject({ code: 'token_known' });
  expect((await viewTokens(as('support'))).map(({ symbol }) => symbol)).toContain('GOLD');
});

test('what moves while another process reads the chain, which has not heard of a token yet, is in its books', async () => {
  const address = await deploy({ symbol: 'NEWS' });
  await add('ann', address);
  await world.settle();
  const before = await available('NEWS');
  learnTokens([]);
  await ask(address, 'mint', [vault, 7_000_000n]);
  await world.settle();
  await world.settle();
  expect(await available('NEWS')).toBe(`${BigInt(before) + 7_000_000n}`);
  expect(await books.reconcile()).toMatchObject({ status: 'green' });
});

test('a token whose contract breaks once it is listed holds up nothing else on its chain', async () => {
  await world.settle();
  const address = await deploy({ symbol: 'BUST' });
  await add('ann', address);
  const code = await world.rpc('eth_getCode', [address, 'latest']);
  await world.rpc('anvil_setCode', [address, '0x60006000fd']);
  const before = BigInt(await available('USDT'));
  await ask(testUsdtAddress, 'mint', [vault, 3_000_000n]);
  await world.settle();
  expect(await available('USDT')).toBe(`${before + 3_000_000n}`);
  expect(await books.reconcile()).toMatchObject({ status: 'green' });
  await world.rpc('anvil_setCode', [address, code]);
  await world.settle();
  expect(await available('BUST')).toBe('1000000000000');
});

test('a token that tells of more than there can be brings no sum of the books to its limits', async () => {
  const address = await deploy({ symbol: 'HUGE' });
  await add('ann', address);
  await world.settle();
  await world.settle();
  const before = await available('HUGE');
  expect(before).toBe('1000000000000');
  // Stores the largest number, and logs it as a Transfer from nobody to the vault, at each call.
  const [to, event] = [vault.slice(2).padStart(64, '0'), toEventSelector('Transfer(address,address,uint256)').slice(2)];
  await world.rpc('anvil_setCode', [address, `0x7f${'ff'.repeat(32)}5f527f${to}5f7f${event}60205fa300`]);
  for (let time = 0; time < 10; time++) await ask(address, 'mint', [vault, 1n]);
  await world.settle();
  await rollUpBalances(world.system());
  expect(await available('HUGE')).toBe(before);
});

test('what looks like a token that operators added waits for a second person', async () => {
  expect(await add('ann', await deploy({ symbol: 'GEMS' }))).toMatchObject({ status: 'listed' });
  expect(await add('ann', await deploy({ symbol: 'GEM5' }))).toMatchObject({ status: 'waiting', resembles: 'GEMS' });
});

test('a token that keeps a part, is paused, or changes balances by itself is refused in words', async () => {
  const fee = await deploy({ symbol: 'FEES', holder: demoAccount('customer').address });
  await ask(fee, 'setParams', [19n, 49n]);
  await expect(add('ann', fee)).rejects.toMatchObject(refusedFor(/keeps a part of what is sent/));
  const paused = await deploy({ symbol: 'HALT' });
  await ask(paused, 'setPaused', [true]);
  await expect(add('ann', paused)).rejects.toMatchObject(refusedFor(/refused by the token: it may be paused/));
  const rebasing = await deploy({ symbol: 'FLEX', tail: `63${toFunctionSelector('rebase(uint256,int256)').slice(2)}` });
  await expect(add('ann', rebasing)).rejects.toMatchObject(refusedFor(/it rebases/));
  await expect(add('ann', demoAccount('customer').address)).rejects.toMatchObject(refusedFor(/no contract/));
  expect(findToken('local', 'FEES')).toBeNull();
});

test('a token whose code changes is told to the operator once, and no payout of it is made or claimed until an operator lets it go on', async () => {
  const [first, other] = [await deploy({ symbol: 'TURN' }), await deploy({ symbol: 'TURZ' })];
  const address = `0x${'c0ffee98'.padStart(40, '0')}`;
  const standFor = (behind: string) =>
    world.rpc('anvil_setCode', [address, `0x363d3d373d3d3d363d73${behind.slice(2)}5af43d82803e903d91602b57fd5bf3`]);
  await standFor(first);
  await ask(address, 'mint', [vault, 1_000_000n]);
  await add('ann', address, { holder: vault });
  await addAsset(world.member('owner'), { chain: 'local', asset: 'TURN' });
  const promised = await world.newPayout({ asset: 'TURN', recipient: { type: 'anyone' } });
  const mails = async () => (await world.database.sql`select from mails where merchant_id is null`).length;
  const before = await mails();
  const news = async () => {
    const token = (await viewTokens(as('ann'))).find((one) => one.symbol === 'TURN');
    return token?.findings.map(({ code }) => code).filter((code) => code === 'code_changed' || code === 'refused_now');
  };
  const nextDay = async () => {
    await world.database.sql`update added_tokens set looked_at = looked_at - interval '1 day' where symbol = 'TURN'`;
    await lookAgain(world.system());
  };
  await nextDay();
  expect([await news(), await mails()]).toEqual([[], before]);
  await standFor(other);
  await lookAgain(world.system());
  expect(await news()).toEqual([]);
  await nextDay();
  await nextDay();
  expect([await news(), await mails()]).toEqual([['code_changed'], before + 1]);
  const ofToken = { code: 'stopped', message: expect.stringContaining('in this token') };
  await expect(world.newPayout({ asset: 'TURN' })).rejects.toMatchObject(ofToken);
  expect(await viewClaim(world.claimant(), promised.token)).toMatchObject({ obstacle: 'stopped' });
  expect(await world.newPayout()).toMatchObject({ asset: 'USDT' });
  const live = (await listStops(as('support'))).filter(({ lifted }) => lifted === null);
  expect(live).toMatchObject([{ scope: 'token', value: 'local:TURN', by: { kind: 'system' } }]);
  const acknowledge = (who: string) => lift(as(who), live[0]?.id ?? '', { reason: 'Its new code was read.' });
  await expect(acknowledge('support')).rejects.toMatchObject({ code: 'forbidden' });
  await acknowledge('ben');
  expect(await world.newPayout({ asset: 'TURN' })).toMatchObject({ asset: 'TURN' });
  expect(await viewClaim(world.claimant(), promised.token)).not.toMatchObject({ obstacle: 'stopped' });
  const lines = await world.database
    .sql`select action from operator_lines where subject_id = ${live[0]?.id ?? ''} order by id`;
  expect(lines.map(({ action }) => action)).toEqual(['stop.made', 'stop.lifted']);
  await ask(address, 'setPaused', [true]);
  await nextDay();
  await nextDay();
  expect([await news(), await mails()]).toEqual([['code_changed', 'refused_now'], before + 2]);
});

test('a proxy is told, and what it stands for is looked through', async () => {
  const behind = await deploy({ symbol: 'PRXY' });
  const address = `0x${'c0ffee99'.padStart(40, '0')}`;
  const code = `0x363d3d373d3d3d363d73${behind.slice(2)}5af43d82803e903d91602b57fd5bf3`;
  await world.rpc('anvil_setCode', [address, code]);
  await ask(address, 'mint', [vault, 1_000_000n]);
  const added = await add('ann', address, { holder: vault });
  expect(added.findings.map(({ code }) => code)).toEqual(['proxy', 'pausable', 'blocklist', 'fee_possible']);
});

/** A token that says it has so many decimals, and is another one in all else. */
async function deployOf(decimals: number, symbol: string) {
  const behind = (await deploy({ symbol })).slice(2);
  const address = `0x${`dec${decimals}`.padStart(40, '0')}`;
  const [asked, otherwise] = ['6000 35 60e0 1c 63313ce567 14 603c 57', '363d3d373d3d3d363d73'];
  const told = `5b 60${decimals.toString(16).padStart(2, '0')} 6000 52 6020 6000 f3`;
  const code = `0x${asked}${otherwise}${behind}5af43d82803e903d91603a57fd5bf3${told}`.replaceAll(' ', '');
  await world.rpc('anvil_setCode', [address, code]);
  await ask(address, 'mint', [vault, mostAtOnce]);
  return address;
}
const mostAtOnce = 10n ** 60n;

test('a token of 24 decimals is listed, and books hold the most of it that is booked at once; one of 25 is refused', async () => {
  await expect(add('ann', await deployOf(25, 'MANY'))).rejects.toMatchObject(refusedFor(/25 decimals/));
  const address = await deployOf(24, 'FINE');
  expect(await add('ann', address, { holder: vault })).toMatchObject({ symbol: 'FINE', decimals: 24 });
  await world.settle();
  for (let time = 0; time < 3; time++) await ask(address, 'mint', [vault, mostAtOnce]);
  await world.settle();
  await rollUpBalances(world.system());
  expect(await available('FINE')).toBe(`${4n * mostAtOnce}`);
  await addAsset(world.member('owner'), { chain: 'local', asset: 'FINE' });
  const amount = `1.${'0'.repeat(23)}1`;
  expect(await world.newPayout({ asset: 'FINE', amount })).toMatchObject({ asset: 'FINE', amount });
  expect(await books.reconcile()).toMatchObject({ status: 'green' });
});

test.each([
  ['the price of gas', '3a'],
  ['who sends the call', '32'],
])('a token that looks at %s to tell a rehearsal from a claim does not pass by that', async (_what, opcode) => {
  const behind = (await deploy({ symbol: `SLY${opcode.charAt(1).toUpperCase()}` })).slice(2);
  const address = `0x${`bad${opcode}`.padStart(40, '0')}`;
  // Where there is none it is an honest token; else transfers fail.
  const asked = `${opcode} 15 6014 57 6000 35 60e0 1c 63a9059cbb 14 6042 57 5b`;
  const honest = `363d3d373d3d3d363d73${behind}5af43d82803e903d91604057fd5bf3`;
  await world.rpc('anvil_setCode', [address, `0x${asked}${honest}5b60006000fd`.replaceAll(' ', '')]);
  await ask(address, 'mint', [vault, 1_000_000n]);
  await expect(add('ann', address, { holder: vault })).rejects.toMatchObject(refusedFor(/refused by the token/));
});

test('a token that lets holders send, and refuses what our payout contract sends for them, is refused', async () => {
  const behind = (await deploy({ symbol: 'OURS' })).slice(2);
  const address = `0x${'bad0'.padStart(40, '0')}`;
  // Fails where the payout contract calls it, and is an honest token else.
  const asked = `73${drawbridgeAddress.slice(2)} 33 14 6047 57`;
  const honest = `363d3d373d3d3d363d73${behind}5af43d82803e903d91604557fd5bf3`;
  await world.rpc('anvil_setCode', [address, `0x${asked}${honest}5b60006000fd`.replaceAll(' ', '')]);
  await ask(address, 'mint', [vault, 1_000_000n]);
  await expect(add('ann', address, { holder: vault })).rejects.toMatchObject(refusedFor(/refused by the token/));
});

test('without a holder there is no rehearsal, and without a rehearsal no token', async () => {
  const address = await deploy({ symbol: 'NONE' });
  const holder = demoAccount('customer').address;
  await expect(add('ann', address, { holder })).rejects.toMatchObject(refusedFor(/No holder/));
});

test('a token that looks like a known one waits for a second person, who is not behind the key that proposed it', async () => {
  const address = await deploy({ symbol: 'U5DT' });
  expect(await add('key', address)).toMatchObject({ status: 'waiting', resembles: 'USDT', listed_at: null });
  expect(findToken('local', 'U5DT')).toBeNull();
  const place = `local:${address}`;
  await expect(agreeToToken(as('key'), place)).rejects.toMatchObject({ code: 'token_own' });
  await expect(agreeToToken(as('ann'), place)).rejects.toMatchObject({ code: 'token_own' });
  const both = await Promise.allSettled([agreeToToken(as('ben'), place), agreeToToken(as('ben'), place)]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(findToken('local', 'U5DT')).toMatchObject({ decimals: 6 });
  await expect(dropToken(as('ann'), place)).rejects.toMatchObject({ code: 'not_found' });
});

test('a token that has other code by the time a second person agrees is not listed', async () => {
  const [first, other] = [await deploy({ symbol: 'T8TC' }), await deploy({ symbol: 'T9TC' })];
  const address = `0x${'c0ffee97'.padStart(40, '0')}`;
  const standFor = (behind: string) =>
    world.rpc('anvil_setCode', [address, `0x363d3d373d3d3d363d73${behind.slice(2)}5af43d82803e903d91602b57fd5bf3`]);
  await standFor(first);
  await ask(address, 'mint', [vault, 1_000_000n]);
  expect(await add('ann', address, { holder: vault })).toMatchObject({ status: 'waiting', resembles: 'TBTC' });
  await standFor(other);
  await expect(agreeToToken(as('ben'), `local:${address}`)).rejects.toMatchObject(refusedFor(/code has changed/));
  await standFor(first);
  expect(await agreeToToken(as('ben'), `local:${address}`)).toMatchObject({ status: 'listed' });
});

test('another token under a listed symbol is refused, and under a name of its own it still waits for a second person', async () => {
  const address = await deploy({ symbol: 'USDT', name: 'Tether USD (test)' });
  await expect(add('ann', address)).resolves.toMatchObject({ status: 'waiting' });
  const place = `local:${address}`;
  await expect(agreeToToken(as('ben'), place)).rejects.toMatchObject({ code: 'token_known' });
  await dropToken(as('ann'), place);
  const renamed = await add('ann', address, { symbol: 'XUSD' });
  expect(renamed).toMatchObject({ status: 'waiting', symbol: 'XUSD', resembles: 'USDT' });
});

test.each([
  ['support', 'forbidden'],
  ['unproved', 'step_up_required'],
])('an operator who is %s adds no token', async (who, code) => {
  await expect(add(who, testUsdtAddress)).rejects.toMatchObject({ code });
  const place = `local:${testUsdtAddress}`;
  await expect(agreeToToken(as(who), place)).rejects.toMatchObject({ code });
  await expect(dropToken(as(who), place)).rejects.toMatchObject({ code });
});

test('an owner of a merchant neither adds nor sees tokens of operators', async () => {
  const owner = world.member('owner');
  await expect(addToken(owner, { chain: 'local', address: vault })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(viewTokens(owner)).rejects.toMatchObject({ code: 'forbidden' });
});
