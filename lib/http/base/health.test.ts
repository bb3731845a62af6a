import { createServer } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterEach, expect, test, vi } from 'vitest';
import { connect } from '@/db/client';
import { chainCursors, chainTroubles } from '@/db/schema';
import { cuttingProxy } from '@/db/testing/cutting-proxy';
import { systemContext } from '@/lib/access/process-context';
import { testPortal } from '@/lib/http/testing/test-portal';
import { heartbeat } from '@/lib/jobs/heartbeat';
import { addSeconds } from '@/lib/kernel/clock';
import { readHealth } from './health';

const portal = testPortal();
afterEach(() => {
  globalThis.drawbridgeConnection = portal;
});

/** Each look is a minute after the one before, so that none is answered from the last. */
let minute = 0;
const look = () => readHealth(Date.now() + ++minute * 60_000);

const beat = () => heartbeat.run(systemContext('heartbeat'), new AbortController().signal, false);

test('without a worker that was heard of late it is degraded', async () => {
  expect(await look()).toMatchObject({ status: 'degraded', worker: 'silent' });
  await beat();
  expect(await look()).toMatchObject({ status: 'ok', worker: 'running' });
  await portal.sql`update leases set until = now() where name = 'worker'`;
  expect(await look()).toMatchObject({ status: 'degraded', worker: 'silent' });
  await beat();
});

test('a portal without vaults has nothing to be behind on, and without a mail server it says that mails wait', async () => {
  const rates = { state: 'off', missing: [] };
  const well = {
    status: 'ok',
    database: 'up',
    worker: 'running',
    migrations: 'current',
    mail: 'none',
    chains: [],
    rates,
  };
  expect(await look()).toEqual(well);
});

test('a database that answers and takes no writes cannot carry the portal, and does again once it takes them', async () => {
  const failover = connect(portal.url, 1);
  globalThis.drawbridgeConnection = failover;
  await failover.db.execute(sql`set session characteristics as transaction read only`);
  const refusal = { code: 'unavailable', facts: { extra: { database: 'refuses_writes' } } };
  await expect(look()).rejects.toMatchObject(refusal);
  expect(await look()).toMatchObject({ status: 'ok' });
  await failover.close();
});

test('a database whose lines fell silent is down, and up again as soon as they are opened again', async () => {
  const proxy = await cuttingProxy(portal.url);
  const silenced = connect(proxy.url, 1, { silenceMs: 2_500 });
  globalThis.drawbridgeConnection = silenced;
  expect(await look()).toMatchObject({ status: 'ok' });
  proxy.hush();
  await expect(look()).rejects.toMatchObject({ facts: { extra: { database: 'down' } } });
  await vi.waitFor(async () => expect(await look()).toMatchObject({ status: 'ok' }), 10_000);
  await silenced.close();
  await proxy.close();
});

test('a chain that was not read for two minutes makes it degraded, not down', async () => {
  await portal.newMerchant();
  expect(await look()).toMatchObject({
    status: 'degraded',
    chains: [{ chain: 'local', state: 'behind', read_at: null }],
  });
  const updatedAt = new Date(Date.now() + (minute + 1) * 60_000);
  const row = { chain: 'local', number: 1n, finalNumber: 1n, finalTime: updatedAt, updatedAt } as const;
  await portal.db.insert(chainCursors).values(row);
  expect(await look()).toMatchObject({ status: 'ok', chains: [{ chain: 'local', state: 'current', trouble: null }] });
});

test('what keeps a chain from being read is said, until it is read again', async () => {
  const [cursor] = await portal.db.select().from(chainCursors);
  const updatedAt = cursor?.updatedAt ?? expect.unreachable();
  const reason = 'The node of Local chain answers for another network: 1, not 31337. See RPC_URL_LOCAL.';
  await portal.db.insert(chainTroubles).values({ chain: 'local', reason, at: addSeconds(updatedAt, 1) });
  expect(await look()).toMatchObject({ chains: [{ chain: 'local', trouble: reason }] });
  await portal.db.update(chainCursors).set({ updatedAt: addSeconds(updatedAt, 2) });
  expect(await look()).toMatchObject({ chains: [{ chain: 'local', trouble: null }] });
});

test('while a look goes on, who asks again begins no other one, and is answered by it', async () => {
  const other = connect(portal.url, 1);
  const now = Date.now() + ++minute * 60_000;
  const waiting = () =>
    portal.sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await other.db.transaction(async (tx) => {
    await tx.execute(sql`lock table leases in access exclusive mode`);
    await expect(readHealth(now)).rejects.toMatchObject({ facts: { extra: { database: 'down' } } });
    await expect.poll(waiting).toHaveLength(1);
    await expect(readHealth(now + 2_000)).rejects.toMatchObject({ facts: { extra: { database: 'down' } } });
    expect(await waiting()).toHaveLength(1);
  });
  await expect.poll(waiting).toEqual([]);
  expect(await readHealth(now + 4_000)).toMatchObject({ database: 'up' });
  await other.close();
});

test('a database that lacks a migration is told apart from one that is down', async () => {
  await portal.db.execute(sql`update drizzle.__drizzle_migrations set created_at = created_at - 1000000000000`);
  await expect(look()).rejects.toMatchObject({ code: 'unavailable', facts: { extra: { migrations: 'behind' } } });
});

test('a database that refuses connections is down', async () => {
  const gone = connect('postgres://nobody@127.0.0.1:1/none', 1);
  globalThis.drawbridgeConnection = gone;
  await expect(look()).rejects.toMatchObject({ code: 'unavailable', facts: { extra: { database: 'down' } } });
  await gone.close();
});

test('a database that never answers is down after two seconds', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
  const port = Object(silent.address()).port;
  const hung = connect(`postgres://nobody@127.0.0.1:${port}/none`, 1);
  globalThis.drawbridgeConnection = hung;
  await expect(look()).rejects.toMatchObject({ facts: { extra: { database: 'down' } } });
  silent.close();
  void hung.close();
});
