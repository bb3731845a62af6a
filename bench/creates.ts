// Creates over HTTP, beside a bare Node server doing the same SQL on the same database in the same run: as many as there can
// be, and how long one takes at 100 a second with a million payouts. Alone: node scripts/run.js bench/creates.ts
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import postgres from 'postgres';
import { growPayouts } from './desk-rows';
import { type Demo, withPortal } from './portal';
import { type Processor, processorEach, readProcessor, wordsOf } from './processor';
import { noteTarget } from './targets';

const atOnce = 16;
const rounds = 3;
const secondsEach = 4;
const warmUp = 200;
const offeredPerSecond = 100;
const offeredSeconds = 20;
const rows = Number(process.env.BENCH_ROWS || 1_000_000);

type Speed = { perSecond: number; processorMs: Processor };
type Delay = { p50: number; p99: number };

type Side = 'bare' | 'same' | 'portal';
export type CreateFigures = { speed: Record<Side, Speed>; offered: Record<Side, Delay> };

type Place = { url: URL; apiKey: string; name: Side };
type Lane = Place & { agent: http.Agent };

function post({ url, agent, apiKey, name }: Lane, reference: string): Promise<void> {
  const body = JSON.stringify({
    ...{ amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' }, reference },
  });
  const headers = {
    authorization: `Bearer ${apiKey}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().on('end', () => {
        if (answer.statusCode === 201) resolve();
        else reject(new Error(`${name} answered ${answer.statusCode}`));
      });
    });
    request.on('error', reject).end(body);
  });
}

async function withLane<T>(place: Place, work: (lane: Lane) => Promise<T>): Promise<T> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  return work({ ...place, agent }).finally(() => agent.destroy());
}

/** As many as there can be with 16 callers, while `goesOn`. */
async function flood(lane: Lane, label: string, goesOn: (done: number) => boolean): Promise<number> {
  let done = 0;
  const caller = async () => {
    while (goesOn(done)) await post(lane, `${lane.name}-${label}-${done++}-${Math.random()}`);
  };
  await Promise.all(Array.from({ length: atOnce }, caller));
  return done;
}

async function measureSpeed(place: Place, round: number): Promise<{ done: number; seconds: number; used: Processor }> {
  return withLane(place, async (lane) => {
    await flood(lane, `warm-${round}`, (done) => done < warmUp);
    const before = readProcessor();
    const start = performance.now();
    const done = await flood(lane, `run-${round}`, () => performance.now() - start < secondsEach * 1000);
    const seconds = (performance.now() - start) / 1000;
    return { done, seconds, used: processorEach(before, done) };
  });
}

/** The two take turns, so that what else the machine does falls on both. */
async function speeds(places: readonly Place[]): Promise<Record<Side, Speed>> {
  const none = () => ({ done: 0, seconds: 0 });
  const sums = { bare: none(), same: none(), portal: none() };
  const used: Partial<Record<Side, Processor>> = {};
  for (let round = 0; round < rounds; round++) {
    for (const place of places) {
      const measured = await measureSpeed(place, round);
      sums[place.name].done += measured.done;
      sums[place.name].seconds += measured.seconds;
      used[place.name] = measured.used;
    }
  }
  const speed = (name: Side): Speed => {
    const processorMs = used[name];
    if (!processorMs) throw new Error(`${name} was not measured`);
    return { perSecond: sums[name].done / sums[name].seconds, processorMs };
  };
  return { bare: speed('bare'), same: speed('same'), portal: speed('portal') };
}

/** One every 10 ms, however long the others take, counted from the moment at which it was due; one that is refused never came. */
async function offer(place: Place): Promise<Delay> {
  return withLane(place, async (lane) => {
    const start = performance.now();
    const dues = Array.from({ length: offeredPerSecond * offeredSeconds }, (_, index) => {
      return start + (index * 1000) / offeredPerSecond;
    });
    const one = async (due: number, index: number) => {
      await pause(Math.max(0, due - performance.now()));
      const isMade = await post(lane, `${lane.name}-offered-${index}-${Math.random()}`).then(
        () => true,
        () => false,
      );
      return isMade ? performance.now() - due : Number.POSITIVE_INFINITY;
    };
    const took = (await Promise.all(dues.map(one))).sort((a, b) => a - b);
    const at = (share: number) => took[Math.floor((took.length - 1) * share)] ?? Number.NaN;
    return { p50: at(0.5), p99: at(0.99) };
  });
}

/** Deliveries would compete for the same two processors, for the portal's creates and for the bare ones. */
async function pauseWebhooks(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1 });
  await sql`update endpoints set status = 'paused'`;
  await sql.end();
}

/** As another merchant's, beside those that are made here. */
async function growStrangers(demo: Demo): Promise<void> {
  const passwords = JSON.parse(
    readFileSync(path.join(path.dirname(process.env.E2E_DEMO_FILE ?? ''), 'pg', 'passwords.json'), 'utf8'),
  );
  const owner = new URL(demo.databaseUrl);
  owner.username = 'drawbridge_owner';
  owner.password = String(passwords.drawbridge_owner);
  const sql = postgres(owner.href, { max: 2, onnotice: () => {} });
  const [merchantId, vaultId] = ['mer_grown', 'va_grown'];
  await sql`insert into merchants (id, name) values (${merchantId}, 'Grown')`;
  await sql`insert into vaults (id, merchant_id, chain, address, namespace, signer_address, signer_key, fee_collector)
    values (${vaultId}, ${merchantId}, 'local', ${`0x${'d'.repeat(40)}`}, 77, ${`0x${'b'.repeat(40)}`}, 'none', ${`0x${'c'.repeat(40)}`})`;
  await growPayouts(sql, { merchantId, vaultId, count: rows, storied: 0, days: 180, now: new Date() });
  // A portal with so many has not made them in the last minute: what cleans up after that is no part of a create.
  await sql`vacuum analyze payouts`;
  await sql.end();
}

export async function benchCreates(demo: Demo): Promise<CreateFigures> {
  await pauseWebhooks(demo.databaseUrl);
  const bare = fork(fileURLToPath(new URL('./bare-create.ts', import.meta.url)), {
    env: { ...process.env, DATABASE_URL: demo.databaseUrl },
  });
  const [port] = await once(bare, 'message');
  const { apiKey } = demo;
  const places: Place[] = [
    { url: new URL(`http://127.0.0.1:${String(port)}/`), apiKey, name: 'bare' },
    { url: new URL(`http://127.0.0.1:${String(port)}/same`), apiKey, name: 'same' },
    { url: new URL(`${demo.baseUrl}/api/v1/payouts`), apiKey, name: 'portal' },
  ];
  const speed = await speeds(places);
  if (rows > 0) await growStrangers(demo);
  const [bareAt, sameAt, portalAt] = places;
  if (!bareAt || !sameAt || !portalAt) throw new Error('There are three to compare');
  const offered = { bare: await offer(bareAt), same: await offer(sameAt), portal: await offer(portalAt) };
  bare.disconnect();
  return { speed, offered };
}

export function printCreates({ speed, offered }: CreateFigures): void {
  const { bare, same, portal } = speed;
  const share = portal.perSecond / same.perSecond;
  console.log(`\ncreates over HTTP, ${atOnce} at once, a second; ms of the processor for each`);
  const least = bare.perSecond.toFixed(0);
  console.log(`  bare Node server, same SQL${same.perSecond.toFixed(0).padStart(8)}   ${wordsOf(same.processorMs)}`);
  console.log(`  bare Node server, no rules${least.padStart(8)}   ${wordsOf(bare.processorMs)}`);
  console.log(`  portal${portal.perSecond.toFixed(0).padStart(28)}   ${wordsOf(portal.processorMs)}`);
  noteTarget({
    what: 'creates through HTTP, everything on 2 cores',
    figure: `${portal.perSecond.toFixed(0)}/s, ${(share * 100).toFixed(0)} % of a bare server (${least}/s without rules)`,
    target: '60 % of it, and 150/s',
    met: share >= 0.6 && portal.perSecond >= 150,
  });
  console.log(
    `${offeredPerSecond} a second offered, ${rows} payouts there: bare p99 ${offered.same.p99.toFixed(0)} ms`,
  );
  noteTarget({
    what: `a create at ${offeredPerSecond}/s offered, ${rows} payouts`,
    figure: `p50 ${offered.portal.p50.toFixed(0)} ms, p99 ${offered.portal.p99.toFixed(0)} ms`,
    target: 'p99 100 ms',
    met: offered.portal.p99 <= 100,
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) printCreates(await withPortal(benchCreates));
