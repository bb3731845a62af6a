import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { apiKeys, auditLines, invites, members, merchantLimits, merchants, operatorLines, vaults } from '@/db/schema';
import { scopes } from '@/db/vocabulary/people';
import type { Context } from '@/lib/access/actor';
import { openSession } from '@/lib/access/sessions/open-session';
import { addPerson, contextOf } from '@/lib/access/testing/people';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { testPortal } from '@/lib/http/testing/test-portal';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { closeMerchant } from '@/lib/leaving/close';
import { liftLimits } from '@/lib/merchants/lift-limits';
import { inviteToMerchant, makeMerchantKey, placeVault } from '@/lib/operators/merchants/prepare';
import { registerMerchant } from '@/lib/operators/merchants/register';
import { placeVaultBody, registerMerchantBody } from '@/lib/operators/merchants/schema';
import { listMerchants, lookAtPayouts, viewMerchant } from '@/lib/operators/merchants/view';
import { setSelfRegistration, viewSelfRegistration } from '@/lib/operators/set-self-registration';
import { addOperator, operatorContext } from '@/lib/operators/testing/operators';
import { lockByClaimIds } from '@/lib/payouts/locked-store';
import { createPayoutBody } from '@/lib/payouts/schema';
import { selectVaults } from '@/lib/payouts/store';
import { createPayout } from '@/lib/payouts/terms/create';
import { isVault, selectVaultsAt } from '@/lib/payouts/terms/destination-store';
import { addVault } from '@/lib/vaults/add-vault';
import { saveNamed } from '@/lib/vaults/store';
import { isProven, selectForeignWallets, selectProven } from '@/lib/wallets/store';

/** What operators do about merchants, and where a merchant's own begins. */
const portal = testPortal();
let ctx: Context;

beforeAll(async () => {
  process.env.RPC_URL_LOCAL = 'http://127.0.0.1:1';
  ctx = operatorContext(portal.db, await addOperator(portal.db));
});

const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );
const register = (more: object = {}) =>
  registerMerchant(ctx, registerMerchantBody.parse({ name: 'Shop', mode: 'test', ...more }));
const vault = (digit: string) =>
  placeVaultBody.parse({ chain: 'local', address: `0x${digit.repeat(40)}`, assets: ['USDT'] });
const key = { name: 'Server', scopes: ['payouts:write'] as const };
const linesOf = async (merchantId: string) =>
  (await portal.db.select().from(auditLines).where(eq(auditLines.merchantId, merchantId))).map(
    ({ action, actorKind }) => `${actorKind} ${action}`,
  );

test('a merchant is registered once for one reference, however often and at once it is asked for', async () => {
  const asked = await Promise.all([1, 2, 3].map(() => codeOf(register({ reference: 'shop-1' }))));
  expect(asked.toSorted()).toEqual(['done', 'merchant_known', 'merchant_known']);
  expect(await portal.db.$count(merchants, eq(merchants.reference, 'shop-1'))).toBe(1);
});

test('without a reference a merchant is registered once for one request, however often and at once it comes', async () => {
  const again: Context = { ...ctx, requestKey: 'one' };
  const body = registerMerchantBody.parse({
    ...{ name: 'Keyed', mode: 'test', owner: { kind: 'email', value: 'kim@shop.example' } },
  });
  const made = await Promise.all([1, 2, 3].map(() => registerMerchant(again, body)));
  expect(new Set(made.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(made[0]?.invitation?.identity.value).toBe('kim@shop.example');
  const other = { ...operatorContext(portal.db, await addOperator(portal.db)), requestKey: 'one' };
  expect((await registerMerchant(other, body)).id).not.toBe(made[0]?.id);
  expect(await portal.db.$count(merchants, eq(merchants.name, 'Keyed'))).toBe(2);
});

test('it is prepared whole, and its owner comes in by signing in; both audits tell of it', async () => {
  const owner = { kind: 'email', value: 'Ann@Shop.example' };
  const made = await register({ owner });
  expect(made.invitation?.identity.value).toBe('ann@shop.example');
  await placeVault(ctx, made.id, vault('3'));
  const placed = await placeVault(ctx, made.id, vault('3'));
  const [kept] = await portal.db.select().from(vaults).where(eq(vaults.id, placed.id));
  expect(placed).toMatchObject({ chain: 'local', contract: drawbridgeAddress });
  expect(placed.signer.toLowerCase()).toBe(kept?.signerAddress);
  expect((await makeMerchantKey(ctx, made.id, key)).key).toMatch(/^db_test_/);
  const stranger: Context = { ...ctx, actor: { kind: 'claimant' } };
  await openSession(stranger, { kind: 'email', value: 'ann@shop.example' });
  expect(await viewMerchant(ctx, made.id)).toMatchObject({ people: 1, mode: 'test', open_payouts: 0, volume: [] });
  expect(await linesOf(made.id)).toEqual(expect.arrayContaining(['operator merchant.founded', 'operator vault.added']));
  const own = await portal.db.select().from(operatorLines).where(eq(operatorLines.subjectId, made.id));
  expect(own.map(({ action }) => action)).toEqual([
    ...['merchant.registered', 'merchant.vault_placed', 'merchant.vault_placed', 'merchant.key_made'],
  ]);
});

test('from its first member on, operators invite nobody, make no key and place no vault', async () => {
  const { id } = await register();
  await addPerson(portal.db, { merchantId: id });
  const invitation = { role: 'owner', identity: { kind: 'email', value: 'spy@host.example' } } as const;
  const asked = [inviteToMerchant(ctx, id, invitation), makeMerchantKey(ctx, id, key), placeVault(ctx, id, vault('4'))];
  expect(await Promise.all(asked.map(codeOf))).toEqual(Array(3).fill('merchant_has_team'));
  const left = [apiKeys, vaults, invites].map((table) => portal.db.$count(table, eq(table.merchantId, id)));
  expect(await Promise.all(left)).toEqual([0, 0, 0]);
});

test('a merchant that is being closed, or is, gets no key and no vault from operators, and people may still join it', async () => {
  const { id } = await register({ reference: 'leaver' });
  const asked = () => [makeMerchantKey(ctx, id, key), placeVault(ctx, id, vault('6'))].map(codeOf);
  await portal.db.update(merchants).set({ closingSince: new Date() }).where(eq(merchants.id, id));
  expect(await Promise.all(asked())).toEqual(['merchant_suspended', 'merchant_suspended']);
  expect(await closeMerchant(ctx, id, { open: 'wait', reason: 'Asked for' })).toMatchObject({ state: 'closed' });
  await expect(placeVault(ctx, id, vault('6'))).rejects.toMatchObject({ message: expect.stringMatching(/is closed/) });
  expect(await Promise.all(asked())).toEqual(['merchant_suspended', 'merchant_suspended']);
  const left = [apiKeys, vaults].map((table) => portal.db.$count(table, eq(table.merchantId, id)));
  expect(await Promise.all(left)).toEqual([0, 0]);
  const owner = { kind: 'email', value: 'leaver@shop.example' } as const;
  expect(await codeOf(inviteToMerchant(ctx, id, { role: 'owner', identity: owner }))).toBe('done');
});

test('a person who joins while a key is made is there either before it or after it, never in between', async () => {
  for (const turn of [1, 2, 3, 4]) {
    const owner = { kind: 'email', value: `owner-${turn}@shop.example` } as const;
    const { id } = await register({ owner });
    const stranger: Context = { ...ctx, actor: { kind: 'claimant' } };
    const [made] = await Promise.all([codeOf(makeMerchantKey(ctx, id, key)), openSession(stranger, owner)]);
    expect(await portal.db.$count(members, eq(members.merchantId, id))).toBe(1);
    const keys = await portal.db.$count(apiKeys, eq(apiKeys.merchantId, id));
    expect([made, keys]).toEqual(made === 'done' ? ['done', 1] : ['merchant_has_team', 0]);
    expect(await codeOf(makeMerchantKey(ctx, id, key))).toBe('merchant_has_team');
  }
});

test('a vault that is placed again with another collector of its fees is refused, and not said to be placed so', async () => {
  const { id } = await register();
  const collecting = (digit: string) => ({ ...vault('6'), fee_collector: `0x${digit.repeat(40)}` });
  const made = await placeVault(ctx, id, collecting('b'));
  expect((await placeVault(ctx, id, collecting('b'))).id).toBe(made.id);
  expect((await placeVault(ctx, id, vault('6'))).id).toBe(made.id);
  expect(await codeOf(placeVault(ctx, id, collecting('c')))).toBe('address_refused');
});

test('another merchant’s vault is not placed a second time', async () => {
  const [first, second] = [await register(), await register()];
  await placeVault(ctx, first.id, vault('5'));
  expect(await codeOf(placeVault(ctx, second.id, vault('5')))).toBe('address_refused');
});

test('a vault that was only placed proves no wallet and keeps nobody from being paid there, until it names our signer', async () => {
  const [{ id: merchantId }, { id: other }] = [await register(), await register()];
  const address = `0x${'8'.repeat(40)}`;
  const placed = await placeVault(ctx, merchantId, vault('8'));
  const known = async () => [
    await isProven(portal.db, { merchantId, chain: 'local' }, address),
    (await selectProven(portal.db, { merchantId, chain: 'local' })).has(address),
    (await selectForeignWallets(portal.db, { merchantId: other, chain: 'local' }, [address])).has(address),
    await isVault(portal.db, address),
    (await selectVaultsAt(portal.db, [address])).has(address),
  ];
  expect(await known()).toEqual(Array(5).fill(false));
  const [row] = await portal.db.select().from(vaults).where(eq(vaults.id, placed.id));
  const own = row ?? expect.unreachable();
  const token = `0x${'9'.repeat(40)}`;
  const named = (signer: string) => portal.db.transaction((tx) => saveNamed(tx, own, [{ signer, token }], null));
  await named(`0x${'7'.repeat(40)}`);
  expect(await known()).toEqual(Array(5).fill(false));
  await named(own.signerAddress);
  expect(await known()).toEqual(Array(5).fill(true));
});

test('a wallet that signs for its merchant is its vault there, though an operator placed it for another one, which then gets it no more', async () => {
  const [{ id: placedFor }, { id: other }] = [await register(), await register()];
  const placed = await placeVault(ctx, placedFor, vault('a'));
  expect(await codeOf(placeVault(ctx, other, vault('a')))).toBe('address_refused');
  const address = `0x${'a'.repeat(40)}` as const;
  const person = contextOf(portal.db, await addPerson(portal.db, { merchantId: other }), () => new Date());
  await portal.sql`insert into wallets (id, merchant_id, address, name, proven_at, created_at)
    values (${newId('wallet')}, ${other}, ${address}, 'Ours', now(), now())`;
  const made = await Promise.all([1, 2, 3].map(() => addVault(person, { chain: 'local', address })));
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  const at = (await selectVaults(portal.db, 'local')).filter((one) => one.address === address);
  expect(at.map(({ merchantId }) => merchantId)).toEqual([other]);
  const [row] = await portal.db.select().from(vaults).where(eq(vaults.id, placed.id));
  const late = row ?? expect.unreachable();
  await portal.db.transaction((tx) => saveNamed(tx, late, [{ signer: late.signerAddress, token: address }], null));
  expect((await selectVaults(portal.db, 'local')).filter((one) => one.address === address)).toEqual(at);
  const { id: third } = await register();
  expect(await codeOf(placeVault(ctx, third, vault('a')))).toBe('address_refused');
});

test('what a vault pays that lost its address is still known by its own number; a number of two is of the vault that counts', async () => {
  const [one, other] = [await portal.newMerchant(), await portal.newMerchant()];
  const pay = ({ merchantId, keyId }: typeof one) => {
    const actor = { kind: 'api_key' as const, keyId, merchantId, scopes };
    const terms = {
      amount: '25.00',
      asset: 'USDT',
      chain: 'local',
      recipient: { type: 'anyone' },
      reference: 'order-1',
    };
    return createPayout({ ...ctx, actor }, createPayoutBody.parse(terms));
  };
  const [{ id: early }, { id: late }] = [await pay(one), await pay(other)];
  await portal.sql`update vaults set placed = true where merchant_id = ${one.merchantId}`;
  await portal.sql`update vaults set address = (select address from vaults where merchant_id = ${one.merchantId} and chain = 'local')
    where merchant_id = ${other.merchantId} and chain = 'local'`;
  const known = async (of: string) => {
    const [row] =
      await portal.sql`select claim_id, address from payouts join vaults on vaults.id = vault_id where payouts.id = ${of}`;
    const claim = { vault: row?.address, claimId: BigInt(row?.claim_id) };
    const found = await portal.db.transaction((tx) => lockByClaimIds(tx, 'local', [claim]));
    return found.map(({ payout }) => payout.id);
  };
  await portal.sql`update payouts set claim_id = claim_id + 1000 where id = ${early}`;
  expect([await known(early), await known(late)]).toEqual([[early], [late]]);
  await portal.sql`update payouts set claim_id = (select claim_id from payouts where id = ${late}) where id = ${early}`;
  expect(await known(early)).toEqual([late]);
});

test('the merchant’s audit names each operator who looked at its payouts, and the look shows no recipient', async () => {
  const { id } = await register();
  expect(await lookAtPayouts(ctx, id)).toEqual({ data: [] });
  await lookAtPayouts(ctx, id);
  const looks = (await linesOf(id)).filter((line) => line === 'operator merchant.looked_at');
  expect(looks).toHaveLength(2);
  expect(await codeOf(lookAtPayouts(ctx, 'mer_x'))).toBe('not_found');
});

test('limits of a merchant that registered itself are shown until an operator lifts them, once', async () => {
  const { id } = await register();
  const limits = { merchantId: id, payoutsPerDay: 5, coinsPerPayout: 100, createdAt: new Date() };
  await portal.db.insert(merchantLimits).values(limits);
  expect((await viewMerchant(ctx, id)).limits).toEqual({ payouts_per_day: 5, coins_per_payout: 100 });
  await Promise.all([liftLimits(ctx, id), liftLimits(ctx, id)]);
  expect((await viewMerchant(ctx, id)).limits).toBeNull();
  expect((await linesOf(id)).filter((line) => line.endsWith('limits_lifted'))).toHaveLength(1);
});

test('the list goes on where the page before ended, and leaves none out', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listMerchants(ctx, { cursor, limit: 2 });
    seen.push(...page.data.map(({ id }) => id));
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  const all = await portal.db.select({ id: merchants.id }).from(merchants);
  expect(seen.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
  expect(new Set(seen).size).toBe(seen.length);
});

test('people create no business by themselves until an operator says so', async () => {
  expect(await viewSelfRegistration(ctx)).toEqual({ self_registration: false });
  await Promise.all([setSelfRegistration(ctx, true), setSelfRegistration(ctx, true)]);
  expect(await viewSelfRegistration(ctx)).toEqual({ self_registration: true });
  const lines = await portal.db.select().from(operatorLines).where(eq(operatorLines.subjectId, 'installation'));
  expect(lines).toHaveLength(1);
});
