import { expect, test } from 'vitest';
import { connect } from '@/db/client';
import { cuttingProxy } from '@/db/testing/cutting-proxy';
import { byDepth } from '@/db/testing/depth';
import type { Context } from '@/lib/access/actor';
import { testWorld } from '@/lib/payouts/testing/world';
import { announceDue } from './announce';
import { releaseDue } from './release-due';
import { tellSides } from './tell-sides';
import { clockWorld } from './testing/clock-world';

const world = testWorld();
const { delivered, expectRightBooks, mailsTo } = clockWorld(world);
const day = 86_400;
/** Start-up, the password's two rounds and the driver's own question: before these no work has begun. */
const messagesToConnect = 7;

/** One day after another of one worker: tells, announces, releases. */
async function work(ctx: Context): Promise<void> {
  await tellSides(ctx);
  await announceDue(ctx);
  await releaseDue(ctx);
}

/** Works over a line that is cut at a message; answers how many messages went over it, and which were commits. */
async function workUntilCut(cutAt: number): Promise<{ sent: number; commits: number[] }> {
  const line = await cuttingProxy(world.database.url, cutAt);
  const { db, sql } = connect(line.url, 1);
  await Promise.race([work({ ...world.system(), db }).catch(() => {}), line.cut]);
  const [sent, commits] = [line.sent(), line.commits()];
  await sql.end({ timeout: 0 });
  await line.close();
  return { sent, commits };
}

/** An order to tell of, one to announce and one that is due. */
async function newOrders(name: string): Promise<void> {
  for (const grace_days of [20, 3, 0]) {
    const contact = `${name}-${grace_days}@example.com`;
    await delivered({
      reference: `${name}-${grace_days}`,
      amount: '2.00',
      grace_days,
      buyer: { id: 'b', contact },
    });
  }
}

/** What the buyers whose time is not over were written in the end. */
async function toldIn(name: string): Promise<string[][]> {
  const told = await Promise.all([20, 3].map((days) => mailsTo(`${name}-${days}@example.com`)));
  return told.map((mails) => mails.map(({ subject }) => subject.replace(/“.*”/, 'X')));
}

test(
  'a worker that dies at any moment tells nobody twice, forgets nobody, and releases once',
  async () => {
    await newOrders('first');
    const { sent, commits } = await workUntilCut(Number.MAX_SAFE_INTEGER);
    const each = Array.from({ length: sent - messagesToConnect + 1 }, (_, index) => messagesToConnect + index);
    const cuts = byDepth({ quick: commits.slice(0, 5).flatMap((commit) => [commit, commit + 1]), deep: each });
    expect(cuts.length).toBeGreaterThan(5);
    for (const cutAt of cuts) {
      const name = `cut-${cutAt}`;
      await newOrders(name);
      await workUntilCut(cutAt);
      await work(world.system());
      expect(await toldIn(name)).toEqual([['Order X was delivered'], ['Order X was delivered']]);
    }
    const rows = await world.database.sql`
      select o.id from orders o left join payouts p on p.order_id = o.id where o.grace_seconds = 0
      group by o.id having count(p.id) <> 1`;
    expect(rows).toEqual([]);
    await world.passTime(2 * day + 60);
    for (let time = 0; time < 2; time++) await work(world.system());
    expect((await toldIn('first'))[1]).toEqual(['Order X was delivered', expect.stringMatching(/1 day left/)]);
    await expectRightBooks();
  },
  byDepth({ quick: 300_000, deep: 1_800_000 }),
);
