import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endProcess, freePort, markOf } from '@/db/processes';
import { startChain } from '@/scripts/services/chain';
import { startChild } from '@/scripts/services/children';
import { makeBlocks } from './blocks';

/** A build on a machine that is busy with other things is part of it. */
const maxStartMs = 30 * 60_000;

async function untilReady(logFile: string, isGone: () => boolean): Promise<void> {
  const until = Date.now() + maxStartMs;
  while (Date.now() < until) {
    const text = existsSync(logFile) ? readFileSync(logFile, 'utf8') : '';
    if (/^Drawbridge is ready at /m.test(text)) return;
    if (isGone()) throw new Error(`The portal did not start:\n${text}`);
    await pause(100);
  }
  throw new Error(`The portal was not ready after ${maxStartMs / 1_000} s; its log is ${logFile}`);
}

export type RunningPortal = { demoFile: string; baseUrl: string; stop(): Promise<void> };

/** Nobody answers there: what currencies are worth is what a journey says. */
const silentFeeds = {
  RATE_FEEDS: 'kraken,bitstamp',
  RATE_FEED_URLS: 'kraken=http://127.0.0.1:9,bitstamp=http://127.0.0.1:9',
};
const usual = {
  RATE_LIMIT_ADDRESS_PER_MINUTE: '100000',
  DEMO_RELAY_ACCOUNTS: '0',
  DEMO_HISTORY_DAYS: '0',
};

/** Runs what `npm start` runs, on a free port with data of its own in `name`, until it is ready; `said`: what it has printed. */
export async function runStart(name: string, settings: Record<string, string>) {
  const dataDir = path.resolve('.tmp', name);
  const logFile = path.join(dataDir, 'logs', 'start.log');
  const port = await freePort();
  const { DATABASE_URL: _database, BASE_URL: _base, SECRETS_KEY: _key, ...inherited } = process.env;
  const own = { DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1' };
  const child = startChild({
    name: 'The portal under test',
    script: [path.resolve('scripts/start.ts')],
    typescript: true,
    environment: { ...inherited, ...settings, ...own },
    logFile,
  });
  let gone = false;
  child.once('exit', () => {
    gone = true;
  });
  const stop = async () => {
    const mark = child.pid ? markOf(child.pid) : null;
    if (mark) await endProcess(mark, ['SIGTERM'], 30_000);
    cpSync(path.join(dataDir, 'logs'), path.resolve('test-results', 'portal-logs', name), { recursive: true });
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await untilReady(logFile, () => gone);
  } catch (error) {
    await stop();
    throw error;
  }
  return { dataDir, baseUrl: `http://localhost:${port}`, said: () => readFileSync(logFile, 'utf8'), stop };
}

/** Starts the demo in that way. */
export async function launchPortal(name: string, settings: Record<string, string> = {}): Promise<RunningPortal> {
  // All browsers of a test run share one address, and most journeys are of people who send from their own wallet.
  const { dataDir, baseUrl, stop } = await runStart(name, { ...usual, ...settings, DEMO: '1' });
  return { demoFile: path.join(dataDir, 'demo.json'), baseUrl, stop };
}

/**
 * The portal that most journeys share, on a chain whose blocks come quickly; they find its demo file by E2E_DEMO_FILE. Set
 * that variable yourself to test a portal that runs already.
 */
export default async function startPortal(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_DEMO_FILE) {
    process.env.E2E_BASE_URL = JSON.parse(readFileSync(process.env.E2E_DEMO_FILE, 'utf8')).baseUrl;
    return undefined;
  }
  const name = `e2e-${process.pid}`;
  const directory = path.resolve('.tmp', `${name}-chain`);
  const chain = await startChain(directory);
  const stopChain = async () => {
    await chain.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    const portal = await launchPortal(name, { ...silentFeeds, RPC_URL_LOCAL: chain.rpcUrl });
    const blocks = makeBlocks(chain.rpcUrl);
    process.env.E2E_DEMO_FILE = portal.demoFile;
    process.env.E2E_BASE_URL = portal.baseUrl;
    return async () => {
      await blocks.stop();
      await portal.stop();
      await stopChain();
    };
  } catch (error) {
    await stopChain();
    throw error;
  }
}
