import { eq } from 'drizzle-orm';
import { type Hex, parseSignature, serializeSignature } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { afterAll, expect, test } from 'vitest';
import { freePort } from '@/db/processes';
import { auditLines, remoteSigners, vaults, vouchers } from '@/db/schema';
import { demoAccount } from '@/demo/accounts';
import { SignerProcess } from '@/examples/signer/testing/start-signer';
import { drawbridgeAddress, testUsdtAddress } from '@/lib/chains/deployments';
import { claimPayout } from '@/lib/claims/claim';
import { standard } from '@/lib/dialects/standard';
import { env } from '@/lib/kernel/env';
import { breaker } from '@/lib/outgoing/breaker';
import { eventsOf } from '@/lib/payouts/testing/events';
import { testSigner } from '@/lib/payouts/testing/signer';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { signWith } from '@/lib/rails/contract/voucher';
import { setSignerCall } from '@/lib/vaults/calls';
import { type Received, type Receiver, type Reply, startReceiver } from '@/lib/webhooks/testing/receiver';
import { chooseSigner, offerSigner, trySigner } from './set-up';
import { viewSigners } from './view';

const world = testWorld();
const { vaultId, merchantId } = world;
const owner = () => world.member('owner');
const customer = demoAccount('customer').address;

const allow = (host: string) => env.WEBHOOK_ALLOWED_PRIVATE_HOSTS.push(`${merchantId}@${host}`);
const rules = (changed: object = {}) => ({
  ...{ contract: drawbridgeAddress, vaults: [demoAccount('vault').address], max_deadline_seconds: 3600 },
  fee_collectors: [demoAccount('feeCollector').address],
  tokens: [
    {
      ...{ chain_id: 31337, address: testUsdtAddress, max_fee: '1000000' },
      ...{ max_per_payout: '30000000', max_per_day: '900000000' },
      ...changed,
    },
  ],
});

const signers: SignerProcess[] = [];
const receivers: Receiver[] = [];
afterAll(async () => {
  for (const one of signers) await one.end();
  for (const one of receivers) await one.close();
});

/** A signer of the merchant's own that runs and is set up, and does not sign for the vault yet. */
async function offered(given: { key?: Hex } = {}) {
  const port = await freePort();
  allow(`127.0.0.1:${port}`);
  const signerKey = given.key ?? generatePrivateKey();
  const { address } = privateKeyToAccount(signerKey);
  const { signer, secret } = await offerSigner(owner(), vaultId, { url: `http://127.0.0.1:${port}/vouchers`, address });
  const service = new SignerProcess(signerKey, [secret], port);
  signers.push(service);
  service.rules(rules());
  await service.start();
  return { id: signer.id, address, secret, service };
}

/** The vault lets a signer pay, as its owner does on the page Vaults. */
async function nameOnChain(address: string) {
  const terms = { capacity: 100_000_000_000n, feeCeiling: 1_000_000n, expiry: 4_000_000_000n };
  await world.send('vault', setSignerCall(address, testUsdtAddress, terms));
  await world.mine();
}

async function inUse() {
  const own = await offered();
  await chooseSigner(owner(), vaultId, { signer: own.id });
  await nameOnChain(own.address);
  return own;
}

const claim = (payout: { token: string }) => claimPayout(world.claimant(), payout.token, { address: customer });
const refusal = (payout: { token: string }) =>
  claim(payout).then(
    () => expect.unreachable(),
    ({ code, facts }) => [code, facts.extra?.cause, facts.detail],
  );

const currentVault = async () => {
  const [row] = await world.database.db.select().from(vaults).where(eq(vaults.id, vaultId));
  return row ?? expect.unreachable();
};

test('a signer of the merchant’s own signs once it is tried and chosen: then no key of ours is left, and its voucher is paid', async () => {
  const { id, address, secret } = await offered();
  expect((await currentVault()).remoteSignerId).toBeNull();
  expect(await trySigner(owner(), vaultId, id)).toEqual({ ok: true, code: null });
  const chosen = await chooseSigner(owner(), vaultId, { signer: id });
  expect(chosen).toMatchObject({ kind: 'remote', address, remote: { id, refused: null, silent: null }, offered: null });
  expect(await currentVault()).toMatchObject({ signerKey: null, signerAddress: address.toLowerCase() });
  await nameOnChain(address);
  const payout = await world.newPayout();
  await world.send('customer', (await claim(payout)).transfer);
  await world.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed' });
  const lines = await world.database.db.select().from(auditLines).where(eq(auditLines.subjectId, vaultId));
  expect(lines.map(({ action }) => action)).toEqual(['vault.signer_offered', 'vault.signer_changed']);
  const kept = await world.database.db.select().from(remoteSigners);
  expect(JSON.stringify([kept, lines, await viewSigners(owner())], (_name, value) => String(value))).not.toContain(
    secret,
  );
});

test('what it does not sign is told by its code, to the merchant once, and goes on by the next try that it signs', async () => {
  const { id, service } = await inUse();
  const payout = await world.newPayout({ amount: '31.00' });
  const told = ['signer_declined', 'signer_declined', expect.stringContaining('(over_payout_limit)')];
  expect(await refusal(payout)).toEqual(told);
  expect(await refusal(payout)).toEqual(told);
  expect(await view(world, payout.id)).toMatchObject({ status: 'pending', obstacle: { cause: 'signer_declined' } });
  expect((await viewSigners(owner())).data[0]?.remote).toMatchObject({ id, refused: { code: 'over_payout_limit' } });
  service.rules(rules({ max_per_payout: '40000000' }));
  await claim(payout);
  expect((await view(world, payout.id)).obstacle).toBeNull();
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', 'payout.not_payable']);
});

test('a refusal of one recipient of many holds up no other', async () => {
  const { service } = await inUse();
  service.rules({ ...rules(), recipients: [demoAccount('other').address] });
  const payout = await world.newPayout({ recipient: { type: 'anyone' } });
  expect((await refusal(payout))[0]).toBe('signer_declined');
  expect((await view(world, payout.id)).obstacle).toBeNull();
  await claimPayout(world.claimant(), payout.token, { address: demoAccount('other').address });
});

/** What a signer in this process says to a request; `key` signs, `secret` proves. */
type Own = { key: Hex; secret: string };
type Answer = { status: number; headers: Record<string, string>; body: string };

function proved(request: Received, { secret }: Own, status: number, said: object): Answer {
  const id = request.headers['webhook-id'] ?? '';
  const body = JSON.stringify({ request: id, ...said });
  const message = { method: 'POST' as const, url: '', headers: {}, body };
  const { headers } = standard.sign(
    message,
    { signing: 'hmac', secrets: [secret] },
    { id, at: new Date(), merchantId },
  );
  return { status, headers, body };
}

async function signatureFor({ body }: Received, { key }: Own, changed: object = {}): Promise<Hex> {
  const { chain_id: chainId, contract, ...rest } = Object(JSON.parse(body)).voucher;
  const message = {
    ...{ ...rest, amount: BigInt(rest.amount), fee: BigInt(rest.fee), feeCollector: rest.fee_collector },
    ...{ payoutId: BigInt(rest.payout_id), deadline: BigInt(rest.deadline), ...changed },
  };
  const signed = await signWith(key)({ chainId, contract, kind: 'Payout', message });
  return signed.ok ? signed.signature : expect.unreachable();
}

const honest = async (request: Received, own: Own) =>
  proved(request, own, 200, { type: 'voucher.signed', signature: await signatureFor(request, own) });

/** A signer in this process that can be told to say anything. */
async function inProcess() {
  const own: Own = { key: generatePrivateKey(), secret: '' };
  const state = { answer: honest };
  const reply: Reply = (request, response) =>
    void state.answer(request, own).then(({ status, headers, body }) => response.writeHead(status, headers).end(body));
  const receiver = await startReceiver(reply);
  receivers.push(receiver);
  allow(receiver.host);
  const { address } = privateKeyToAccount(own.key);
  const { signer, secret } = await offerSigner(owner(), vaultId, { url: receiver.url, address });
  own.secret = secret;
  return { id: signer.id, address, state, receiver };
}

const upper = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
/** The other signature of the same key over the same message. */
function malleated(signature: Hex): Hex {
  const { r, s, yParity } = parseSignature(signature);
  return serializeSignature({ r, s: `0x${(upper - BigInt(s)).toString(16)}`, yParity: 1 - yParity });
}

const lies: [string, typeof honest, string][] = [
  [
    'a signature over another amount',
    async (request, own) => ({
      ...proved(request, own, 200, {
        type: 'voucher.signed',
        signature: await signatureFor(request, own, { amount: 2n }),
      }),
    }),
    'wrong_signature',
  ],
  [
    'another key’s signature',
    async (request, own) => ({
      ...(await honest(request, { ...own, key: generatePrivateKey() })),
    }),
    'wrong_signature',
  ],
  [
    'the signature’s other half',
    async (request, own) => ({
      ...proved(request, own, 200, { type: 'voucher.signed', signature: malleated(await signatureFor(request, own)) }),
    }),
    'answer_unreadable',
  ],
  [
    'an answer proved by another secret',
    async (request, own) => ({
      ...(await honest(request, { ...own, secret: standard.newSecret('hmac') })),
    }),
    'answer_unproved',
  ],
  [
    'an answer to another request',
    async (request, own) => ({
      ...(await honest({ ...request, headers: { 'webhook-id': 'req_other' } }, own)),
    }),
    'answer_unproved',
  ],
  [
    'our own request',
    async ({ headers, body }) => ({
      status: 200,
      headers: {
        'webhook-id': headers['webhook-id'] ?? '',
        'webhook-timestamp': headers['webhook-timestamp'] ?? '',
        'webhook-signature': headers['webhook-signature'] ?? '',
      },
      body,
    }),
    'answer_unreadable',
  ],
  [
    'a refusal that it did not prove',
    async (request, own) => ({
      ...proved(request, own, 422, { type: 'voucher.refused', code: 'paused' }),
      headers: {},
    }),
    'answer_unproved',
  ],
  ['a redirect', async () => ({ status: 307, headers: { location: 'https://example.com/' }, body: '' }), 'status_307'],
  [
    'more than an answer may have',
    async (request, own) => ({
      ...proved(request, own, 422, { type: 'voucher.refused', code: 'paused', detail: 'x'.repeat(5000) }),
    }),
    'answer_unproved',
  ],
];

test('nothing but the named key’s signature over exactly what was asked, in a proved answer, is taken', async () => {
  const { id, state } = await inProcess();
  expect(await trySigner(owner(), vaultId, id)).toEqual({ ok: true, code: null });
  for (const [what, lie, code] of lies) {
    state.answer = lie;
    expect([what, await trySigner(owner(), vaultId, id)]).toEqual([what, { ok: false, code }]);
  }
  const before = await currentVault();
  const choose = chooseSigner(owner(), vaultId, { signer: id });
  await expect(choose).rejects.toMatchObject({ code: 'signer_unreachable' });
  expect(await currentVault()).toEqual(before);
});

test('the voucher is written down before the signer is asked, and the asking holds no lock', async () => {
  const { id, address, state } = await inProcess();
  await chooseSigner(owner(), vaultId, { signer: id });
  await nameOnChain(address);
  const payout = await world.newPayout();
  const seen: unknown[] = [];
  state.answer = async (request, own) => {
    seen.push(await world.database.db.$count(vouchers, eq(vouchers.payoutId, payout.id)));
    await world.database.sql`select from payouts where id = ${payout.id} for update nowait`;
    return honest(request, own);
  };
  await claim(payout);
  expect(seen).toEqual([1]);
});

test('a signer that gives no answer is asked no more for a while, and a trial asks it at once', async () => {
  const { id, address, state, receiver } = await inProcess();
  await chooseSigner(owner(), vaultId, { signer: id });
  await nameOnChain(address);
  state.answer = async () => ({ status: 500, headers: {}, body: '' });
  const payout = await world.newPayout();
  const silent = ['signer_unreachable', 'signer_unreachable', expect.stringContaining('(status_500)')];
  const before = receiver.received.length;
  for (let time = 0; time < breaker.opensAfter + 2; time++) expect(await refusal(payout)).toEqual(silent);
  expect(receiver.received).toHaveLength(before + breaker.opensAfter);
  expect(await view(world, payout.id)).toMatchObject({ status: 'pending', obstacle: { cause: 'signer_unreachable' } });
  expect((await viewSigners(owner())).data[0]?.remote?.silent).toMatchObject({ code: 'status_500' });
  state.answer = honest;
  expect(await trySigner(owner(), vaultId, id)).toEqual({ ok: true, code: null });
  await claim(payout);
  expect((await viewSigners(owner())).data[0]?.remote?.silent).toBeNull();
});

test('back at the portal, the key is one that was never used before', async () => {
  const { signerAddress } = await currentVault();
  const back = await chooseSigner(owner(), vaultId, { signer: 'portal' });
  expect(back).toMatchObject({ kind: 'portal', remote: null, offered: null });
  const vault = await currentVault();
  expect(vault.remoteSignerId).toBeNull();
  expect([signerAddress, testSigner.address.toLowerCase()]).not.toContain(vault.signerAddress);
  await nameOnChain(vault.signerAddress);
  await claim(await world.newPayout());
});

test.each([
  ['a private address', { url: 'https://10.0.0.1/', address: customer }, 'target_refused'],
  ['plain http', { url: 'http://signer.example.com/', address: customer }, 'target_refused'],
  [
    'the vault’s own key',
    { url: 'https://signer.example.com/', address: demoAccount('vault').address },
    'address_refused',
  ],
  ['the contract', { url: 'https://signer.example.com/', address: drawbridgeAddress }, 'address_refused'],
])('a signer at %s is not set up', async (_what, body, code) => {
  await expect(offerSigner(owner(), vaultId, body)).rejects.toMatchObject({ code });
  expect((await viewSigners(owner())).data[0]?.offered).toBeNull();
});
