import { parseGwei } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '@/db/client';
import { freePort } from '@/db/processes';
import { demoAccount } from '@/demo/accounts';
import { SignerProcess } from '@/examples/signer/testing/start-signer';
import { env } from '@/lib/kernel/env';
import { breaker } from '@/lib/outgoing/breaker';
import { testWorld } from '@/lib/payouts/testing/world';
import { type Receiver, startReceiver } from '@/lib/webhooks/testing/receiver';
import { addRemoteAccount, listAccounts, startAccount, stopAccount } from './accounts';
import { whyNotOffered } from './offered';
import { relayNow } from './relay-now';
import { testRelay } from './testing/relay';
import { honest, lies, type Own } from './testing/signing-service';

const world = testWorld();
const relay = testRelay(world);
const { order, status, goOn, step } = relay;
const mined = { state: 'mined', final: true, success: true };
const waits = { timeout: 60_000, interval: 5 };
const why = () => whyNotOffered(world.database.db, 'local');
const mails = async () => (await world.database.sql`select from mails where merchant_id is null`).length;
const look = async () => {
  await world.database.sql`update relay_accounts set looked_at = null`;
  await step();
};

const processes: SignerProcess[] = [];
const receivers: Receiver[] = [];
beforeEach(() => world.rpc('anvil_setNextBlockBaseFeePerGas', [`0x${parseGwei('1').toString(16)}`]));
/** Each test has accounts of its own. */
afterEach(
  () => world.database.sql`update relay_accounts set stop = 'by_operator', stopped_at = now() where stop is null`,
);
afterAll(async () => {
  for (const one of processes) await one.end();
  for (const one of receivers) await one.close();
});

const rules = (changed: object = {}) => ({
  ...{ contract: demoAccount('other').address, vaults: [], tokens: [], fee_collectors: [], max_deadline_seconds: 0 },
  relay: {
    chains: [
      {
        ...{ chain_id: 31337, call: [demoAccount('other').address], max_gas: '100000' },
        ...{ max_fee_per_gas: String(parseGwei('300')), max_cost_per_day: String(10n ** 18n), ...changed },
      },
    ],
  },
});

/** An account whose key is at the example signer, which runs, and is not tried yet. */
async function atExample() {
  const key = generatePrivateKey();
  const port = await freePort();
  env.WEBHOOK_ALLOWED_PRIVATE_HOSTS.push(`127.0.0.1:${port}`);
  const offer = { url: `http://127.0.0.1:${port}/`, address: privateKeyToAccount(key).address };
  const { account, secret } = await addRemoteAccount(world.system(), 'local', 'relay', offer);
  const service = new SignerProcess(key, [secret], port);
  processes.push(service);
  service.rules(rules());
  await relay.fund(account.address, '10');
  return { ...account, service, secret };
}
async function inUse() {
  const own = await atExample();
  await own.service.start();
  await startAccount(world.system(), own.address);
  await look();
  return own;
}

const rowOf = async ({ id }: { id: string }) =>
  (
    await world.database
      .sql`select next_nonce::int as nonce, rest_code as rest, stop from relay_accounts where id = ${id}`
  )[0];

test('a key at a service of the operator’s sends once the service is tried, and is nowhere in the portal', async () => {
  const own = await atExample();
  await expect(startAccount(world.system(), own.address)).rejects.toMatchObject({ code: 'signer_unreachable' });
  expect(await rowOf(own)).toMatchObject({ stop: 'by_operator' });
  await own.service.start();
  await startAccount(world.system(), own.address);
  await look();
  const ref = await order();
  await expect.poll(() => goOn(ref), waits).toMatchObject(mined);
  const [kept] = await world.database
    .sql`select to_jsonb(a)::text as row, sealed_key from relay_accounts a where id = ${own.id}`;
  expect(kept?.sealed_key).toBeNull();
  expect(kept?.row).not.toContain(own.secret);
  const accounts = await listAccounts(world.database.db, ['local']);
  expect(accounts).toContainEqual(
    expect.objectContaining({ id: own.id, signerHost: own.service.host, restCode: null }),
  );
});

test('what it declines is not asked again at once, is told once, and another account sends it', async () => {
  const own = await inUse();
  own.service.rules(rules({ max_gas: '50000' }));
  const before = await mails();
  const ref = await order();
  await step();
  expect(await status(ref)).toEqual({ state: 'waiting', because: 'accounts_low' });
  expect(await rowOf(own)).toEqual({ nonce: 0, rest: 'gas_not_allowed', stop: null });
  const asked = own.service.log().length;
  await look();
  expect([own.service.log().length, await why(), await mails()]).toEqual([asked, 'accounts_low', before + 1]);
  await relay.add();
  await expect.poll(() => goOn(ref), waits).toMatchObject(mined);
  own.service.rules(rules());
  await world.database.sql`update relay_accounts set rests_until = now() where id = ${own.id}`;
  await look();
  expect(await rowOf(own)).toMatchObject({ rest: null });
});

test('while it is dead the same bytes are sent again, and once it is back it offers more for them', async () => {
  const own = await inUse();
  const ref = await order();
  await step();
  await own.service.stop();
  await world.rpc('anvil_dropAllTransactions');
  await world.rpc('anvil_setNextBlockBaseFeePerGas', [`0x${parseGwei('20').toString(16)}`]);
  await world.passTime(20);
  await world.mine();
  await step();
  expect([await relay.versionsOf(ref), await rowOf(own)]).toMatchObject([[{ kind: 'call' }], { rest: 'no_answer' }]);
  expect(await why()).toBe('accounts_low');
  await own.service.start();
  await world.passTime(21);
  await expect.poll(() => goOn(ref), waits).toMatchObject(mined);
  expect((await relay.versionsOf(ref)).length).toBeGreaterThan(1);
  expect([await rowOf(own), await why()]).toMatchObject([{ nonce: 1, rest: null }, null]);
});

/** A service in this process that can be told to say anything, in use. */
async function inProcess() {
  const own: Own = { key: generatePrivateKey(), secret: '' };
  const state = { answer: honest };
  const receiver = await startReceiver(
    (request, response) =>
      void state
        .answer(request, own)
        .then(({ status: code, headers, body }) => response.writeHead(code, headers).end(body)),
  );
  receivers.push(receiver);
  env.WEBHOOK_ALLOWED_PRIVATE_HOSTS.push(receiver.host);
  const offer = { url: receiver.url, address: privateKeyToAccount(own.key).address };
  const { account, secret } = await addRemoteAccount(world.system(), 'local', 'relay', offer);
  own.secret = secret;
  await relay.fund(account.address, '10');
  await startAccount(world.system(), account.address);
  await look();
  return { ...account, state, receiver };
}

test('nothing but its signature over exactly what was asked is stored, and a lie takes no nonce', async () => {
  const own = await inProcess();
  const ref = await order();
  for (const [what, answer, code] of lies) {
    own.state.answer = answer;
    // As if it were the first question: the breaker would leave it alone.
    await world.database.sql`update relay_accounts set rest_code = null, rests_until = null where id = ${own.id}`;
    await step();
    expect([what, await rowOf(own), await relay.versionsOf(ref)]).toEqual([
      what,
      { nonce: 0, rest: code, stop: null },
      [],
    ]);
    own.state.answer = honest;
    await startAccount(world.system(), own.address);
  }
  await expect.poll(() => goOn(ref), waits).toMatchObject(mined);
});

test('while it thinks nothing is locked, and what another worker did meanwhile stands', async () => {
  const own = await inProcess();
  const refs = await Promise.all(Array.from({ length: 5 }, () => order()));
  own.state.answer = async (request, by) => {
    await world.database.sql`select from relay_accounts where id = ${own.id} for update nowait`.catch((error) =>
      expect(error.code).toBe('55P03'),
    );
    return honest(request, by);
  };
  await Promise.all([step(), step(), step()]);
  await expect.poll(() => Promise.all(refs.map(goOn)), waits).toMatchObject(refs.map(() => mined));
  expect(await rowOf(own)).toMatchObject({ nonce: 5, stop: null });
});

test('what it signed is given to a node while its service still thinks about the next', async () => {
  const own = await inProcess();
  const asked: unknown[] = [];
  const pushed = async () =>
    (
      await world.database.sql`select from relay_versions v join relay_sends s on s.id = v.send_id
      where s.account_id = ${own.id} and v.pushed_at is not null`
    ).length;
  const before = await Promise.all([order(), order()]);
  own.state.answer = async (request, by) => {
    asked.push(request);
    await expect.poll(pushed, { timeout: 1_500, interval: 10 }).toBe(asked.length - 1);
    return honest(request, by);
  };
  await step();
  expect([asked.length, await pushed()]).toEqual([2, 2]);
  await expect.poll(() => Promise.all(before.map(goOn)), waits).toMatchObject(before.map(() => mined));
});

test('what its service signs too late to be in a block in time is not sent, and takes no nonce', async () => {
  const own = await inProcess();
  const ref = await order(60);
  own.state.answer = async (request, by) => {
    await world.passTime(45);
    return honest(request, by);
  };
  await step();
  expect([await relay.versionsOf(ref), await rowOf(own)]).toMatchObject([[], { nonce: 0, rest: null }]);
  await step();
  expect(await status(ref)).toEqual({ state: 'void', cost: 0n });
});

test('a worker that dies between its signature and the row leaves no gap: the next one asks again', async () => {
  const own = await inProcess();
  const { db, sql: dying } = connect(world.database.url, 1);
  const nonces: unknown[] = [];
  own.state.answer = async (request, by) => {
    nonces.push(Object(JSON.parse(request.body)).transaction.nonce);
    await dying.end({ timeout: 0 });
    return honest(request, by);
  };
  const ref = await order();
  await expect(relayNow({ ...world.system(), db }, 'local')).rejects.toThrow();
  expect([await rowOf(own), await status(ref)]).toMatchObject([{ nonce: 0 }, { state: 'waiting' }]);
  await expect.poll(() => goOn(ref), waits).toMatchObject(mined);
  expect(nonces).toEqual([0, 0]);
});

test('one that gives no answer is left alone after a few questions', async () => {
  const own = await inProcess();
  own.state.answer = async () => ({ status: 500, headers: {}, body: '' });
  const before = own.receiver.received.length;
  await order();
  for (let time = 0; time < breaker.opensAfter + 3; time++) {
    await world.database.sql`update relay_accounts set rest_code = null, rests_until = null where id = ${own.id}`;
    await step();
  }
  expect(own.receiver.received).toHaveLength(before + breaker.opensAfter);
  await stopAccount(world.system(), own.address);
});
