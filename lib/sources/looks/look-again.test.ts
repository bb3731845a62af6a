import { afterAll, expect, test } from 'vitest';
import { runJobs } from '@/lib/jobs/runner';
import { addSeconds } from '@/lib/kernel/clock';
import { frailNode } from '@/lib/payouts/testing/frail-node';
import { gateway } from '@/lib/payouts/testing/gateway';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { leaseMessages } from '@/lib/sources/message-store';
import { messageJob } from './jobs';

const nodes: Awaited<ReturnType<typeof frailNode>>[] = [];
const world = testWorld({
  nodeFor: async (rpcUrl) => {
    const node = await frailNode(rpcUrl);
    nodes.push(node);
    return node.url;
  },
});
const { claimed, hear, look, kept, outcomes, stateOf } = gateway(world);
const unknownHash = `0x${'ab'.repeat(32)}`;

afterAll(() => Promise.all(nodes.map((node) => node.close())));

test('a hash that no node knows is not kept; it is looked for again for ten minutes, then no more', async () => {
  const { payout } = await claimed();
  const before = await stateOf(payout.id);
  await hear({ payout_id: payout.id, hash: unknownHash });
  await look();
  expect(await outcomes()).toEqual([null]);
  await look();
  await world.passTime(601);
  await look();
  expect(await outcomes()).toEqual(['looked']);
  expect(await stateOf(payout.id)).toEqual(before);
});

test('a claim that shows up only after the message is found when it is looked for again', async () => {
  const { payout, transfer } = await claimed();
  const node = nodes[0];
  const hash = await world.send('customer', transfer);
  node?.hide(hash);
  await hear({ payout_id: payout.id, hash });
  await look();
  expect((await view(world, payout.id)).status).toBe('pending');
  node?.hide(null);
  await world.passTime(10);
  await look();
  expect(await outcomes()).toEqual(['followed']);
  expect((await view(world, payout.id)).status).toBe('processing');
  await world.settle();
});

test('a chain that does not answer leaves the message for later and holds no other back', async () => {
  const { payout, transfer } = await claimed();
  const hash = await world.send('customer', transfer);
  const node = nodes[0];
  await hear({ payout_id: payout.id, hash });
  await hear({ payout_id: 'nothing of ours' });
  node?.fail(true);
  await look();
  expect(await outcomes()).toEqual([null, 'nothing_of_ours']);
  const [waiting] = await kept();
  expect(waiting?.lookedAt).toBeNull();
  node?.fail(false);
  await look();
  expect(await outcomes()).toEqual([null, 'nothing_of_ours']);
  await world.passTime(10);
  await look();
  expect(await outcomes()).toEqual(['followed', 'nothing_of_ours']);
  expect((await view(world, payout.id)).status).toBe('processing');
  await world.settle();
});

test('while a chain is down, messages wait longer and longer, up to ten minutes', async () => {
  const { payout } = await claimed();
  await hear({ payout_id: payout.id, hash: unknownHash });
  nodes[0]?.fail(true);
  const waits: number[] = [];
  for (const seconds of [0, 5, 60, 3600, 7200]) {
    await world.passTime(seconds);
    const now = world.system().clock.now();
    await look();
    const [row] = await kept();
    waits.push(Math.round(((row?.nextLookAt.getTime() ?? 0) - now.getTime()) / 1000));
  }
  nodes[0]?.fail(false);
  expect(waits[0]).toBeGreaterThanOrEqual(5);
  expect(waits).toEqual([...waits].sort((one, other) => one - other));
  expect(waits.slice(-2)).toEqual([600, 600]);
});

test('workers share the messages: each is looked at by one of them', async () => {
  const { payout } = await claimed();
  for (let told = 0; told < 30; told++) await hear({ payout_id: payout.id });
  const more = await Promise.all([look(), look(), look()]);
  // Twenty are one worker's share, and then there may be more: two of them would have looked at some message twice.
  expect(more.filter(Boolean).length).toBeLessThanOrEqual(1);
  expect(new Set(await outcomes())).toEqual(new Set(['looked']));
});

test('a message that a worker took and died with is looked at by another one when its time is over', async () => {
  const { payout } = await claimed();
  await hear({ payout_id: payout.id });
  const now = world.system().clock.now();
  await leaseMessages(world.database.db, { now, until: addSeconds(now, 60), limit: 1 });
  await look();
  expect(await outcomes()).toEqual([null]);
  await world.passTime(61);
  await look();
  expect(await outcomes()).toEqual(['looked']);
});

test('a message that is received wakes a worker at once', async () => {
  const { payout } = await claimed();
  const stopping = new AbortController();
  const job = { ...messageJob, everyMs: 3_600_000 };
  const running = runJobs({
    jobs: [job],
    connection: world.database,
    contextOf: world.system,
    signal: stopping.signal,
  });
  const looked = () => expect.poll(outcomes).not.toContain(null);
  // The first may be found as the worker begins; only a word leads it to the second within this hour.
  await hear({ payout_id: payout.id });
  await looked();
  await hear({ payout_id: payout.id });
  await looked();
  stopping.abort();
  await running;
});
