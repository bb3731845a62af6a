// What one drained delivery costs: in statements, as PostgreSQL counts them, and in CPU of the worker, by what it was spent on.
// Alone: node scripts/run.js bench/delivery-profile.ts
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import postgres from 'postgres';
import { cpuOf, cpuOfPostgres } from './cpu';
import { pileUp, stopWorker, withLine } from './webhook-line';

const backlog = Number(process.env.BENCH_BACKLOG || 20_000);
/** Before these are in, the worker starts and statements are prepared. */
const warmUp = backlog / 5;
const shownStatements = 14;
const shownPlaces = 22;

type Statement = { query: string; calls: number; ms: number; rows: number };
type Profile = { nodes: Node[]; samples: number[]; timeDeltas: number[] };
type Node = { id: number; callFrame: { functionName: string; url: string; lineNumber: number } };

export type DeliveryProfile = {
  perSecond: number;
  /** All per 1,000 deliveries: milliseconds of the processor, or of PostgreSQL. */
  workerMs: number;
  /** PostgreSQL with all that it does beside statements. */
  databaseMs: number;
  statementMs: number;
  statements: Statement[];
  places: { place: string; ms: number }[];
};

/** Where a sample was taken: a package, a folder of ours, or a part of Node. */
function placeOf({ callFrame: { functionName, url, lineNumber } }: Node): string {
  const parts = url.split('/node_modules/');
  if (parts.length > 1) return parts.at(-1)?.split('/').slice(0, 1).join('/') ?? url;
  if (url.startsWith('node:')) return url.split('/').slice(0, 2).join('/');
  const own = /\/((?:lib|db|worker)[^?]*)$/.exec(url)?.[1];
  return own ? `${own}:${lineNumber + 1} ${functionName}` : functionName;
}

/** Milliseconds of a profile of `--cpu-prof`, by where they were spent. */
export function placesOf(file: string): Map<string, number> {
  const profile: Profile = JSON.parse(readFileSync(file, 'utf8'));
  const places = new Map(profile.nodes.map((node) => [node.id, placeOf(node)]));
  const spent = new Map<string, number>();
  profile.samples.forEach((id, index) => {
    const place = places.get(id) ?? '';
    spent.set(place, (spent.get(place) ?? 0) + (profile.timeDeltas[index] ?? 0) / 1000);
  });
  return spent;
}

/** Of the roles of a server that was started in a directory. */
export function readPasswords(directory: string): Record<string, string> {
  return JSON.parse(readFileSync(path.join(directory, 'passwords.json'), 'utf8'));
}

export async function profileDelivery(): Promise<DeliveryProfile> {
  const settings = { shared_preload_libraries: 'pg_stat_statements', 'pg_stat_statements.track': 'all' };
  return withLine(async (line) => {
    const { sink, directory, server } = line;
    const { port } = new URL(server.ownerUrl);
    const admin = postgres(`postgres://postgres:${readPasswords(directory).postgres}@127.0.0.1:${port}/drawbridge`, {
      max: 1,
    });
    try {
      await admin`create extension pg_stat_statements`;
      await pileUp(line, 'payout.completed', backlog);
      await admin`vacuum analyze`;
      await admin`select pg_stat_statements_reset()`;
      const worker = await line.startWorker(['--cpu-prof', `--cpu-prof-dir=${path.join(directory, 'profile')}`]);
      const used = () => ({ worker: cpuOf(worker.pid), database: cpuOfPostgres(path.join(directory, 'data')) });
      await sink.reached(warmUp);
      const [started, before] = [performance.now(), used()];
      await sink.reached(backlog);
      const measured = backlog - warmUp;
      const [perSecond, after] = [(measured * 1000) / (performance.now() - started), used()];
      await stopWorker(worker);
      const statements = await admin<Statement[]>`
        select regexp_replace(query, '[[:space:]]+', ' ', 'g') as query, calls::float8 as calls, rows::float8 as rows,
          total_exec_time + total_plan_time as ms
        from pg_stat_statements where toplevel order by total_exec_time desc`;
      const [file = ''] = readdirSync(path.join(directory, 'profile'));
      const spent = placesOf(path.join(directory, 'profile', file));
      const idle = new Set(['(idle)']);
      const per = (ms: number) => (ms * 1000) / backlog;
      const places = [...spent].map(([place, ms]) => ({ place, ms: per(ms) })).sort((a, b) => b.ms - a.ms);
      const spentOn = (who: 'worker' | 'database') => ((after[who] - before[who]) * 1e6) / measured;
      return {
        ...{ perSecond, workerMs: spentOn('worker'), databaseMs: spentOn('database') },
        statementMs: per(statements.reduce((sum, { ms }) => sum + ms, 0)),
        statements: statements.map((one) => ({ ...one, ms: per(one.ms) })),
        places: places.filter(({ place }) => !idle.has(place)),
      };
    } finally {
      await admin.end();
    }
  }, settings);
}

export function printDeliveryProfile(profile: DeliveryProfile): void {
  const { perSecond, workerMs, databaseMs, statementMs, statements, places } = profile;
  const cell = (value: number, digits = 1) => value.toFixed(digits).padStart(10);
  console.log(`\na backlog of ${backlog}: ${perSecond.toFixed(0)} a second; per 1,000 deliveries:`);
  console.log(
    `${cell(workerMs)} ms of the worker, ${cell(databaseMs)} ms of PostgreSQL, ${cell(statementMs)} ms by the clock in statements`,
  );
  console.log(`${'calls'.padStart(8)}${'rows'.padStart(10)}${'ms/1,000'.padStart(10)}  statement`);
  for (const { query, calls, rows, ms } of statements.slice(0, shownStatements)) {
    console.log(`${String(calls).padStart(8)}${String(rows).padStart(10)}${cell(ms)}  ${query.slice(0, 110)}`);
  }
  console.log(`${'ms/1,000'.padStart(10)}  where the worker spent it`);
  for (const { place, ms } of places.slice(0, shownPlaces)) console.log(`${cell(ms)}  ${place}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) printDeliveryProfile(await profileDelivery());
