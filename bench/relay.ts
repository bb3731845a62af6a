// Relayed claims a second with four accounts, and from acceptance to the node that takes them, with a real worker process
// and a local chain, beside a bare loop that signs and sends the same batches. Alone: node scripts/run.js bench/relay.ts
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { relayedClaims } from '@/db/schema';
import { maxClaims } from '@/lib/relay/batches/build-batch';
import { bareBatches } from './relay-bare';
import { openRelayLine, type RelayLine } from './relay-line';
import { type Spread, spreadOf } from './spread';

const backlog = 1_000;
const trickle = { count: 60, everyMs: 250 };
/** The first claim of a batch waits for others for a block's time, which is a second on the local chain. */
const windowMs = 1_000;
const targets = { perSecond: 50, broadcastP95: 500 + windowMs };

export type RelayFigures = { perSecond: number; barePerSecond: number; broadcast: Spread; readMs: Spread };

async function startWorker(): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ['--import', './scripts/resolve-alias.js', 'worker.ts'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(worker, 'message');
  return worker;
}

async function until(isDone: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 300_000;
  while (!(await isDone())) {
    if (Date.now() > end) throw new Error('The claims were not sent within five minutes');
    await pause(50);
  }
}

/** From the first batch on until all of a backlog is in blocks. */
async function measureBacklog(line: RelayLine): Promise<number> {
  for (let made = 0; made < backlog; made += 20) {
    await Promise.all(Array.from({ length: 20 }, () => line.newPayout()));
  }
  const before = await line.vaultBalance();
  const worker = await startWorker();
  await until(async () => (await line.db.$count(relayedClaims)) > 0);
  const started = performance.now();
  await until(async () => before - (await line.vaultBalance()) >= BigInt(backlog) * line.gross);
  const seconds = (performance.now() - started) / 1_000;
  worker.kill('SIGTERM');
  await once(worker, 'exit');
  return backlog / seconds;
}

/** From the row that accepts a claim to the answer of the node that takes it. */
async function measureBroadcast(line: RelayLine): Promise<Spread> {
  const worker = await startWorker();
  const since = new Date();
  for (let made = 0; made < trickle.count; made++) {
    await line.newPayout();
    await pause(trickle.everyMs);
  }
  await until(async () => (await line.broadcastTimes(since)).length >= trickle.count);
  worker.kill('SIGTERM');
  await once(worker, 'exit');
  return spreadOf(await line.broadcastTimes(since));
}

async function measureReads(line: RelayLine): Promise<Spread> {
  const times: number[] = [];
  for (let round = 0; round < 100; round++) {
    const started = performance.now();
    await line.vaultBalance();
    times.push(performance.now() - started);
  }
  return spreadOf(times);
}

export async function benchRelay(): Promise<RelayFigures> {
  const line = await openRelayLine(4);
  try {
    const perSecond = await measureBacklog(line);
    const broadcast = await measureBroadcast(line);
    const barePerSecond = await bareBatches(line, backlog / maxClaims, maxClaims);
    return { perSecond, barePerSecond, broadcast, readMs: await measureReads(line) };
  } finally {
    await line.close();
  }
}

export function printRelay({ perSecond, barePerSecond, broadcast, readMs }: RelayFigures): void {
  const met = (isMet: boolean) => (isMet ? 'met' : 'MISSED');
  const cell = (value: number, digits = 0) => value.toFixed(digits).padStart(10);
  console.log(`\n${'relayed claims, four accounts, a second'.padEnd(52)}`);
  console.log(
    `${`  backlog of ${backlog}`.padEnd(52)}${cell(perSecond)}  at least ${targets.perSecond}: ${met(perSecond >= targets.perSecond)}`,
  );
  console.log(`${'  bare loop that signs and sends the same batches'.padEnd(52)}${cell(barePerSecond)}`);
  console.log(`${'accepted to taken by a node, ms'.padEnd(52)}${'p50'.padStart(10)}${'p95'.padStart(10)}`);
  const { p50, p95 } = broadcast;
  console.log(
    `${`  ${1_000 / trickle.everyMs} a second, with the window of ${windowMs}`.padEnd(52)}${cell(p50)}${cell(p95)}  p95 of at most ${targets.broadcastP95}: ${met(p95 <= targets.broadcastP95)}`,
  );
  console.log(`${'  one read of the chain, for scale'.padEnd(52)}${cell(readMs.p50, 1)}${cell(readMs.p95, 1)}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) printRelay(await benchRelay());
