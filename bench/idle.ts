// What portal and worker of the demo use while nothing happens, beside a Node process that only waits.
// Alone: node scripts/run.js bench/idle.ts.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import postgres from 'postgres';
import { launchPortal } from '@/e2e/support/portal';
import { noteTarget } from './targets';

const targetShare = 0.01;
/** What a start leaves behind is done by then; then the measurement. */
const settleMs = 60_000;
const measureMs = 60_000;

type Share = { portal: number; worker: number; database: number; chain: number; yardstick: number };
export type IdleFigures = { shares: Share; statementsPerSecond: number };

/** Processes of the product, by their data folder, which each of them has from its start. */
function processesOf(dataDir: string): { pid: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        if (!readFileSync(`/proc/${name}/environ`, 'utf8').includes(`DATA_DIR=${dataDir}\0`)) return [];
        return [{ pid: Number(name), command: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
      } catch {
        return [];
      }
    });
}

/** Seconds of the processor that a process has used, those of its children that ended included. */
function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return ticks / 100;
}

function pidsUnder(root: number): number[] {
  const children = readFileSync(`/proc/${root}/task/${root}/children`, 'utf8').trim().split(' ').filter(Boolean);
  return [root, ...children.flatMap((pid) => pidsUnder(Number(pid)))];
}

const sum = (pids: readonly number[]) => pids.reduce((total, pid) => total + cpuSeconds(pid), 0);

type Meter = { name: keyof Share; pids: number[] };

function metersOf(dataDir: string, databasePid: number, yardstick: number): Meter[] {
  const all = processesOf(dataDir);
  const like = (pattern: RegExp) => all.filter(({ command }) => pattern.test(command)).map(({ pid }) => pid);
  return [
    { name: 'portal', pids: like(/next-server|next\/dist\/bin\/next/) },
    { name: 'worker', pids: like(/worker\.ts/) },
    { name: 'database', pids: pidsUnder(databasePid) },
    { name: 'chain', pids: like(/anvil/) },
    { name: 'yardstick', pids: [yardstick] },
  ];
}

export async function benchIdle(): Promise<IdleFigures> {
  const portal = await launchPortal('bench-idle', { DEMO_RELAY_ACCOUNTS: '2', RPC_URL_LOCAL: '' });
  const beside = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  try {
    const { databaseUrl } = JSON.parse(readFileSync(portal.demoFile, 'utf8'));
    const dataDir = path.dirname(portal.demoFile);
    const databasePid = Number(readFileSync(path.join(dataDir, 'pg', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
    const sql = postgres(databaseUrl, { max: 1 });
    await pause(settleMs);
    const meters = metersOf(dataDir, databasePid, beside.pid ?? 0);
    const count = async () =>
      Number((await sql`select xact_commit from pg_stat_database where datname = current_database()`)[0]?.xact_commit);
    const [before, commits] = [meters.map(({ pids }) => sum(pids)), await count()];
    await pause(measureMs);
    const seconds = measureMs / 1000;
    const used = meters.map(({ name, pids }, index) => [name, (sum(pids) - (before[index] ?? 0)) / seconds] as const);
    const statementsPerSecond = ((await count()) - commits) / seconds;
    await sql.end();
    const shares = { portal: 0, worker: 0, database: 0, chain: 0, yardstick: 0, ...Object.fromEntries(used) };
    return { shares, statementsPerSecond };
  } finally {
    beside.kill();
    await portal.stop();
  }
}

export function printIdle({ shares, statementsPerSecond }: IdleFigures): void {
  const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
  console.log('\nidle demo, share of a core');
  for (const [name, share] of Object.entries(shares)) console.log(`  ${name.padEnd(36)}${percent(share).padStart(10)}`);
  console.log(`  ${'transactions a second'.padEnd(36)}${statementsPerSecond.toFixed(1).padStart(10)}`);
  const together = shares.portal + shares.worker;
  noteTarget({
    what: 'idle: portal and worker of the demo',
    figure: `${percent(together)} of a core, beside ${percent(shares.yardstick)} of an empty process`,
    target: `at most ${percent(targetShare)}`,
    met: together <= targetShare,
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  printIdle(await benchIdle());
  process.exit();
}
