import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { type Hex, pad } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { identities, sessions } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { offerSignIn, signIn } from '@/lib/access/sessions/sign-in';
import { offerStepUp, stepUpByWallet } from '@/lib/access/sessions/step-up';
import { linkWallet, offerLink } from '@/lib/access/team/identities';
import { writeInvite } from '@/lib/access/team/team';
import { addMerchant, addPerson, contextOf, type TestPerson } from '@/lib/access/testing/people';
import { chainOf } from '@/lib/chains/registry';
import { lyingNode } from '@/lib/evm/testing/lying-node';
import { type LocalChain, startChain } from '@/scripts/services/chain';
import { callRpc } from '@/scripts/services/json-rpc';

/**
 * Contracts at one address on two networks: a member's on one, a stranger's on the other. Both say yes to every
 * signature, so nothing but the network tells them apart; one node stands behind both.
 */
const database = testDatabase();
const directory = mkdtempSync(path.join(tmpdir(), 'drawbridge-chain-'));
const state: { chain?: LocalChain; base?: Awaited<ReturnType<typeof lyingNode>>; wallets: number } = { wallets: 0 };
const saysYes = '0x631626ba7e60e01b60005260206000f3';
const signature = `0x${'12'.repeat(65)}`;
const now = () => new Date('2026-01-31T12:00:00.000Z');
const holder = 'browser:one';
const visitor = (): Context => ({
  db: database.db,
  clock: { now },
  actor: { kind: 'claimant' },
  requestId: 'req_test',
});
const otherNetwork = (name: string) => ({
  code: 'sign_in_message_invalid',
  facts: { field: 'chain_id', detail: expect.stringContaining(name) },
});
let person: TestPerson;
let address: Hex;

beforeAll(async () => {
  state.chain = await startChain(directory);
  process.env.RPC_URL_LOCAL = state.chain.rpcUrl;
  state.base = await lyingNode(state.chain.rpcUrl);
  state.base.lie(({ method }) => (method === 'eth_chainId' ? { result: '0x2105' } : undefined));
  process.env.RPC_URL_BASE = state.base.url;
});
afterAll(async () => {
  await state.base?.close();
  await state.chain?.stop();
  rmSync(directory, { recursive: true, force: true });
});
beforeEach(async () => {
  state.wallets += 1;
  address = pad(`0xc0de${state.wallets}`, { size: 20, dir: 'right' });
  await callRpc(state.chain?.rpcUrl ?? '', 'anvil_setCode', [address, saysYes]);
  person = await addPerson(database.db, { merchantId: await addMerchant(database.db), now: now() });
});

const own = () => contextOf(database.db, person, now);
const wanted = (chain: ChainKey) => ({ address, chainId: chainOf(chain).id });
const recorded = async () => {
  const [row] = await database.db.select().from(identities).where(eq(identities.value, address));
  return row?.chain;
};
/** As the row of a contract wallet was written before networks were kept. */
const addWallet = (chain?: ChainKey) =>
  database.db
    .insert(identities)
    .values({ kind: 'wallet', value: address, userId: person.userId, chain, createdAt: now() });

async function enter(chain: ChainKey): Promise<string> {
  const { message } = await offerSignIn(visitor(), { ...wanted(chain), holder });
  return (await signIn(visitor(), { by: 'wallet', holder, message, signature })).sessionId;
}
async function confirm(chain: ChainKey): Promise<Date> {
  const { message } = await offerStepUp(own(), wanted(chain));
  return stepUpByWallet(own(), { message, signature });
}
async function link(chain: ChainKey, ctx = own()): Promise<void> {
  const { message } = await offerLink(ctx, wanted(chain));
  await linkWallet(ctx, { message, signature });
}

test('a contract wallet that was added on one network opens nothing on another, and is told on which it does', async () => {
  await link('base');
  expect(await recorded()).toBe('base');
  const before = await database.db.$count(sessions);
  await expect(enter('local')).rejects.toMatchObject(otherNetwork('Base'));
  expect(await database.db.$count(sessions)).toBe(before);
  await enter('base');
});

test('a contract of another network confirms nothing in a session that is open', async () => {
  await addWallet('base');
  await database.db.update(sessions).set({ steppedUpAt: null }).where(eq(sessions.id, person.sessionId));
  const steppedUpAt = async () =>
    (await database.db.select().from(sessions).where(eq(sessions.id, person.sessionId)))[0]?.steppedUpAt;
  await expect(confirm('local')).rejects.toMatchObject(otherNetwork('Base'));
  expect(await steppedUpAt()).toBeNull();
  await confirm('base');
  expect(await steppedUpAt()).toEqual(now());
});

test('a contract that signs in on one network is added to no account from another', async () => {
  await addWallet('base');
  const stranger = await addPerson(database.db, { merchantId: person.merchantId, now: now() });
  const theirs = contextOf(database.db, stranger, now);
  await expect(link('local', theirs)).rejects.toMatchObject({ code: 'identity_taken' });
  expect(await recorded()).toBe('base');
});

test('a person invited by a contract wallet is known from then on by the network of its first proof', async () => {
  const invitation = { merchantId: person.merchantId, role: 'viewer', invitedBy: null } as const;
  const identity = { kind: 'wallet', value: address } as const;
  await database.db.transaction((tx) => writeInvite(tx, visitor(), { ...invitation, identity }));
  await enter('local');
  expect(await recorded()).toBe('local');
  await expect(enter('base')).rejects.toMatchObject(otherNetwork(chainOf('local').name));
});

test.each([
  ['signing in', enter],
  ['confirming', confirm],
])('a contract wallet of which no network is known keeps the one of its first proof, by %s', async (_how, prove) => {
  await addWallet();
  await prove('base');
  expect(await recorded()).toBe('base');
  await expect(prove('local')).rejects.toMatchObject(otherNetwork('Base'));
  await prove('base');
});

test('of two first proofs on two networks at one time, one counts', async () => {
  await addWallet();
  const outcomes = await Promise.allSettled([enter('base'), enter('local')]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a key is the same on every network, and none is noted for it, also where one is for its account’s code', async () => {
  const key = privateKeyToAccount(generatePrivateKey());
  address = `0x${key.address.slice(2).toLowerCase()}`;
  const signed = async (chain: ChainKey) => {
    const { message } = await offerSignIn(visitor(), { ...wanted(chain), holder });
    return signIn(visitor(), { by: 'wallet', holder, message, signature: await key.signMessage({ message }) });
  };
  await addWallet();
  await signed('base');
  await signed('local');
  expect(await recorded()).toBeNull();
  await database.db.update(identities).set({ chain: 'base' }).where(eq(identities.value, address));
  await signed('local');
});
