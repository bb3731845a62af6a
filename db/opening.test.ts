import net from 'node:net';
import { eq, sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { type Connection, connect, type Tx } from './client';
import { merchants } from './schema';
import { testDatabase } from './testing/database';

const database = testDatabase();
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** One line through a proxy that hears each packet of the client, and may put other words in it. */
async function heardLine(change = (packet: Buffer) => packet): Promise<Connection & { packets: string[] }> {
  const packets: string[] = [];
  const target = new URL(database.url);
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(target.port), target.hostname);
    upstream.on('error', () => {}).pipe(client.on('error', () => {}));
    client.on('close', () => upstream.destroy());
    client.on('data', (packet) => {
      packets.push(packet.toString('latin1'));
      upstream.write(change(packet));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => server.close());
  const url = new URL(database.url);
  url.port = String(Object(server.address()).port);
  const connection = connect(url.href, 1);
  ends.push(connection.close);
  return { ...connection, packets };
}

const merchant = (id: string) => ({ id, name: id, testMode: true });
const known = async () => (await database.sql`select id from merchants order by id`).map(({ id }) => id);
const nothing = eq(merchants.id, 'none');

test('what a transaction reads first travels with its BEGIN, and what it writes only once the server has begun', async () => {
  const { db, packets } = await heardLine();
  await db.select().from(merchants).where(nothing);
  packets.splice(0);
  await db.transaction(async (tx) => {
    await Promise.all([tx.select().from(merchants), tx.insert(merchants).values(merchant('mer_a'))]);
  });
  const [first, ...later] = packets;
  expect(first).toMatch(/begin.*select .* from "merchants"/s);
  expect(first).not.toContain('insert');
  expect(later.join()).toMatch(/insert into "merchants".*commit/s);
  expect(await known()).toEqual(['mer_a']);
});

test('where BEGIN fails on a line that goes on, nothing of the transaction is written, and the line serves others', async () => {
  const spoil = (packet: Buffer) => Buffer.from(packet.toString('latin1').replace('begin ', 'bogus '), 'latin1');
  const { db } = await heardLine(spoil);
  const work = db.transaction(async (tx) => {
    await Promise.all([tx.select().from(merchants), tx.insert(merchants).values(merchant('mer_b'))]);
    await tx.insert(merchants).values(merchant('mer_c'));
  });
  await expect(work).rejects.toMatchObject({ code: '42601' });
  expect(await db.select().from(merchants).where(nothing)).toEqual([]);
  expect(await known()).not.toContain('mer_b');
  expect(await known()).not.toContain('mer_c');
});

test('work that fails at once takes back what was still waiting for BEGIN', async () => {
  const { db } = await heardLine();
  const work = db.transaction(async (tx) => {
    void tx.insert(merchants).values(merchant('mer_d')).execute();
    throw new Error('at once');
  });
  await expect(work).rejects.toThrow('at once');
  expect(await db.select().from(merchants).where(eq(merchants.id, 'mer_d'))).toEqual([]);
});

test('a savepoint is set once the transaction is begun, also where it comes first', async () => {
  const { db, packets } = await heardLine();
  await db.select().from(merchants).where(nothing);
  packets.splice(0);
  await db.transaction(async (tx) => {
    const inner = tx.transaction(async (point) => {
      await point.insert(merchants).values(merchant('mer_e'));
      throw new Error('only this part');
    });
    await expect(inner).rejects.toThrow('only this part');
    await tx.insert(merchants).values(merchant('mer_f'));
  });
  const [first] = packets;
  expect(first).toContain('begin');
  expect(first).not.toContain('savepoint');
  expect(await known()).not.toContain('mer_e');
  expect(await known()).toContain('mer_f');
});

test('a verb beside one that failed, or that nobody waited for, is refused at once when COMMIT or ROLLBACK is on its way', async () => {
  const { db } = await heardLine();
  const strays: Promise<unknown>[] = [];
  /** Tries to write again and again, from the moment on in which the work ends. */
  const stray = async (tx: Tx, name: string, ended: Promise<unknown>) => {
    await ended.catch(() => {});
    const turns = Array.from({ length: 20 }, (_, turn) => turn);
    for (const turn of turns) {
      await Promise.allSettled([tx.insert(merchants).values(merchant(`mer_${name}_${turn}`))]);
      await new Promise(setImmediate);
    }
  };
  const failed = db.transaction(async (tx) => {
    const failing = tx.execute(sql`select 1 / 0`);
    const ended = Promise.resolve(failing);
    strays.push(stray(tx, 'failed', ended));
    await ended;
  });
  await expect(failed).rejects.toMatchObject({ cause: { code: '22012' } });
  await db.transaction(async (tx) => {
    const ended = Promise.resolve(tx.insert(merchants).values(merchant('mer_g')));
    await ended;
    strays.push(stray(tx, 'done', new Promise((resolve) => setImmediate(resolve))));
  });
  await Promise.all(strays);
  expect((await known()).filter((id) => /failed|done/.test(id))).toEqual([]);
});
