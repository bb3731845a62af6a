// Time from COMMIT to received, with a real worker process and a sink on loopback, beside the bare HTTP client.
// Alone: node scripts/run.js bench/webhooks.ts
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { connect, type Database } from '@/db/client';
import { startPostgres } from '@/db/embedded';
import { migrateDatabase } from '@/db/migrate';
import { freePort } from '@/db/processes';
import { events } from '@/db/schema';
import { emit } from '@/lib/webhooks/emit';
import { makeEndpoint, makeMerchant } from '@/lib/webhooks/testing/fixtures';
import { type Spread, spreadOf } from './spread';
import { postOnce, type Sink, startSink } from './webhook-sink';

const root = fileURLToPath(new URL('../', import.meta.url));
const secondsPerRate = 5;
const backlog = 3000;
/** What one endpoint gets at a time; the bare client is measured with as many. */
const atOnce = 16;
const targetP95 = 250;

export type WebhookFigures = {
  /** Milliseconds from just before COMMIT until the sink has read the whole request. */
  rates: { perSecond: number; events: number; latency: Spread }[];
  /** One request of the bare client after another. */
  bareLatency: Spread;
  drainPerSecond: number;
  barePerSecond: number;
};

type Line = { db: Database; sink: Sink; merchantId: string };

/** A payout's event with a body of the usual size. */
const sample = {
  ...{ status: 'completed', version: 4, rail: 'contract', chain: 'local', asset: 'USDT', amount: '25.00', fee: '0.50' },
  ...{ net: '24.50', fee_payer: 'recipient', recipient: { type: 'anyone' }, reference: 'order-1004', metadata: {} },
  ...{
    description: 'x'.repeat(120),
    transfer: { hash: `0x${'ab'.repeat(32)}`, status: 'confirmed', confirmations: 3 },
  },
};

async function commitOne({ db, merchantId }: Line, name: string): Promise<number> {
  return db.transaction(async (tx) => {
    const event = { merchantId, type: 'payout.completed', payoutId: name, payoutVersion: 4, now: new Date() } as const;
    await emit(tx, { ...event, data: { id: name, ...sample } });
    return performance.now();
  });
}

/** Commits events at a steady rate and matches each with its arrival. */
async function measureRate(line: Line, perSecond: number, seconds: number): Promise<number[]> {
  const before = line.sink.arrivals.size;
  const started = performance.now();
  const running: Promise<[string, number]>[] = [];
  for (let index = 0; index < perSecond * seconds; index++) {
    await pause(Math.max(0, started + (index * 1000) / perSecond - performance.now()));
    const name = `po_${perSecond}_${index}`;
    running.push(commitOne(line, name).then((at): [string, number] => [name, at]));
  }
  const committed = new Map(await Promise.all(running));
  await line.sink.reached(before + committed.size);
  const rows = await line.db.select({ id: events.id, name: events.payoutId }).from(events);
  return rows.flatMap(({ id, name }) => {
    const from = committed.get(name);
    const to = line.sink.arrivals.get(id);
    return from === undefined || to === undefined ? [] : [to - from];
  });
}

/** Events per second that a worker sends of what had piled up while none ran, every attempt written down. */
async function measureDrain(line: Line, startWorker: () => Promise<ChildProcess>): Promise<number> {
  const before = line.sink.arrivals.size;
  const names = Array.from({ length: backlog }, (_, index) => `po_backlog_${index}`);
  for (let at = 0; at < names.length; at += 50) {
    await Promise.all(names.slice(at, at + 50).map((name) => commitOne(line, name)));
  }
  const worker = await startWorker();
  try {
    await line.sink.reached(before + 1);
    const started = performance.now();
    await line.sink.reached(before + backlog);
    return ((backlog - 1) * 1000) / (performance.now() - started);
  } finally {
    await stopWorker(worker);
  }
}

async function measureBareClient(port: number): Promise<Pick<WebhookFigures, 'bareLatency' | 'barePerSecond'>> {
  const agent = new http.Agent({ keepAlive: true });
  const body = JSON.stringify({ type: 'payout.completed', timestamp: new Date().toISOString(), data: sample });
  const times: number[] = [];
  for (let index = 0; index < 500; index++) times.push(await postOnce(port, agent, `bare_${index}`, body));
  const started = performance.now();
  let sent = 0;
  const client = async () => {
    while (performance.now() - started < 2000) await postOnce(port, agent, `bare_many_${sent++}`, body);
  };
  await Promise.all(Array.from({ length: atOnce }, client));
  const barePerSecond = (sent * 1000) / (performance.now() - started);
  agent.destroy();
  return { bareLatency: spreadOf(times), barePerSecond };
}

async function startWorker(settings: Record<string, string>): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ['--import', './scripts/resolve-alias.js', 'worker.ts'], {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(worker, 'message');
  return worker;
}

async function stopWorker(worker: ChildProcess): Promise<void> {
  worker.kill('SIGTERM');
  await once(worker, 'exit');
}

export async function benchWebhooks(): Promise<WebhookFigures> {
  mkdirSync(path.join(root, '.tmp'), { recursive: true });
  const directory = mkdtempSync(path.join(root, '.tmp', 'bench-webhooks-'));
  const server = await startPostgres(directory);
  const port = await freePort();
  const sink = await startSink(port);
  const settings = {
    ...{ DATABASE_URL: server.appUrl, SECRETS_KEY: randomBytes(32).toString('base64'), LOG_LEVEL: 'error' },
    WEBHOOK_ALLOWED_PRIVATE_HOSTS: `127.0.0.1:${port}`,
  };
  Object.assign(process.env, settings);
  await migrateDatabase(server.ownerUrl);
  const { db, close } = connect(server.appUrl, 10);
  try {
    const merchantId = await makeMerchant(db, 'Bench');
    await makeEndpoint(db, { merchantId, url: `http://127.0.0.1:${port}/webhooks` });
    const line = { db, sink, merchantId };
    const worker = await startWorker(settings);
    await measureRate(line, 20, 1);
    const rates = [];
    for (const perSecond of [50, 200]) {
      const times = await measureRate(line, perSecond, secondsPerRate);
      rates.push({ perSecond, events: times.length, latency: spreadOf(times) });
    }
    await stopWorker(worker);
    const drainPerSecond = await measureDrain(line, () => startWorker(settings));
    return { rates, drainPerSecond, ...(await measureBareClient(port)) };
  } finally {
    await close();
    sink.close();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

export function printWebhooks({ rates, bareLatency, drainPerSecond, barePerSecond }: WebhookFigures): void {
  const cell = (value: number, digits = 1) => value.toFixed(digits).padStart(10);
  console.log(`${'webhooks: COMMIT to received, ms'.padEnd(44)}${'p50'.padStart(10)}${'p95'.padStart(10)}`);
  for (const { perSecond, events, latency } of rates) {
    const met = latency.p95 <= targetP95 ? 'met' : 'MISSED';
    const name = `${perSecond} a second (${events} events)`.padEnd(44);
    console.log(`${name}${cell(latency.p50)}${cell(latency.p95)}  p95 of at most ${targetP95}: ${met}`);
  }
  console.log(
    `${'bare HTTP client, one after another'.padEnd(44)}${cell(bareLatency.p50, 2)}${cell(bareLatency.p95, 2)}`,
  );
  console.log(`\n${`backlog of ${backlog} to one endpoint, a second`.padEnd(44)}${cell(drainPerSecond, 0)}`);
  console.log(`${`bare HTTP client, ${atOnce} at once, a second`.padEnd(44)}${cell(barePerSecond, 0)}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) printWebhooks(await benchWebhooks());
