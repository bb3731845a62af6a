import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres } from '@/db/embedded';
import { freePort } from '@/db/processes';
import { newToken } from '@/lib/kernel/secrets';
import { startChain } from '@/scripts/services/chain';

// The walk on processes of its own, as an owner of a machine starts them: an empty PostgreSQL, a chain, `npm start` with settings and
// without the demo: node scripts/run.js deploy/walk-here.ts
const folder = mkdtempSync(path.join(tmpdir(), 'drawbridge-walk-'));
const database = await startPostgres(path.join(folder, 'pg'));
const chain = await startChain(path.join(folder, 'chain'));
chain.makeBlocks((error) => console.error(error));
const [port, control] = [await freePort(), await freePort()];
const address = `http://localhost:${port}`;
const settings = {
  ...{ NODE_ENV: 'production' as const, PATH: process.env.PATH, HOME: folder },
  ...{ DATABASE_URL: database.appUrl, DATABASE_MIGRATION_URL: database.ownerUrl, RPC_URL_LOCAL: chain.rpcUrl },
  ...{ SECRETS_KEY: Buffer.from(newToken(), 'base64url').toString('base64'), BASE_URL: address, PORT: String(port) },
  DATA_DIR: path.join(folder, 'data'),
};

let portal: ChildProcess | undefined;

/** The status of its answer; null where nothing listens. */
const health = () =>
  fetch(`${address}/api/health`).then(
    ({ status }) => status,
    () => null,
  );

async function start(more: Record<string, string> = {}): Promise<void> {
  const begun = Date.now();
  portal = spawn('npm', ['start'], { env: { ...settings, ...more }, stdio: 'inherit' });
  while ((await health()) !== 200) {
    if (portal.exitCode !== null) throw new Error(`npm start ended with ${portal.exitCode}`);
    await pause(100);
  }
  console.log(`Healthy after ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}

async function stop(): Promise<void> {
  if (!portal || portal.exitCode !== null) return;
  portal.kill('SIGTERM');
  await once(portal, 'exit');
  // npm is gone before what it started is.
  while ((await health()) !== null) await pause(100);
}

async function end(): Promise<void> {
  server.close();
  await stop();
  await chain.stop();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

// The walk asks here for the setting that only a registered merchant can have, and for a new start with it.
const server = createServer(async (request, response) => {
  await stop();
  await start({ WEBHOOK_ALLOWED_PRIVATE_HOSTS: String(request.headers.hosts) });
  response.end();
});
server.listen(control, '127.0.0.1');

// Nothing that it started outlives it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end().then(() => process.exit(1)));

try {
  await start();
  const allow = `curl -fsS -H "hosts: $WEBHOOK_ALLOWED_PRIVATE_HOSTS" http://127.0.0.1:${control}`;
  const given = ['--portal', address, '--node', chain.rpcUrl, '--allow', allow];
  const walk = spawn('npm', ['run', 'walk', '--', ...given], { env: settings, stdio: 'inherit' });
  [process.exitCode] = await once(walk, 'exit');
} finally {
  await end();
}
process.exit();
