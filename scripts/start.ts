import './services/settings-file';
import path from 'node:path';
import { endProcess, type ProcessMark } from '@/db/processes';
import { buildPortal, isBuilt } from './services/build';
import { localChainId, startChain } from './services/chain';
import { checkDatabase, checkNodes, checkPort } from './services/checks';
import { type ChildOrder, keepRunning } from './services/children';
import { reasonOf, StartFault } from './services/fault';
import { whenNpmIsGone } from './services/follow-npm';
import { type DemoChain, demoSite, openDemo, prepareDemo } from './services/open-demo';
import { type Plan, planStart } from './services/plan';
import { portalAddress, portalOrder, waitFor, workerOrder } from './services/portal';
import { startProgress } from './services/progress';
import { type Hold, holdDataDir } from './services/running';
import { readSecrets } from './services/secrets';
import { startStack } from './services/stack';

const progress = startProgress();
const stack = startStack();

/** The first reason to end decides what is said and with which code. */
async function end(code: number, words?: string): Promise<void> {
  if (!stack.isStopping) {
    if (words) console.error(`\n${words}`);
    process.exitCode = code;
  }
  await stack.stop();
  process.exit();
}

function freshDatabase(plan: Plan): string {
  if (plan.databaseUrl) return 'give DATABASE_URL an empty one';
  const folder = path.relative('.', plan.dataDir) || plan.dataDir;
  return `move ${folder} away (or delete it, if all that it holds is the demo) and start again`;
}

async function provideDatabase(plan: Plan, hold: Hold): Promise<string> {
  const { migrateDatabase, UnknownSchema } = await import('@/db/migrate');
  const { shippedRows } = await import('@/lib/chains/shipped-rows');
  const migrate = (url: string) =>
    migrateDatabase(url, shippedRows).catch((error: unknown) => {
      if (error instanceof UnknownSchema) throw new StartFault(`${error.message}: ${freshDatabase(plan)}.`);
      const hint = plan.migrationUrl ? '' : ' (DATABASE_MIGRATION_URL may name a user who may change the schema)';
      throw new StartFault(`The database could not be brought up to date: ${reasonOf(error)}${hint}.`, {
        cause: error,
      });
    });
  if (plan.databaseUrl) {
    await progress.step('Bringing the database up to date', () => migrate(plan.migrationUrl ?? plan.databaseUrl ?? ''));
    return plan.databaseUrl;
  }
  return progress.step('Starting PostgreSQL', async () => {
    const { startPostgres } = await import('@/db/embedded');
    const server = await startPostgres(path.join(plan.dataDir, 'pg'));
    await stack.add(server.stop);
    hold.remember(server.pid);
    void server.gone.then(() => end(1, `PostgreSQL ended by itself; its log is in ${plan.dataDir}/pg/postgres.log.`));
    await migrate(server.ownerUrl);
    return server.appUrl;
  });
}

/** A database that a demo has filled lets everybody in who knows the demo's keys, which is everybody. */
async function refuseDemoDatabase(databaseUrl: string): Promise<void> {
  const { connect } = await import('@/db/client');
  const { wasDemo } = await import('@/demo/strangers');
  const { db, close } = connect(databaseUrl, 1);
  const found = await wasDemo(db).finally(close);
  if (!found) return;
  throw new StartFault(
    'This database was filled by the demo, whose people sign in with keys that everybody knows: give DATABASE_URL one that never ran a demo.',
  );
}

async function provideChain(plan: Plan, hold: Hold): Promise<DemoChain> {
  const [given] = plan.rpcUrls.get('local') ?? [];
  if (given) return { rpcUrl: given, begin: () => {}, history: null };
  return progress.step('Starting the local chain', async () => {
    const begins = plan.historyDays > 0 ? new Date(Date.now() - (plan.historyDays + 1) * 86_400_000) : null;
    const chain = await startChain(path.join(plan.dataDir, 'chain'), localChainId, begins);
    await stack.add(chain.stop);
    hold.remember(chain.mark.pid);
    void chain.gone.then(() => end(1, `The local chain ended by itself; its log is in ${plan.dataDir}/chain.`));
    const begin = () => chain.makeBlocks((error) => void end(1, `The local chain failed: ${reasonOf(error)}.`));
    const history = begins && chain.isNew ? { days: plan.historyDays, save: chain.save } : null;
    return { rpcUrl: chain.rpcUrl, begin, history };
  });
}

function childEnvironment(plan: Plan, settings: Record<string, string>): NodeJS.ProcessEnv {
  const { DATABASE_MIGRATION_URL: _owner, ...inherited } = process.env;
  return {
    ...inherited,
    ...{ NODE_ENV: plan.dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' },
    ...{ PORT: String(plan.port), BASE_URL: plan.baseUrl, DATA_DIR: plan.dataDir, DEMO: plan.demo ? '1' : '0' },
    ...settings,
  };
}

/** Reads the settings as the portal's processes will, so that a bad one is told here, once. */
async function checkSettings(environment: NodeJS.ProcessEnv): Promise<void> {
  Object.assign(process.env, environment);
  const { env } = await import('@/lib/kernel/env');
  try {
    void env.LOG_LEVEL;
  } catch (error) {
    throw new StartFault(reasonOf(error));
  }
}

/** A fresh installation belongs to the person who opens this link, so it is told here and nowhere else. */
async function sayHowToBegin(databaseUrl: string): Promise<void> {
  const { offerSetUp } = await import('./services/offer-set-up');
  const link = await offerSetUp(databaseUrl);
  if (!link) return;
  console.log(`Nobody runs this installation yet. Open this link to become its first operator:\n\n  ${link}\n`);
  console.log('It works once, for 24 hours; npm run operator:invite prints another.');
}

async function keep(order: ChildOrder, hold: Hold): Promise<void> {
  const keeper = keepRunning(order, {
    onStart: (pid) => hold.remember(pid),
    onRestart: (reason) => console.error(`${reason}; starting it again.`),
    onSurrender: (reason) =>
      void end(1, `${reason}${order.logFile ? `; its log is ${path.relative('.', order.logFile)}` : ''}.`),
  });
  await stack.add(keeper.stop);
}

async function build(plan: Plan, hold: Hold): Promise<void> {
  if (plan.dev || isBuilt()) return;
  const text = 'Building the portal (about 30 s, only after a change of its sources)';
  const onStart = (mark: ProcessMark) => {
    hold.remember(mark.pid);
    void stack.add(() => endProcess(mark));
  };
  await progress.step(text, () => buildPortal(path.join(plan.dataDir, 'logs', 'build.log'), onStart));
}

async function start(): Promise<void> {
  const plan = planStart(process.env, process.argv.slice(2));
  const hold = await holdDataDir(plan.dataDir, plan.baseUrl);
  await stack.add(hold.release);
  await checkPort(plan.host, plan.port);
  if (plan.databaseUrl) await checkDatabase('DATABASE_URL', plan.databaseUrl);
  if (plan.migrationUrl) await checkDatabase('DATABASE_MIGRATION_URL', plan.migrationUrl);
  for (const [key, urls] of plan.rpcUrls) await checkNodes(key, urls, console.error);

  // What needs nothing of each other comes up side by side: the demo's database and chain, then its weeks and the build.
  const [databaseUrl, chain] = await Promise.all([
    provideDatabase(plan, hold),
    plan.demo ? provideChain(plan, hold) : null,
  ]);
  const settings: Record<string, string> = { DATABASE_URL: databaseUrl };
  if (!plan.demo) await refuseDemoDatabase(databaseUrl);
  const site = chain && (await demoSite(plan, settings));
  const secrets = plan.demo ? readSecrets(plan.dataDir) : null;
  if (chain) settings.RPC_URL_LOCAL = chain.rpcUrl;
  if (secrets) settings.SECRETS_KEY = process.env.SECRETS_KEY || secrets.secretsKey;
  const environment = childEnvironment(plan, settings);
  await checkSettings(environment);
  const portal = portalOrder(plan, environment);
  const serving = build(plan, hold).then(() => {
    progress.say('Starting portal and worker…');
    return keep(portal, hold);
  });
  const preparing = chain && site ? prepareDemo({ plan, stack, progress, settings, chain, site }) : null;
  const [demo] = await Promise.all([preparing, serving]);
  // No job runs while the demo's weeks are made, on a clock of their own.
  await keep(workerOrder(plan, environment), hold);
  if (demo) await keep(demo.merchant, hold);
  const wait = { isStopped: () => stack.isStopping, say: progress.say };
  await waitFor({ what: portal.name, url: `${portalAddress(plan)}/api/health`, logFile: portal.logFile, ...wait });
  if (demo) await openDemo({ plan, demo, stack, progress });
  if (stack.isStopping) return;
  console.log(`Drawbridge is ready at ${plan.baseUrl}`);
  if (!plan.demo) await sayHowToBegin(databaseUrl);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!stack.isStopping) progress.say('Stopping…');
    void end(0);
  });
}
whenNpmIsGone(() => void end(0));

try {
  await start();
} catch (error) {
  await end(1, error instanceof StartFault ? error.message : `Drawbridge could not start: ${reasonOf(error)}`);
}
