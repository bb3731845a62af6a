import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { vaults } from '@/db/schema';
import { type DemoAccountName, demoAccount } from '@/demo/accounts';
import { testUsdtAddress } from '@/lib/chains/deployments';
import { strictNode } from '@/lib/payouts/testing/strict-node';
import { testWorld } from '@/lib/payouts/testing/world';
import { setGuardianCall, setSignerCall } from './calls';
import { readAllSigners } from './jobs';
import { prepareCall } from './prepare-call';
import { callBody } from './schema';
import { findVault } from './store';
import { viewVaults } from './view-vaults';

const nodes: Awaited<ReturnType<typeof strictNode>>[] = [];
const world = testWorld({
  nodeFor: async (rpcUrl) => {
    const node = await strictNode(rpcUrl);
    nodes.push(node);
    return node.url;
  },
});
const node = () => nodes[0] ?? expect.unreachable();
afterAll(() => node().close());

const { vaultId } = world;
const unknownToken = `0x${'7'.repeat(40)}`;
const rotated = `0x${'a1'.repeat(20)}`;
const elsewhere = `0x${'b2'.repeat(20)}`;
const ofAnother = `0x${'c3'.repeat(20)}`;

async function currentVault() {
  const vault = await findVault(world.database.db, world.merchantId, vaultId);
  return vault ?? expect.unreachable();
}

async function sign(call: { to: string; data: string }, from: DemoAccountName = 'vault') {
  await world.send(from, call);
  await world.mine();
}

/** As an owner does with another page or script. */
const name = (signer: string, token: string, from: DemoAccountName = 'vault') =>
  sign(setSignerCall(signer, token, { capacity: 500n, feeCeiling: 5n, expiry: 4_000_000_000n }), from);

const prepareStop = (given: object = {}) =>
  prepareCall(world.member('owner'), callBody.parse({ kind: 'revoke', vault_id: vaultId, ...given }));

async function onPage() {
  const { data } = await viewVaults(world.member('owner'));
  return data.find(({ id }) => id === vaultId)?.signers ?? null;
}

async function signersOnPage() {
  const named = (await onPage())?.named ?? [];
  return named.map(({ signer, ours, asset, state }) => [signer.toLowerCase(), ours, asset, state]).toSorted();
}

test('every signer that the vault ever named is shown: one left by a rotation, and one named elsewhere for any token', async () => {
  const { signerAddress: first } = await currentVault();
  await name(elsewhere, unknownToken);
  await world.database.db.update(vaults).set({ signerAddress: rotated }).where(eq(vaults.id, vaultId));
  await name(rotated, testUsdtAddress);
  await name(ofAnother, testUsdtAddress, 'other');
  const expected = [
    [first, false, 'USDT', 'can_sign'],
    [rotated, true, 'USDT', 'can_sign'],
    [elsewhere, false, null, 'can_sign'],
  ];
  expect(await signersOnPage()).toEqual(expected.toSorted());
  expect((await onPage())?.complete).toBe(true);
});

test('a node that grants few blocks at once tells the same', async () => {
  await world.mine(30);
  await world.database.db.update(vaults).set({ signersReadTo: null }).where(eq(vaults.id, vaultId));
  await world.database.sql`delete from named_signers`;
  node().grant(7);
  expect(await readAllSigners(world.system(), 'local')).toBe(false);
  node().grant(Number.POSITIVE_INFINITY);
  expect(await signersOnPage()).toHaveLength(3);
});

test('a node that tells no events at all hides nobody who is known, and keeps no owner from revoking them', async () => {
  node().grant(0);
  expect(await signersOnPage()).toHaveLength(3);
  expect((await onPage())?.complete).toBe(false);
  expect(await prepareStop()).toMatchObject({ title: 'Revoke the portal’s signer', more: true });
  node().grant(Number.POSITIVE_INFINITY);
});

test('what is final is not read for ever, and a silent node makes the page say that nothing is known', async () => {
  const readTo = async () => (await currentVault()).signersReadTo ?? 0n;
  await world.mine(100);
  await readAllSigners(world.system(), 'local');
  const before = await readTo();
  expect(before).toBeGreaterThan(0n);
  await world.mine(10);
  await readAllSigners(world.system(), 'local');
  expect(await readTo()).toBeGreaterThan(before);
  node().down();
  expect(await onPage()).toBeNull();
  await expect(prepareStop()).rejects.toMatchObject({ code: 'chain_unavailable' });
  node().up();
});

test('one of them is revoked alone, or all of them one after another, by the guardian, too', async () => {
  await sign(setGuardianCall(demoAccount('other').address));
  const only = await prepareStop({ signer: elsewhere });
  expect(only).toMatchObject({ more: false, changes: [{ name: expect.stringMatching(/^Signer for 0x7777/) }] });
  const titles = [];
  for (let more = true; more; ) {
    const stop = await prepareStop({ by: 'guardian' });
    await sign(stop.call, 'other');
    titles.push(stop.title);
    more = stop.more;
  }
  expect(titles).toHaveLength(3);
  expect(titles[0]).toBe('Revoke the portal’s signer');
  expect((await signersOnPage()).map(([, , , state]) => state)).toEqual(['revoked', 'revoked', 'revoked']);
  await expect(prepareStop()).rejects.toMatchObject({ code: 'invalid_request' });
  await expect(prepareStop({ signer: elsewhere })).rejects.toMatchObject({ code: 'invalid_request' });
});

test('a signer whose time is over is told apart, and can still be revoked', async () => {
  await name(elsewhere, unknownToken);
  await world.rpc('evm_setNextBlockTimestamp', [4_000_000_001]);
  await world.mine();
  const standing = (await signersOnPage()).find(([signer]) => signer === elsewhere);
  expect(standing).toEqual([elsewhere, false, null, 'expired']);
  expect((await prepareStop()).changes).toMatchObject([{ before: expect.stringMatching(/expired$/), after: 'none' }]);
});
