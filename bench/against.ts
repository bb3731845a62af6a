// Creates and claims through HTTP of this checkout and of another one, such as an earlier commit that was installed and built, in
// turns on one machine: node scripts/run.js bench/against.ts <folder of the other checkout>
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Processor, processorEach, readProcessor } from './processor';

const folder = path.resolve(process.argv[2] ?? '');
const rounds = 3;
const lanes = 8;
const each = 160;

type Demo = { baseUrl: string; apiKey: string; wallets: { customer: { address: string } } };
type Side = { name: string; demo: Demo; stop(): Promise<unknown> };

const program = `
  const { default: start } = await import('./e2e/support/portal.ts');
  const stop = await start();
  process.send(process.env.E2E_DEMO_FILE);
  process.once('disconnect', () => stop().then(() => process.exit(0)));`;

/** The whole product of a checkout, started by its own scripts. */
async function launch(name: string, cwd: string): Promise<Side> {
  const given = ['--import', './scripts/resolve-alias.js', '--input-type=module', '-e', program];
  const child = spawn(process.execPath, given, { cwd, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [file] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (typeof file !== 'string') throw new Error(`${name} did not start`);
  const stop = async () => {
    child.disconnect();
    await once(child, 'exit');
  };
  return { name, demo: JSON.parse(readFileSync(path.resolve(cwd, file), 'utf8')), stop };
}

async function post({ demo }: Side, address: string, body: object, wanted: number) {
  const headers = { authorization: `Bearer ${demo.apiKey}`, 'content-type': 'application/json' };
  const answer = await fetch(`${demo.baseUrl}${address}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (answer.status !== wanted) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

let made = 0;
const create = (side: Side): Promise<{ claim_url: string }> => {
  const recipient = { type: 'anyone' };
  const reference = `against-${made++}-${Math.random()}`;
  return post(side, '/api/v1/payouts', { amount: '2.00', asset: 'USDT', chain: 'local', recipient, reference }, 201);
};
const claim = (side: Side, link: { claim_url: string }) => {
  const token = link.claim_url.split('/').at(-1);
  return post(side, `/api/v1/claims/${token}`, { address: side.demo.wallets.customer.address }, 200);
};

/** Milliseconds of the portal's and the database's processor for each, and how many a second there were. */
type Cost = { portal: number; database: number; perSecond: number };

async function measure<T>(things: readonly T[], work: (thing: T) => Promise<unknown>): Promise<Cost> {
  const before: Processor = readProcessor();
  const started = performance.now();
  const left = [...things];
  const lane = async () => {
    for (let thing = left.pop(); thing !== undefined; thing = left.pop()) await work(thing);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  const seconds = (performance.now() - started) / 1000;
  const { portal, database } = processorEach(before, things.length);
  return { portal, database, perSecond: things.length / seconds };
}

const verbs = ['create', 'claim'] as const;
const costs = new Map<string, Cost[]>();
const note = (key: string, cost: Cost) => costs.set(key, [...(costs.get(key) ?? []), cost]);

async function round(side: Side, isCounted: boolean): Promise<void> {
  const links: { claim_url: string }[] = [];
  const numbers = Array.from({ length: each }, (_, index) => index);
  const created = await measure(numbers, async () => links.push(await create(side)));
  const claimed = await measure(links, (link) => claim(side, link));
  if (!isCounted) return;
  note(`${side.name} create`, created);
  note(`${side.name} claim`, claimed);
}

const mean = (key: string, of: (cost: Cost) => number) => {
  const all = (costs.get(key) ?? []).map(of);
  return all.reduce((sum, one) => sum + one, 0) / all.length;
};

const sides: Side[] = [];
try {
  sides.push(await launch('other', folder), await launch('this', process.cwd()));
  for (const side of sides) await round(side, false);
  for (let turn = 0; turn < rounds; turn++) for (const side of sides) await round(side, true);
  console.log(`\nthis checkout against ${folder}, ${lanes} at once`);
  for (const verb of verbs) {
    for (const name of ['other', 'this']) {
      const of = (what: keyof Cost) => mean(`${name} ${verb}`, (cost) => cost[what]).toFixed(1);
      console.log(
        `  ${name.padEnd(6)} ${verb}: ${of('perSecond')}/s, portal ${of('portal')} ms, database ${of('database')} ms`,
      );
    }
    const speed = mean(`this ${verb}`, (cost) => cost.perSecond) / mean(`other ${verb}`, (cost) => cost.perSecond);
    const sum = (name: string) => mean(`${name} ${verb}`, (cost) => cost.portal + cost.database);
    console.log(
      `  ${verb}: ${speed.toFixed(2)} × as many a second, ${(sum('this') / sum('other')).toFixed(2)} × the processor`,
    );
  }
} finally {
  for (const side of sides) await side.stop();
}
process.exit();
