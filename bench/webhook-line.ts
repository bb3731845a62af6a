// What benches of webhooks work on: a database of its own, a merchant with an endpoint at a sink on loopback, worker processes.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect, type Database } from '@/db/client';
import { type PostgresServer, type ServerSettings, startPostgres } from '@/db/embedded';
import { migrateDatabase } from '@/db/migrate';
import { freePort } from '@/db/processes';
import { events } from '@/db/schema';
import type { EventType } from '@/db/vocabulary/events';
import { shippedRows } from '@/lib/chains/shipped-rows';
import { newId } from '@/lib/kernel/ids';
import { makeEndpoint, makeMerchant } from '@/lib/webhooks/testing/fixtures';
import { type Sink, startSink } from './webhook-sink';

const root = fileURLToPath(new URL('../', import.meta.url));

export type Line = {
  db: Database;
  server: PostgresServer;
  directory: string;
  sink: Sink;
  merchantId: string;
  url: string;
  port: number;
  startWorker(nodeOptions?: readonly string[]): Promise<ChildProcess>;
};

/** A payout's event with a body of the usual size. */
export const sample = {
  ...{ status: 'completed', version: 4, rail: 'contract', chain: 'local', asset: 'USDT', amount: '25.00', fee: '0.50' },
  ...{ net: '24.50', fee_payer: 'recipient', recipient: { type: 'anyone' }, reference: 'order-1004', metadata: {} },
  ...{
    description: 'x'.repeat(120),
    transfer: { hash: `0x${'ab'.repeat(32)}`, status: 'confirmed', confirmations: 3 },
  },
};

/** Writes many events at once, as if they had piled up while no worker ran. */
export async function pileUp({ db, merchantId }: Line, type: EventType, count: number): Promise<void> {
  for (let written = 0; written < count; written += 500) {
    const now = new Date();
    const rows = Array.from({ length: Math.min(500, count - written) }, (_, index) => ({
      ...{ id: newId('event', now.getTime()), merchantId, type, subjectKind: 'payout' as const },
      ...{ subjectId: `po_${type}_${written + index}`, subjectVersion: 4, createdAt: now },
      ...{ data: { id: `po_${type}_${written + index}`, ...sample } },
    }));
    await db.insert(events).values(rows);
  }
}

async function startWorker(settings: Record<string, string>, nodeOptions: readonly string[]): Promise<ChildProcess> {
  const started = [...nodeOptions, '--import', './scripts/resolve-alias.js', 'worker.ts'];
  const worker = spawn(process.execPath, started, {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(worker, 'message');
  return worker;
}

export async function stopWorker(worker: ChildProcess): Promise<void> {
  worker.kill('SIGTERM');
  await once(worker, 'exit');
}

/** Works on a fresh line, all of which is gone afterwards. */
export async function withLine<T>(work: (line: Line) => Promise<T>, postgresSettings: ServerSettings = {}): Promise<T> {
  mkdirSync(path.join(root, '.tmp'), { recursive: true });
  const directory = mkdtempSync(path.join(root, '.tmp', 'bench-webhooks-'));
  const server = await startPostgres(directory, postgresSettings);
  const port = await freePort();
  const sink = await startSink(port);
  const settings = {
    ...{ DATABASE_URL: server.appUrl, SECRETS_KEY: randomBytes(32).toString('base64'), LOG_LEVEL: 'error', DEMO: '1' },
    WEBHOOK_ALLOWED_PRIVATE_HOSTS: `127.0.0.1:${port}`,
  };
  Object.assign(process.env, settings);
  await migrateDatabase(server.ownerUrl, shippedRows);
  const { db, close } = connect(server.appUrl, 10);
  try {
    const merchantId = await makeMerchant(db, 'Bench');
    const url = `http://127.0.0.1:${port}`;
    await makeEndpoint(db, { merchantId, url: `${url}/webhooks` });
    const start = (nodeOptions: readonly string[] = []) => startWorker(settings, nodeOptions);
    return await work({ db, server, directory, sink, merchantId, url, port, startWorker: start });
  } finally {
    await close();
    sink.close();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
