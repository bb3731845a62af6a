// Time from COMMIT to received, draining a backlog, and healthy endpoints beside one that hangs: with a real worker
// process and a sink on loopback, beside the bare HTTP client. Alone: node scripts/run.js bench/webhooks.ts
import http from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { eq } from 'drizzle-orm';
import { attempts, deliveries, endpoints, events } from '@/db/schema';
import { newId } from '@/lib/kernel/ids';
import { emit } from '@/lib/webhooks/events/emit';
import { makeEndpoint } from '@/lib/webhooks/testing/fixtures';
import { cpuOf, cpuOfPostgres } from './cpu';
import { type Spread, spreadOf } from './spread';
import { noteTarget } from './targets';
import { type Line, pileUp, sample, stopWorker, withLine } from './webhook-line';
import { postOnce } from './webhook-sink';

const rates = [50, 200, 500];
const secondsPerRate = Number(process.env.BENCH_SECONDS || 30);
const backlog = 20_000;
const hanging = 10_000;
const healthyEndpoints = 4;
const hangSeconds = 20;
/** What one endpoint gets at a time; the bare client is measured with as many. */
const atOnce = 32;
const targets = { rateP95: 60, drain: 2000, healthyP95: 250 };

export type WebhookFigures = {
  /** Milliseconds from just before COMMIT until the sink has read the whole request. */
  rates: { perSecond: number; events: number; latency: Spread }[];
  /** The same at 50 a second for four endpoints, while another with a long queue hangs. */
  besideHanging: { deliveries: number; latency: Spread };
  drain: { deliveries: number; attempts: number; perSecond: number; cpu: Cpu };
  /** One request of the bare client after another. */
  bareLatency: Spread;
  barePerSecond: number;
  /** Of the bare client and the receiver together, for 1,000 requests. */
  bareMs: number;
};

/** Milliseconds of the processor for 1,000 deliveries. */
type Cpu = { worker: number; database: number; receiver: number };

async function commitOne({ db, merchantId }: Line, name: string): Promise<number> {
  return db.transaction(async (tx) => {
    const subject = { kind: 'payout', id: name, version: 4 } as const;
    const event = { merchantId, type: 'payout.completed', subject, now: new Date() } as const;
    await emit(tx, { ...event, data: { id: name, ...sample } });
    return performance.now();
  });
}

/** Commits events at a steady rate and measures when each arrived at each of `paths`. */
async function measureRate(line: Line, perSecond: number, seconds: number, paths: string[]): Promise<number[]> {
  const before = line.sink.arrivals.size;
  const started = performance.now();
  const running: Promise<[string, number]>[] = [];
  for (let index = 0; index < perSecond * seconds; index++) {
    await pause(Math.max(0, started + (index * 1000) / perSecond - performance.now()));
    const name = newId('payout');
    running.push(commitOne(line, name).then((at): [string, number] => [name, at]));
  }
  const committed = new Map(await Promise.all(running));
  await line.sink.reached(before + committed.size * paths.length);
  const rows = await line.db.select({ id: events.id, name: events.subjectId }).from(events);
  return rows.flatMap(({ id, name }) => {
    const from = committed.get(name);
    if (from === undefined) return [];
    return paths.map((to) => (line.sink.arrivals.get(`${to} ${id}`) ?? Number.NaN) - from);
  });
}

/** Deliveries per second of what had piled up, and the attempts that were kept of them. */
async function measureDrain(line: Line): Promise<WebhookFigures['drain']> {
  const { sink, db } = line;
  await pileUp(line, 'payout.completed', backlog);
  const before = sink.arrivals.size;
  const keptBefore = await db.$count(attempts);
  const worker = await line.startWorker();
  const used = (): Cpu => ({
    worker: cpuOf(worker.pid),
    database: cpuOfPostgres(path.join(line.directory, 'data')),
    receiver: cpuOf(process.pid),
  });
  await sink.reached(before + 1);
  const [started, usedBefore] = [performance.now(), used()];
  await sink.reached(before + backlog);
  const perSecond = ((backlog - 1) * 1000) / (performance.now() - started);
  const now = used();
  const each = (part: keyof Cpu) => ((now[part] - usedBefore[part]) * 1e6) / backlog;
  await stopWorker(worker);
  const cpu = { worker: each('worker'), database: each('database'), receiver: each('receiver') };
  return { deliveries: backlog, attempts: (await db.$count(attempts)) - keptBefore, perSecond, cpu };
}

async function measureBesideHanging(line: Line) {
  const { db, merchantId, url } = line;
  await db.update(endpoints).set({ status: 'paused' });
  await makeEndpoint(db, { merchantId, url: `${url}/hang`, events: ['payout.failed'] });
  const paths = Array.from({ length: healthyEndpoints }, (_, index) => `/healthy-${index}`);
  for (const to of paths) await makeEndpoint(db, { merchantId, url: url + to, events: ['payout.completed'] });
  await pileUp(line, 'payout.failed', hanging);
  const worker = await line.startWorker();
  while ((await db.$count(deliveries, eq(deliveries.status, 'pending'))) < hanging) await pause(100);
  const times = await measureRate(line, 50, hangSeconds, paths);
  await stopWorker(worker);
  return { deliveries: times.length, latency: spreadOf(times) };
}

type Bare = Pick<WebhookFigures, 'bareLatency' | 'barePerSecond' | 'bareMs'>;

async function measureBareClient(port: number): Promise<Bare> {
  const agent = new http.Agent({ keepAlive: true });
  const body = JSON.stringify({ type: 'payout.completed', timestamp: new Date().toISOString(), data: sample });
  const times: number[] = [];
  for (let index = 0; index < 500; index++) times.push(await postOnce(port, agent, `bare_${index}`, body));
  const [started, usedBefore] = [performance.now(), cpuOf(process.pid)];
  let sent = 0;
  const client = async () => {
    while (performance.now() - started < 2000) await postOnce(port, agent, `bare_many_${sent++}`, body);
  };
  await Promise.all(Array.from({ length: atOnce }, client));
  const barePerSecond = (sent * 1000) / (performance.now() - started);
  agent.destroy();
  const bareMs = ((cpuOf(process.pid) - usedBefore) * 1e6) / sent;
  return { bareLatency: spreadOf(times), barePerSecond, bareMs };
}

export async function benchWebhooks(): Promise<WebhookFigures> {
  return withLine(async (line) => {
    const worker = await line.startWorker();
    await measureRate(line, 20, 1, ['/webhooks']);
    const measured = [];
    for (const perSecond of rates) {
      const times = await measureRate(line, perSecond, secondsPerRate, ['/webhooks']);
      measured.push({ perSecond, events: times.length, latency: spreadOf(times) });
    }
    await stopWorker(worker);
    const drain = await measureDrain(line);
    const bare = await measureBareClient(line.port);
    const besideHanging = await measureBesideHanging(line);
    return { rates: measured, drain, besideHanging, ...bare };
  });
}

export function printWebhooks(figures: WebhookFigures): void {
  const cell = (value: number, digits = 1) => value.toFixed(digits).padStart(10);
  const met = (isMet: boolean) => (isMet ? 'met' : 'MISSED');
  const latency = (name: string, { p50, p95 }: Spread, most: number) =>
    console.log(`${name.padEnd(52)}${cell(p50)}${cell(p95)}  p95 of at most ${most}: ${met(p95 <= most)}`);
  const { drain, bareLatency } = figures;
  console.log(`${'webhooks: COMMIT to received, ms'.padEnd(52)}${'p50'.padStart(10)}${'p95'.padStart(10)}`);
  for (const rate of figures.rates) {
    latency(`${rate.perSecond} a second (${rate.events} events)`, rate.latency, targets.rateP95);
  }
  const beside = `beside one that hangs with ${hanging} (${figures.besideHanging.deliveries})`;
  latency(beside, figures.besideHanging.latency, targets.healthyP95);
  console.log(
    `${'bare HTTP client, one after another'.padEnd(52)}${cell(bareLatency.p50, 2)}${cell(bareLatency.p95, 2)}`,
  );
  const [quiet, busiest] = [figures.rates[0], figures.rates.at(-1)];
  if (quiet && busiest) {
    const { p95 } = busiest.latency;
    noteTarget({
      what: `webhook: commit to received at ${busiest.perSecond}/s`,
      figure: `p95 ${p95.toFixed(0)} ms; at ${quiet.perSecond}/s ${quiet.latency.p95.toFixed(0)} ms`,
      ...{ target: `p95 ≤ ${targets.rateP95} ms`, met: p95 <= targets.rateP95 },
    });
  }
  const share = Math.round((100 * drain.perSecond) / figures.barePerSecond);
  noteTarget({
    what: 'draining a backlog of webhooks',
    figure: `${drain.perSecond.toFixed(0)}/s, ${share} % of a bare client; ${drain.attempts} attempts kept`,
    target: `≥ ${targets.drain}/s, every attempt kept`,
    met: drain.perSecond >= targets.drain && drain.attempts >= drain.deliveries,
  });
  const drained = `backlog of ${drain.deliveries} to one endpoint, a second`;
  const verdict = `at least ${targets.drain}: ${met(drain.perSecond >= targets.drain)}; attempts kept: ${drain.attempts}`;
  console.log(`\n${drained.padEnd(52)}${cell(drain.perSecond, 0)}  ${verdict}`);
  console.log(`${`bare HTTP client, ${atOnce} at once, a second`.padEnd(52)}${cell(figures.barePerSecond, 0)}`);
  const { worker, database, receiver } = drain.cpu;
  const [all, limit] = [worker + database + receiver, (value: number) => (2e6 / value).toFixed(0)];
  console.log(
    `ms of the processor for 1,000: worker ${worker.toFixed(0)}, PostgreSQL ${database.toFixed(0)}, receiver ${receiver.toFixed(0)}: two cores end at ${limit(all)} a second`,
  );
  console.log(`bare client and receiver in one process: ${figures.bareMs.toFixed(0)}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) printWebhooks(await benchWebhooks());
