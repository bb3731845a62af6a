import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '@/scripts/foundry';
import { type ChildOrder, lastLinesOf } from './children';
import { reasonOf, StartFault } from './fault';
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

export type Wait = {
  what: string;
  url: string;
  logFile: string | null;
  /** Nothing is waited for any more. */
  isStopped: () => boolean;
  /** Says from time to time what is still waited for. */
  say: (text: string) => void;
};

/** A machine that is busy may take minutes; a process that dies instead of answering ends the wait by itself. */
const waitMs = { all: 600_000, oneAnswer: 30_000, between: 50, refused: 1_000, silence: 15_000 } as const;

/** Waits until an address answers without a fault of its own. It says what it waits for, and what the last answer was. */
export async function waitFor(
  { what, url, logFile, isStopped, say }: Wait,
  ms: Record<keyof typeof waitMs, number> = waitMs,
) {
  const begun = Date.now();
  let told = begun;
  let last = 'no answer';
  while (Date.now() < begun + ms.all && !isStopped()) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(ms.oneAnswer) });
      const text = await response.text();
      if (response.status < 500) return;
      last = `${response.status} ${text.slice(0, 200)}`;
      await pause(ms.refused);
    } catch (error) {
      last = reasonOf(error);
    }
    if (Date.now() >= told + ms.silence) {
      told = Date.now();
      say(`… ${what} is not ready after ${Math.round((told - begun) / 1_000)} s (${last})`);
    }
    await pause(ms.between);
  }
  if (isStopped()) return;
  const seconds = Math.round(ms.all / 1_000);
  throw new StartFault(
    `${what} was not ready at ${url} within ${seconds} s (${last}).\n${lastLinesOf(logFile)}`.trim(),
  );
}
