import { encodeFunctionData, type Hex, numberToHex, parseSignature } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import type { SignerProcess } from '@/examples/signer/testing/start-signer';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { env } from '@/lib/kernel/env';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { claimTypes, domainOf } from '@/lib/rails/contract/voucher';
import { relayClaims } from '@/lib/relay/batches/jobs';
import { testRelay } from '@/lib/relay/testing/relay';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { lapsePayouts } from '@/lib/unpaid/lapse';
import { chooseSigner } from '@/lib/vaults/signing/set-up';
import { lockVault } from '@/lib/vaults/signing/store';
import { ownSigner, signerRules } from '@/lib/vaults/signing/testing/own-signer';
import { viewSigners } from '@/lib/vaults/signing/view';
import { changeSigner, type Vault } from '@/lib/vaults/store';
import { claimPayout } from './claim';
import { sendClaim } from './send-claim';
import { viewClaim } from './view';

const world = testWorld();
const relay = testRelay(world);
const { vaultId, merchantId } = world;
const link = privateKeyToAccount(generatePrivateKey());
const customer = demoAccount('customer').address;
const other = demoAccount('other').address;
const rules = signerRules();
let signer: SignerProcess;

const withKey = (reference: string) =>
  world.newPayout({ reference, recipient: { type: 'anyone', claim_key: link.address } });

beforeAll(async () => {
  await expect(withKey('order-too-early')).rejects.toMatchObject({ code: 'recipient_unsupported' });
  signer = (await ownSigner(world)).service;
});
afterAll(() => signer.end());

/** The merchant's server writes down the key before it makes the payout. */
async function newLink(reference: string) {
  signer.rules({ ...rules, links_file: signer.links({ [reference]: link.address }) });
  return withKey(reference);
}
const openLinks = () =>
  world.database.sql<{ id: string }[]>`
    select id from payouts where recipient_key is not null and status = 'pending' and cancel_requested_at is null`;

type Link = { token: string };
const claim = ({ token }: Link, address: string, key_signature?: string) =>
  claimPayout(world.claimant(), token, { address, key_signature });

/** What the page does with what stands behind the #: it signs for an address, and the secret stays there. */
async function nameFor(payout: Link, address: `0x${string}`, by = link) {
  const { facts } = await claim(payout, address).then(
    () => expect.unreachable(),
    (error) => error,
  );
  const message = { payout: facts.extra.payout_hash, recipient: address };
  return by.signTypedData({ domain: domainOf(31337), types: claimTypes, primaryType: 'Claim', message });
}

test('a link with a key of its own pays whom the key names, and nothing is signed before', async () => {
  const payout = await newLink('link-1');
  expect(payout.recipient).toEqual({ type: 'anyone', claim_key: link.address });
  await expect(claim(payout, customer)).rejects.toMatchObject({ code: 'key_signature_needed' });
  expect(await world.database.sql`select from vouchers where payout_id = ${payout.id}`).toHaveLength(0);
  const { transfer, expires_at } = await claim(payout, customer, await nameFor(payout, customer));
  expect(Date.parse(payout.expires_at) - Date.parse(expires_at)).toBeLessThan(1000);
  await world.send('other', transfer);
  await world.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { recipient: customer } });
});

test('a signature of another key, or for another address, names nobody', async () => {
  const payout = await newLink('link-2');
  const stranger = privateKeyToAccount(generatePrivateKey());
  const needed = { code: 'key_signature_needed' };
  await expect(claim(payout, customer, await nameFor(payout, customer, stranger))).rejects.toMatchObject(needed);
  await expect(claim(payout, other, await nameFor(payout, customer))).rejects.toMatchObject(needed);
  expect(await world.database.sql`select from vouchers where payout_id = ${payout.id}`).toHaveLength(0);
});

test('a signature of the key in a form that the contract refuses is asked for again, and the portal waits with none', async () => {
  const payout = await newLink('link-of-other-form');
  const { r, s, yParity } = parseSignature(hex(await nameFor(payout, customer)));
  const bytes = (...parts: Hex[]) => `0x${parts.map((part) => part.slice(2)).join('')}`;
  const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
  const upper = numberToHex(order - BigInt(s), { size: 32 });
  const forms = [bytes(r, upper, yParity === 0 ? '0x1c' : '0x1b'), bytes(r, s, yParity === 0 ? '0x00' : '0x01')];
  await relay.add();
  for (const key_signature of forms) {
    const needed = { code: 'key_signature_needed' };
    await expect(claim(payout, customer, key_signature)).rejects.toMatchObject(needed);
    const sent = sendClaim(world.claimant(), payout.token, { address: customer, key_signature });
    await expect(sent).rejects.toMatchObject(needed);
  }
});

test('the merchant’s signer signs to no key but the link’s, and nothing past it', async () => {
  const payout = await newLink('link-3');
  const named = await nameFor(payout, customer);
  signer.rules({ ...rules, links_file: signer.links({ 'link-3': other }) });
  await expect(claim(payout, customer, named)).rejects.toMatchObject({ code: 'signer_declined' });
  signer.rules({ ...rules, links_file: signer.links({}) });
  await expect(claim(payout, customer, named)).rejects.toMatchObject({ code: 'signer_declined' });
  // As a stolen portal would: it forgets the key, and asks for a payout to an address of its own.
  signer.rules({ ...rules, links_file: signer.links({ 'link-3': link.address }) });
  await world.database.sql`update payouts set recipient_key = null where id = ${payout.id}`;
  await expect(claim(payout, other)).rejects.toMatchObject({ code: 'signer_declined' });
});

test('cancelling it before it was claimed for is at once; after that it waits for its end, or for the chain', async () => {
  const early = await newLink('link-4');
  expect((await cancelPayout(world.merchant(), early.id)).status).toBe('cancelled');
  const late = await newLink('link-5');
  await claim(late, customer, await nameFor(late, customer));
  const answer = await cancelPayout(world.merchant(), late.id);
  const until = Date.parse(answer.cancellation?.effective_at ?? '');
  expect([answer.status, Date.parse(late.expires_at) - until < 1000]).toEqual(['pending', true]);
  const { word, mask } = answer.cancellation?.on_chain ?? expect.unreachable();

  const args = [demoAccount('vault').address, BigInt(word), BigInt(mask)] as const;
  const data = encodeFunctionData({ abi: drawbridgeAbi, functionName: 'cancel', args });
  await world.send('vault', { to: drawbridgeAddress, data });
  await world.mine();
  await world.watch();
  await lapsePayouts(world.system(), 'local');
  expect((await view(world, late.id)).status).toBe('pending');
  await world.settle();
  await lapsePayouts(world.system(), 'local');
  expect((await view(world, late.id)).status).toBe('cancelled');
});

const ask = ({ token }: Link, address: string, key_signature?: string) =>
  sendClaim(world.claimant(), token, { address, key_signature });
const rowsOf = ({ id }: { id: string }) => world.database.sql`
  select r.status, because, send_id, link_hash, key_signature from relayed_claims r where payout_id = ${id} order by r.id`;
/** The claims that wait are signed, and their sends are in a block. */
async function work(): Promise<void> {
  await world.passTime(2);
  await relayClaims(world.system(), 'local');
  await relay.drive();
  await world.settle();
  await relay.step();
  await relayClaims(world.system(), 'local');
}

test('the portal sends it to whom the key names, beside a batch of others and not in it, and pays nobody else', async () => {
  await relay.add();
  const [payout, same] = [await newLink('link-6'), await world.newPayout()];
  expect((await viewClaim(world.claimant(), payout.token)).relay).toMatchObject({ offered: true, reason: null });
  const needed = { code: 'key_signature_needed', facts: { extra: { payout_hash: expect.stringMatching(/^0x/) } } };
  await expect(ask(payout, customer)).rejects.toMatchObject(needed);
  const named = await nameFor(payout, customer);
  await expect(ask(payout, other, named)).rejects.toMatchObject(needed);
  expect(await rowsOf(payout)).toEqual([]);
  signer.rules({ ...rules, links_file: signer.links({ 'link-6': link.address }) });
  await ask(payout, customer, named);
  await ask(payout, customer);
  await ask(same, customer);
  await expect(ask(payout, other, await nameFor(payout, other))).rejects.toMatchObject({ code: 'relay_in_progress' });
  await work();
  const rows = [...(await rowsOf(payout)), ...(await rowsOf(same))];
  expect(rows).toMatchObject([{ status: 'paid' }, { status: 'paid' }]);
  expect(new Set(rows.map(({ send_id }) => send_id)).size).toBe(2);
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { recipient: customer } });
});

test('what is in no block in time is sent again under the same signature, and its nonce is not kept for as long as the link', async () => {
  const payout = await newLink('link-dropped');
  await ask(payout, customer, await nameFor(payout, customer));
  await world.passTime(2);
  await relayClaims(world.system(), 'local');
  const [first] = await world.database.sql`select valid_until from relay_sends where status = 'waiting'`;
  const seconds = (Date.parse(first?.valid_until) - world.system().clock.now().getTime()) / 1000;
  expect(seconds).toBeLessThanOrEqual(env.VOUCHER_TTL_SECONDS);
  await world.database.sql`update relay_sends set valid_until = now() where status = 'waiting'`;
  await relay.step();
  await relayClaims(world.system(), 'local');
  expect(await rowsOf(payout)).toMatchObject([{ status: 'queued', because: 'not_mined' }]);
  await work();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('a signature that does not name its recipient any more ends it, and nothing is signed', async () => {
  const payout = await newLink('link-stale');
  await ask(payout, customer, await nameFor(payout, customer));
  await world.database.sql`update relayed_claims set recipient = ${other.toLowerCase()} where status = 'queued'`;
  await work();
  expect(await rowsOf(payout)).toMatchObject([{ status: 'ended', because: 'key_of_link', send_id: null }]);
  expect((await view(world, payout.id)).status).toBe('pending');
});

/** Whether a connection to this database waits for another one's lock. */
const isWaiting = async () => {
  const [row] = await world.database.sql`
    select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return row?.waiting;
};

test('a link with a key that is made while the vault gets the portal as its signer is refused', async () => {
  const { db } = world.database;
  type Signer = Pick<Vault, 'signerAddress' | 'signerKey' | 'remoteSignerId'>;
  const change = async ({ signerAddress, signerKey, remoteSignerId }: Signer, meanwhile = async () => {}) =>
    db.transaction(async (tx) => {
      const before = (await lockVault(tx, merchantId, vaultId)) ?? expect.unreachable();
      await meanwhile();
      await changeSigner(tx, before, { signerAddress, signerKey, remoteSignerId });
      return before;
    });
  const making: Promise<unknown>[] = [];
  const portal = { signerAddress: other.toLowerCase(), signerKey: 'sealed', remoteSignerId: null };
  const before = await change(portal, async () => {
    making.push(expect(newLink('link-late')).rejects.toMatchObject({ code: 'recipient_unsupported' }));
    await expect.poll(isWaiting, { timeout: 5000 }).toBe(1);
  });
  await Promise.all(making);
  await change(before);
});

test('while such a link is open the portal does not sign again, and cancelling it frees the vault', async () => {
  const owner = world.member('owner');
  const payout = await newLink('link-7');
  const refused = { code: 'key_links_open', facts: { extra: { open: expect.any(Number) } } };
  await expect(chooseSigner(owner, vaultId, { signer: 'portal' })).rejects.toMatchObject(refused);
  expect((await viewSigners(owner)).data[0]?.kind).toBe('remote');
  for (const { id } of await openLinks()) await cancelPayout(world.merchant(), id);
  expect((await view(world, payout.id)).status).toBe('cancelled');
  expect(await chooseSigner(owner, vaultId, { signer: 'portal' })).toMatchObject({ kind: 'portal' });
  await expect(withKey('link-8')).rejects.toMatchObject({ code: 'recipient_unsupported' });
});
