// What one create through HTTP costs, without the framework: CPU of the portal by what it was spent on, and statements as
// PostgreSQL counts them. Alone: node scripts/run.js bench/create-profile.ts
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import postgres from 'postgres';
import { createApiKey } from '@/lib/access/api-keys';
import { cpuOfPostgres } from './cpu';
import { placesOf, readPasswords } from './delivery-profile';
import { giveTerms } from './merchant';
import { type Line, withLine } from './webhook-line';

const atOnce = 8;
const creates = Number(process.env.BENCH_CREATES || 4_000);
const warmUp = creates / 4;
const shownStatements = 20;
const shownPlaces = 40;

type Statement = { query: string; calls: number; us: number; least: number; planUs: number };
export type CreateProfile = {
  /** All of one create, in microseconds of the processor. */
  portalUs: number;
  databaseUs: number;
  perSecond: number;
  statements: Statement[];
  places: { place: string; us: number }[];
};

async function create(agent: http.Agent, port: number, apiKey: string, number: number): Promise<void> {
  const body = JSON.stringify({
    ...{
      amount: '25.00',
      asset: 'USDT',
      chain: 'local',
      recipient: { type: 'anyone' },
      reference: `profile-${number}`,
    },
  });
  const headers = {
    authorization: `Bearer ${apiKey}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const facts = { host: '127.0.0.1', port, path: '/api/v1/payouts', method: 'POST', agent, headers };
  const request = http.request(facts, (answer) => {
    answer.resume().on('end', () => {
      if (answer.statusCode === 201) resolve();
      else reject(new Error(`A create was answered with ${answer.statusCode}`));
    });
  });
  request.on('error', reject).end(body);
  return promise;
}

async function makeKey({ db, merchantId }: Line): Promise<string> {
  await giveTerms(db, merchantId);
  const given = { merchantId, name: 'profile', scopes: ['payouts:write'] as const, requestsPerMinute: 1_000_000 };
  return (await createApiKey(db, { ...given, now: new Date() })).key;
}

export async function profileCreate(): Promise<CreateProfile> {
  const settings = { shared_preload_libraries: 'pg_stat_statements', 'pg_stat_statements.track_planning': 'on' };
  return withLine(async (line) => {
    const { directory, server } = line;
    const apiKey = await makeKey(line);
    const { port: databasePort } = new URL(server.ownerUrl);
    const password = readPasswords(directory).postgres;
    const admin = postgres(`postgres://postgres:${password}@127.0.0.1:${databasePort}/drawbridge`, { max: 1 });
    await admin`create extension pg_stat_statements`;
    const folder = path.join(directory, 'profile');
    const execArgv = [...process.execArgv, '--cpu-prof', `--cpu-prof-dir=${folder}`];
    const options = { execArgv, env: { ...process.env, NODE_ENV: 'production' as const } };
    const door = fork(fileURLToPath(new URL('./create-door.ts', import.meta.url)), [], options);
    const [port] = await once(door, 'message');
    const agent = new http.Agent({ keepAlive: true });
    const used = async () => {
      door.send('cpu');
      const [{ user, system }] = await once(door, 'message');
      return { portal: user + system, database: cpuOfPostgres(path.join(directory, 'data')) * 1e6 };
    };
    let made = 0;
    const lane = async (until: number) => {
      while (made < until) await create(agent, Number(port), apiKey, made++);
    };
    const flood = (until: number) => Promise.all(Array.from({ length: atOnce }, () => lane(until)));
    try {
      await flood(warmUp);
      await admin`vacuum analyze`;
      await admin`select pg_stat_statements_reset()`;
      const [before, started] = [await used(), performance.now()];
      await flood(creates);
      const [after, seconds, measured] = [await used(), (performance.now() - started) / 1000, creates - warmUp];
      const statements = await admin<Statement[]>`
        select regexp_replace(query, '[[:space:]]+', ' ', 'g') as query, calls::float8 / ${measured} as calls,
          total_exec_time * 1000 / ${measured} as us, min_exec_time * 1000 as least, total_plan_time * 1000 / ${measured} as "planUs"
        from pg_stat_statements where toplevel and calls > 2 order by total_exec_time desc`;
      door.disconnect();
      await once(door, 'exit');
      const [file = ''] = readdirSync(folder);
      const places = [...placesOf(path.join(folder, file))]
        .filter(([place]) => place !== '(idle)')
        .map(([place, ms]) => ({ place, us: (ms * 1000) / creates }))
        .sort((a, b) => b.us - a.us);
      const each = (who: 'portal' | 'database') => (after[who] - before[who]) / measured;
      return {
        portalUs: each('portal'),
        databaseUs: each('database'),
        perSecond: measured / seconds,
        statements,
        places,
      };
    } finally {
      agent.destroy();
      await admin.end();
    }
  }, settings);
}

export function printCreateProfile({ portalUs, databaseUs, perSecond, statements, places }: CreateProfile): void {
  const cell = (value: number, digits = 0) => value.toFixed(digits).padStart(9);
  console.log(`\none create, ${atOnce} at once, ${perSecond.toFixed(0)} a second; microseconds of the processor`);
  console.log(`${cell(portalUs)} portal without the framework, ${cell(databaseUs)} PostgreSQL`);
  console.log(`    calls     mean    least     plan  statement (by the clock)`);
  for (const { query, calls, us, least, planUs } of statements.slice(0, shownStatements)) {
    console.log(`${cell(calls, 2)}${cell(us)}${cell(least)}${cell(planUs)}  ${query.slice(0, 120)}`);
  }
  console.log('       us  where the portal spent it, its start included');
  for (const { place, us } of places.slice(0, shownPlaces)) console.log(`${cell(us)}  ${place}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  printCreateProfile(await profileCreate());
  process.exit();
}
