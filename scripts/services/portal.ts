import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '@/scripts/foundry';
import { type ChildOrder, lastLinesOf } from './children';
import { StartFault } from './fault';
import type { Plan } from './plan';

const nextProgram = path.join(projectRoot, 'node_modules/next/dist/bin/next');

/** Megabytes that new objects have at least. A process that does little would be left one, and would sweep it many times a minute. */
const sweepRarely = '--min-semi-space-size=16';

/** How this machine itself reaches the portal, at any public address. */
export function portalAddress({ host, port }: Pick<Plan, 'host' | 'port'>): string {
  const near = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${near.includes(':') ? `[${near}]` : near}:${port}`;
}

/** In the demo the log stays readable: the processes write to files beside the data. */
const logOf = (plan: Plan, name: string) =>
  plan.demo && !plan.dev ? path.join(plan.dataDir, 'logs', `${name}.log`) : null;

export function portalOrder(plan: Plan, environment: NodeJS.ProcessEnv): ChildOrder {
  const keepAliveMs = String(plan.keepAliveSeconds * 1000);
  const listening = ['-H', plan.host, '-p', String(plan.port)];
  return {
    name: 'The portal',
    script: [
      sweepRarely,
      nextProgram,
      ...(plan.dev ? ['dev'] : ['start', '--keepAliveTimeout', keepAliveMs]),
      ...listening,
    ],
    typescript: false,
    environment,
    logFile: logOf(plan, 'portal'),
  };
}

export function workerOrder(plan: Plan, environment: NodeJS.ProcessEnv): ChildOrder {
  const script = [sweepRarely, path.join(projectRoot, 'worker.ts')];
  return { name: 'The worker', script, typescript: true, environment, logFile: logOf(plan, 'worker') };
}

/** The example merchant gets what a merchant has: the portal's address, an API key and a webhook secret. */
export function merchantOrder(plan: Plan, site: URL, apiKey: string, webhookSecret: string): ChildOrder {
  return {
    name: "The example merchant's site",
    script: ['--conditions=drawbridge-source', path.join(projectRoot, 'examples/merchant/server.ts')],
    typescript: true,
    environment: {
      ...{ NODE_ENV: plan.dev ? 'development' : 'production', PATH: process.env.PATH ?? '' },
      ...{ HOST: '127.0.0.1', PORT: site.port, SITE_URL: site.origin },
      DATA_FILE: path.join(plan.dataDir, 'merchant.json'),
      ...{ DRAWBRIDGE_URL: plan.baseUrl, DRAWBRIDGE_API_KEY: apiKey, WEBHOOK_SECRET: webhookSecret },
    },
    logFile: logOf(plan, 'merchant'),
  };
}

/** Waits until an address answers without a fault of its own. */
export async function waitFor(what: string, url: string, logFile: string | null, isStopped: () => boolean) {
  const until = Date.now() + 90_000;
  let last = 'no answer';
  while (Date.now() < until && !isStopped()) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
      const text = await response.text();
      if (response.status < 500) return;
      last = `${response.status} ${text.slice(0, 200)}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await pause(50);
  }
  if (!isStopped())
    throw new StartFault(`${what} does not answer at ${url} (${last}).\n${lastLinesOf(logFile)}`.trim());
}
