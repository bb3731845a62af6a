import { eq } from 'drizzle-orm';
import { privateKeyToAccount } from 'viem/accounts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signInNonces } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import { demoAccount } from '@/demo/accounts';
import type { Context } from '@/lib/access/actor';
import { readSignInMessage, type SignInMessage, writeSignInMessage } from '@/lib/evm/sign-in-message';
import { addSeconds } from '@/lib/kernel/clock';
import { hashToken } from '@/lib/kernel/secrets';
import { offerMessage, proveWallet, statements } from './wallet-proof';

const database = testDatabase();
const wallet = privateKeyToAccount(demoAccount('admin').privateKey);
const stranger = privateKeyToAccount(demoAccount('other').privateKey);
const holder = 'browser:one';
const start = new Date('2026-01-31T12:00:00.000Z');
let now = start;

beforeAll(() => {
  process.env.RPC_URL_LOCAL = 'http://127.0.0.1:1';
  process.env.RPC_URL_BASE = 'http://127.0.0.1:1';
});
beforeEach(() => {
  now = start;
});

const ctx = (): Context => ({
  ...{ db: database.db, clock: { now: () => now }, actor: { kind: 'claimant' }, requestId: 'req_test' },
});
const offer = () => offerMessage(ctx(), { purpose: 'sign_in', holder, address: wallet.address });
const sign = (message: string, by = wallet) => by.signMessage({ message });
const prove = (message: string, signature: string, more = {}) =>
  proveWallet(ctx(), { purpose: 'sign_in', holder, message, signature, ...more });

/** A fresh message with facts of its own in place of ours, signed by the wallet that it names. */
async function tampered(change: Partial<SignInMessage>) {
  const { message } = await offer();
  const read = readSignInMessage(message);
  if (!read) throw new Error('Our own message cannot be read');
  const text = writeSignInMessage({ ...read, ...change });
  return { text, signature: await sign(text) };
}

test('a wallet signs the message that it is given, and is who it says it is', async () => {
  const { message, nonce, expiresAt } = await offer();
  expect(readSignInMessage(message)).toEqual({
    ...{ domain: 'localhost:3000', uri: 'http://localhost:3000', statement: statements.sign_in, nonce },
    ...{ address: wallet.address.toLowerCase(), chainId: 31337, issuedAt: now, expiresAt },
  });
  const proven = { kind: 'wallet', value: wallet.address.toLowerCase(), chain: null };
  expect(await prove(message, await sign(message))).toEqual(proven);
});

test('the message is the same for every spelling of the address, and names the network that is asked for if we serve it', async () => {
  const lower = await offerMessage(ctx(), { purpose: 'sign_in', holder, address: wallet.address.toLowerCase() });
  expect(lower.message).toContain(wallet.address);
  const onBase = await offerMessage(ctx(), { purpose: 'sign_in', holder, address: wallet.address, chainId: 8453 });
  expect(onBase.message).toContain('Chain ID: 8453\n');
  const elsewhere = await offerMessage(ctx(), { purpose: 'sign_in', holder, address: wallet.address, chainId: 10 });
  expect(elsewhere.message).toContain('Chain ID: 31337\n');
});

test('a mistyped address is refused before anything is signed', async () => {
  const mistyped = wallet.address.replace('15d3', '15d4');
  await expect(offerMessage(ctx(), { purpose: 'sign_in', holder, address: mistyped })).rejects.toMatchObject({
    code: 'invalid_request',
    facts: { field: 'address' },
  });
});

test('of a nonce only its hash is kept', async () => {
  const { nonce } = await offer();
  const rows = await database.db
    .select()
    .from(signInNonces)
    .where(eq(signInNonces.hash, hashToken(nonce)));
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(nonce);
});

describe('a message with a wrong fact is refused by name', () => {
  test.each<[string, Partial<SignInMessage>, string]>([
    ['another domain', { domain: 'evil.example' }, 'domain'],
    ['our domain with another port', { domain: 'localhost:3001' }, 'domain'],
    ['our domain without its port', { domain: 'localhost' }, 'domain'],
    ['a URI elsewhere', { uri: 'https://evil.example/sign-in' }, 'uri'],
    ['a URI with another scheme', { uri: 'https://localhost:3000' }, 'uri'],
    ['a URI that only begins like ours', { uri: 'http://localhost:3000.evil.example' }, 'uri'],
    ['other words', { statement: 'Sign in to Drawbridge.' }, 'statement'],
    ['the words of a confirmation', { statement: statements.confirm }, 'statement'],
    ['a network that is not served', { chainId: 10 }, 'chain_id'],
    ['an issue in the future', { issuedAt: addSeconds(start, 61) }, 'issued_at'],
    ['an issue of long ago', { issuedAt: addSeconds(start, -600) }, 'issued_at'],
    ['an end that has come', { expiresAt: start }, 'expiration_time'],
    ['a beginning in the future', { notBefore: addSeconds(start, 1) }, 'not_before'],
  ])('%s', async (_what, change, field) => {
    const { text, signature } = await tampered(change);
    await expect(prove(text, signature)).rejects.toMatchObject({ code: 'sign_in_message_invalid', facts: { field } });
  });

  test.each(['', 'Let me in', 'localhost:3000 wants you to sign in with your Ethereum account:'])(
    'no message at all: %j',
    async (text) => {
      await expect(prove(text, await sign(text))).rejects.toMatchObject({ facts: { field: 'message' } });
    },
  );
});

test.each<[string, Partial<SignInMessage>]>([
  ['issued a moment ahead of our clock', { issuedAt: addSeconds(start, 60) }],
  ['that began just now', { notBefore: start }],
  ['for a page of ours', { uri: 'http://localhost:3000/sign-in?next=%2Fdashboard' }],
  ['on another network that we serve', { chainId: 8453 }],
])('a message %s is fine', async (_what, change) => {
  const { text, signature } = await tampered(change);
  expect(await prove(text, signature)).toMatchObject({ kind: 'wallet' });
});

test('a nonce that we never gave out opens nothing', async () => {
  const { text, signature } = await tampered({ nonce: 'abcdefgh12345678' });
  await expect(prove(text, signature)).rejects.toMatchObject({ code: 'proof_expired' });
});

test('a message opens once, also when it comes twice at one time', async () => {
  const { message } = await offer();
  const signature = await sign(message);
  const outcomes = await Promise.allSettled([prove(message, signature), prove(message, signature)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(prove(message, signature)).rejects.toMatchObject({ code: 'proof_expired' });
});

test('a message opens nothing in another browser, and for no other purpose', async () => {
  const { message } = await offer();
  const signature = await sign(message);
  await expect(prove(message, signature, { holder: 'browser:two' })).rejects.toMatchObject({ code: 'proof_expired' });
  await expect(prove(message, signature, { purpose: 'confirm' })).rejects.toMatchObject({
    facts: { field: 'statement' },
  });
  const read = readSignInMessage(message);
  const reworded = writeSignInMessage({ ...Object(read), statement: statements.confirm });
  const crossed = prove(reworded, await sign(reworded), { purpose: 'confirm' });
  await expect(crossed).rejects.toMatchObject({ code: 'proof_expired' });
});

test('after ten minutes a message opens nothing', async () => {
  const { message } = await offer();
  const signature = await sign(message);
  now = addSeconds(start, 600);
  await expect(prove(message, signature)).rejects.toMatchObject({ code: 'sign_in_message_invalid' });
  const stretched = await tampered({ expiresAt: addSeconds(now, 3600) });
  now = addSeconds(now, 600);
  await expect(prove(stretched.text, stretched.signature)).rejects.toMatchObject({ code: 'sign_in_message_invalid' });
});

test('a signature of another wallet uses the message up', async () => {
  process.env.RPC_URL_LOCAL = 'http://127.0.0.1:1';
  const { message } = await offer();
  await expect(prove(message, await sign(message, stranger))).rejects.toMatchObject({ code: 'chain_unavailable' });
  await expect(prove(message, await sign(message))).rejects.toMatchObject({ code: 'proof_expired' });
});
