// One process that makes payouts and one worker, beside two and two, on one PostgreSQL: what is made, what it costs, and that no
// webhook is sent twice. Alone: node scripts/run.js bench/processes.ts
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { giveTerms } from './merchant';
import { type Line, stopWorker, withLine } from './webhook-line';

const seconds = 15;
const sizes = [1, 2];

/** Of so many processes of each kind: payouts a second, processor of one, until all are told, and webhooks sent in all. */
type Fleet = { size: number; perSecond: number; cpuMsEach: number; toldMs: number; made: number; attempts: number };
export type ProcessFigures = { fleets: Fleet[]; deadlocks: number };

async function makeIn({ server, merchantId }: Line): Promise<{ made: number; cpuMs: number }> {
  const child = fork(fileURLToPath(new URL('./create-lane.ts', import.meta.url)), [merchantId, String(seconds)], {
    env: { ...process.env, DATABASE_URL: server.appUrl },
  });
  const [told] = await once(child, 'message');
  await once(child, 'exit');
  return { made: Number(Object(told).made), cpuMs: Number(Object(told).cpuMs) };
}

async function countAttempts(db: Database): Promise<number> {
  return (await db.execute<{ n: number }>(sql`select count(*)::int as n from attempts`))[0]?.n ?? 0;
}

async function measure(line: Line, size: number): Promise<Fleet> {
  const [before, attempts] = [line.sink.arrivals.size, await countAttempts(line.db)];
  const workers = await Promise.all(Array.from({ length: size }, () => line.startWorker()));
  const lanes = await Promise.all(Array.from({ length: size }, () => makeIn(line)));
  const ended = performance.now();
  const made = lanes.reduce((sum, lane) => sum + lane.made, 0);
  await line.sink.reached(before + made);
  const toldMs = performance.now() - ended;
  await Promise.all(workers.map(stopWorker));
  const cpuMsEach = lanes.reduce((sum, lane) => sum + lane.cpuMs, 0) / made;
  const sent = (await countAttempts(line.db)) - attempts;
  return { size, perSecond: made / seconds, cpuMsEach, toldMs, made, attempts: sent };
}

export async function benchProcesses(): Promise<ProcessFigures> {
  return withLine(async (line) => {
    await giveTerms(line.db, line.merchantId);
    const fleets: Fleet[] = [];
    for (const size of sizes) fleets.push(await measure(line, size));
    const [row] = await line.db.execute<{ n: number }>(
      sql`select deadlocks::int as n from pg_stat_database where datname = current_database()`,
    );
    return { fleets, deadlocks: row?.n ?? 0 };
  });
}

export function printProcesses({ fleets, deadlocks }: ProcessFigures): void {
  console.log('\nprocesses on one PostgreSQL');
  for (const { size, perSecond, cpuMsEach, toldMs, made, attempts } of fleets) {
    const rate = `${perSecond.toFixed(0)} payouts/s, ${cpuMsEach.toFixed(2)} ms of the processor each`;
    const told = `all ${made} told after ${toldMs.toFixed(0)} ms in ${attempts} webhooks`;
    console.log(`  ${size} + ${size}: ${rate}; ${told}`);
  }
  console.log(`  deadlocks: ${deadlocks}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  printProcesses(await benchProcesses());
  process.exit();
}
