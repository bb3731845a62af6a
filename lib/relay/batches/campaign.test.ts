import { setTimeout as pause } from 'node:timers/promises';
import { encodeFunctionData, getAddress, pad, toHex } from 'viem';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { relaySends } from '@/db/schema';
import { byDepth } from '@/db/testing/depth';
import { demoAccount } from '@/demo/accounts';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { drawbridgeAddress, testUsdtAddress } from '@/lib/chains/deployments';
import { killed, type WorkerProcesses, workerProcesses } from '@/lib/jobs/testing/worker-process';
import { testWorld } from '@/lib/payouts/testing/world';
import { startPace } from '@/lib/relay/testing/block-pace';
import { faultyNode } from '@/lib/relay/testing/faulty-node';
import { testRelay } from '@/lib/relay/testing/relay';
import { maxClaims } from './build-batch';

const size = byDepth({
  quick: { claims: 80, kills: 2, holders: 10, lifeMs: 1_000, blockMs: 300, timeoutMs: 120_000 },
  deep: { claims: 10_000, kills: 20, holders: 100, lifeMs: 15_000, blockMs: 1_000, timeoutMs: 3_000_000 },
});
const accounts = 3;
const faultRate = 0.1;
const maxWaitSeconds = 60;
const maxGas = 30_000;

const node: { faulty?: Awaited<ReturnType<typeof faultyNode>> } = {};
const world = testWorld({
  nodeFor: async (rpcUrl) => {
    node.faulty = await faultyNode(rpcUrl);
    return node.faulty.url;
  },
});
const relay = testRelay(world);
let workers: WorkerProcesses;
beforeAll(async () => {
  workers = await workerProcesses('lib/relay/testing/worker.ts');
  for (let index = 0; index < accounts; index++) await relay.add('1000');
});
afterAll(async () => {
  await workers.close();
  await node.faulty?.close();
});

const holder = (index: number) => getAddress(pad(toHex(0xbeef_0000 + (index % size.holders)), { size: 20 }));

/** Who is paid holds the token before, and so does who gets the fees. */
async function giveToken(): Promise<void> {
  const holders = Array.from({ length: size.holders }, (_, index) => holder(index));
  for (const to of [...holders, demoAccount('feeCollector').address]) {
    const data = encodeFunctionData({ abi: testUsdtAbi, functionName: 'mint', args: [to, 1n] });
    await world.send('faucet', { to: testUsdtAddress, data });
  }
  await world.settle();
}

async function makePayouts(): Promise<void> {
  const atOnce = 20;
  for (let first = 0; first < size.claims; first += atOnce) {
    const count = Math.min(atOnce, size.claims - first);
    const made = Array.from({ length: count }, (_, index) =>
      world.newPayout({
        ...{ amount: '1.00', delivery: 'send', recipient: { type: 'wallet', address: holder(first + index) } },
      }),
    );
    await Promise.all(made);
  }
}

const completed = async (): Promise<number> => {
  const [row] = await world.database.sql`select count(*)::int as n from payouts where status = 'completed'`;
  return row?.n;
};

const countSends = () => world.database.db.$count(relaySends);

/** Seconds for which the nonce has waited that waits longest. */
async function longestWait(): Promise<number> {
  const [row] = await world.database.sql`select coalesce(max(extract(epoch from now() - v.created_at)), 0)::float8 as s
    from relay_sends s join relay_versions v on v.send_id = s.id and v.number = 0 where s.status in ('signed', 'sent')`;
  return row?.s;
}

/** Kills worker after worker at a random moment of its life, then lets one live. */
async function killWorkers(env: Record<string, string>): Promise<void> {
  for (let kill = 0; kill < size.kills; kill++) {
    const worker = await workers.start(env);
    await pause(size.lifeMs * (0.3 + Math.random()));
    await killed(worker);
  }
  await workers.start(env);
}

/** The chain's own logs: each payout's id is there once, and the vault gave what they come to. */
async function expectPaidOnce(from: bigint, before: bigint): Promise<void> {
  const wanted = {
    address: drawbridgeAddress,
    abi: drawbridgeAbi,
    eventName: 'PayoutClaimed',
    fromBlock: from,
  } as const;
  const logs = await world.client().getContractEvents(wanted);
  const ids = logs.map(({ args }) => args.payoutId);
  expect(ids).toHaveLength(size.claims);
  expect(new Set(ids).size).toBe(size.claims);
  expect(before - (await world.vaultBalance())).toBe(BigInt(size.claims) * 1_000_000n);
  const twice = await world.database.sql`select payout_id from relayed_claims where status = 'paid'
    group by payout_id having count(*) > 1`;
  expect(twice).toHaveLength(0);
}

/** What a claim used in sends that were full and whose claims were all paid. */
async function gasOfFullBatches(): Promise<{ each: number; batches: number }> {
  const [row] = await world.database
    .sql`select coalesce(avg(gas_used / ${maxClaims}), 0)::float8 as each, count(*)::int as batches
    from (select s.gas_used from relay_sends s join relayed_claims r on r.send_id = s.id and r.status = 'paid'
      group by s.id having count(*) = ${maxClaims}) full_batches`;
  return { each: row?.each, batches: row?.batches };
}

async function sendFacts() {
  const [row] = await world.database.sql`select count(distinct s.id)::int as sends, count(v.number)::int as forms,
    count(v.number) filter (where v.number > 0)::int as repriced, max(v.number) as most_forms,
    count(distinct s.id) filter (where s.status in ('filled', 'lapsed', 'foreign'))::int as void
    from relay_sends s left join relay_versions v on v.send_id = s.id`;
  return row;
}

/** A claim that the node said nothing about is put off for half a minute, which teaches nothing here. */
const endWaits = byDepth({
  quick: async () => {
    await world.database.sql`update relayed_claims set not_before = now() where not_before > now()`;
  },
  deep: async () => {},
});

const tell = byDepth({ quick: () => {}, deep: (facts: unknown) => console.info(facts) });

test(`${size.claims} claims, a tenth of all answers wrong, ${size.kills} kills and a base fee times five: each paid once`, {
  timeout: size.timeoutMs,
}, async () => {
  await giveToken();
  await makePayouts();
  const before = await world.vaultBalance();
  const from = await world.client().getBlockNumber();
  node.faulty?.fail(faultRate);
  const pace = startPace(world, 2n, size.blockMs);
  const begun = performance.now();
  const killing = killWorkers({
    ...{ DATABASE_URL: world.database.url, SECRETS_KEY: process.env.SECRETS_KEY ?? '', LOG_LEVEL: 'silent' },
    RPC_URL_LOCAL: process.env.RPC_URL_LOCAL ?? '',
  });
  const waits: number[] = [];
  const look = async () => {
    waits.push(await longestWait());
    await endWaits();
    pace.raiseOnce((await countSends()) >= size.claims / maxClaims / 2, 5n);
    return completed();
  };
  await expect.poll(look, { timeout: size.timeoutMs - 60_000, interval: 250 }).toBe(size.claims);
  await killing;
  const seconds = (performance.now() - begun) / 1_000;
  await pace.stop();
  await workers.close();
  node.faulty?.fail(0);
  await expectPaidOnce(from, before);
  const gas = await gasOfFullBatches();
  const facts = {
    seconds,
    longestWait: Math.max(...waits),
    gas,
    ...(await sendFacts()),
    faults: node.faulty?.counts(),
  };
  tell({ ...facts, claimsPerSecond: size.claims / seconds, requests: node.faulty?.requests(), blocks: pace.blocks() });
  expect(facts.longestWait).toBeLessThan(maxWaitSeconds);
  expect(gas.each).toBeLessThanOrEqual(maxGas);
  expect(gas.batches).toBeGreaterThan(0);
});
