import { queryObjects } from 'node:v8';
import { sql as words } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { type Connection, connect, type Patience } from './client';
import { type CuttingProxy, cuttingProxy } from './testing/cutting-proxy';
import { testDatabase } from './testing/database';

const database = testDatabase();
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

function open(url: string, max: number, patience?: Partial<Patience>): Connection {
  const connection = connect(url, max, patience);
  ends.push(connection.close);
  return connection;
}

/** Lines through a proxy that can stop forwarding. */
async function behindProxy(max: number, patience?: Partial<Patience>): Promise<Connection & { proxy: CuttingProxy }> {
  const proxy = await cuttingProxy(database.url);
  ends.push(proxy.close);
  return { ...open(proxy.url, max, patience), proxy };
}

const one = ({ db }: Connection) => db.execute(words`select 1 as one`);

test('a statement that takes longer than a connection has patience is ended, and the connection goes on', async () => {
  const { sql } = open(database.url, 1, { statementMs: 50 });
  await expect(sql`select pg_sleep(20)`).rejects.toMatchObject({ code: '57014' });
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
});

test('a transaction in which nothing happens lets go of its locks', async () => {
  const { sql } = open(database.url, 1, { idleInTransactionMs: 50 });
  const stuck = sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(99)`;
    // Answered only when the lock is free again.
    await database.sql`select pg_advisory_lock(99), pg_advisory_unlock(99)`;
    await tx`select 1`;
  });
  await expect(stuck).rejects.toThrow();
});

test('a line that stops answering without a word ends in our own time, and the next query has one that works', async () => {
  const connection = await behindProxy(1, { silenceMs: 100 });
  await one(connection);
  connection.proxy.hush();
  await expect(one(connection)).rejects.toMatchObject({ cause: { code: 'CONNECTION_SILENT' } });
  expect(await one(connection)).toEqual([{ one: 1 }]);
});

test('an answer that came while this process itself stood still is an answer', async () => {
  const connection = open(database.url, 1, { silenceMs: 1_500 });
  await one(connection);
  const asked = connection.sql`select 2 as two from pg_sleep(0.5)`.execute();
  const running = words`select 1 from pg_stat_activity where state = 'active' and query like '%from pg_sleep(0.5)'`;
  await expect.poll(() => database.db.execute(running)).toHaveLength(1);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_000);
  expect(await asked).toEqual([{ two: 2 }]);
});

test('with one dead line those end that have heard nothing since, so that nobody waits for each in turn', async () => {
  const connection = await behindProxy(4, { silenceMs: 300 });
  await Promise.all([1, 2, 3, 4].map(() => connection.db.execute(words`select pg_sleep(0.05)`)));
  connection.proxy.hush();
  await expect(one(connection)).rejects.toMatchObject({ cause: { code: 'CONNECTION_SILENT' } });
  expect(await Promise.all([1, 2, 3, 4].map(() => one(connection)))).toHaveLength(4);
});

test('a transaction whose line falls silent is refused, and none of it is said to the line that follows', async () => {
  const connection = await behindProxy(1, { silenceMs: 100 });
  await connection.db.execute(words`create table spoken (word text)`);
  const before = connection.db.transaction(async (tx) => {
    await tx.execute(words`insert into spoken values ('first')`);
    connection.proxy.hush();
    await tx.execute(words`insert into spoken values ('second')`).catch(() => {});
    await one(connection).catch(() => {});
    await tx.execute(words`insert into spoken values ('third')`);
  });
  await expect(before).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
  await connection.db.execute(words`insert into spoken values ('after')`);
  expect(await database.sql`select word from spoken`).toEqual([{ word: 'after' }]);
});

test('a transaction whose line is cut says nothing more to it, not even that it goes back', async () => {
  const connection = open(database.url, 2);
  const victim = connection.db.transaction(async (tx) => {
    const [row] = await tx.execute<{ pid: number }>(words`select pg_backend_pid() as pid`);
    await database.sql`select pg_terminate_backend(${row?.pid ?? 0})`;
    await tx.execute(words`select 1`);
  });
  await expect(victim).rejects.toThrow();
  expect(await one(connection)).toEqual([{ one: 1 }]);
});

test('after the server said that it is read-only, nothing more is asked of that line', async () => {
  const connection = open(database.url, 1);
  await connection.db.execute(words`create table written (word text)`);
  const write = () => connection.db.execute(words`insert into written values ('x')`);
  const turn = () => connection.db.execute(words`set session characteristics as transaction read only`);
  await turn();
  await expect(write()).rejects.toMatchObject({ cause: { code: '25006' } });
  await write();
  await turn();
  await expect(
    connection.db.transaction((tx) => tx.execute(words`insert into written values ('x')`)),
  ).rejects.toThrow();
  await connection.db.transaction((tx) => tx.execute(words`insert into written values ('x')`));
  expect(await database.sql`select word from written`).toHaveLength(2);
});

test('a caller who finds no connection free in time is refused, and the queue goes on without them', async () => {
  const connection = open(database.url, 1, { waitMs: 50 });
  const { promise: release, resolve } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const busy = connection.db.transaction(async (tx) => {
    await tx.execute(words`select 1`);
    begin();
    await release;
  });
  await begun;
  await expect(one(connection)).rejects.toMatchObject({ cause: { code: 'NO_CONNECTION_FREE' } });
  await expect(connection.db.transaction(async () => {})).rejects.toMatchObject({ code: 'NO_CONNECTION_FREE' });
  resolve();
  await busy;
  expect(await one(connection)).toEqual([{ one: 1 }]);
});

test('a database that cannot be reached keeps nobody waiting for their turn', async () => {
  const connection = open('postgres://nobody@127.0.0.1:1/none', 1);
  const asked = await Promise.allSettled(Array.from({ length: 4 }, () => one(connection)));
  expect(new Set(asked.map(({ status }) => status))).toEqual(new Set(['rejected']));
});

test('times and bytes come in the forms that we read, with any setting of the server', async () => {
  const name = new URL(database.url).pathname.slice(1);
  await database.sql.unsafe(`alter database ${name} set datestyle = 'SQL, DMY'`);
  await database.sql.unsafe(`alter database ${name} set timezone = 'Asia/Tehran'`);
  await database.sql.unsafe(`alter database ${name} set bytea_output = 'escape'`);
  const { db } = open(database.url, 1);
  const rows = await db.execute(
    words`select '2026-02-01T10:00:00Z'::timestamptz::text as at, '\\x00ff'::bytea::text as bytes`,
  );
  expect(rows).toEqual([{ at: '2026-02-01 10:00:00+00', bytes: '\\x00ff' }]);
});

test('a word is heard again after the listening line fell silent', async () => {
  const connection = await behindProxy(1, { silenceMs: 100 });
  const heard: string[] = [];
  let times = 0;
  const hooks = {
    onWord: (word: string) => heard.push(word),
    onListening: () => {
      times += 1;
    },
  };
  const ear = connection.listen('talk', hooks, { beatMs: 50, answerMs: 200 });
  expect(await ear.listening()).toBe(true);
  await database.sql`select pg_notify('talk', 'before')`;
  await expect.poll(() => heard).toEqual(['before']);
  connection.proxy.hush();
  await expect.poll(() => times).toBe(2);
  await database.sql`select pg_notify('talk', 'after')`;
  await expect.poll(() => heard).toEqual(['before', 'after']);
});

test('proving a listening line again and again leaves nothing behind', async () => {
  const connection = await behindProxy(1);
  const ear = connection.listen('talk', { onWord: () => {} }, { beatMs: 0, answerMs: 10_000 });
  await ear.listening();
  const promisesAfter = async (messages: number) => {
    await expect.poll(() => connection.proxy.sent()).toBeGreaterThan(messages);
    return Number(queryObjects(Promise, { format: 'count' }));
  };
  const early = await promisesAfter(100);
  expect((await promisesAfter(connection.proxy.sent() + 300)) - early).toBeLessThan(300);
});

test('a connection closes at once though its lines fell silent', async () => {
  const connection = await behindProxy(1);
  await one(connection);
  connection.proxy.hush();
  const asked = performance.now();
  await connection.close();
  expect(performance.now() - asked).toBeLessThan(4_000);
});

test('a statement that is said often is prepared once for a line, and is still good where what it reads was changed', async () => {
  const connection = open(database.url, 1);
  const known = () => connection.db.execute<{ name: string }>(words`select name from merchants where id = ${'mer_0'}`);
  const prepared = words`select count(*)::int as count from pg_prepared_statements where statement like 'select name from merchants%'`;
  for (let time = 0; time < 12; time++) await known();
  expect(await connection.db.execute(prepared)).toEqual([{ count: 1 }]);
  await connection.db.execute(words`create index on merchants (name, id)`);
  expect(await known()).toEqual([]);
});
