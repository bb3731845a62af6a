// Creates per second over HTTP, beside a bare Node server doing the same SQL on the same database in the same run.
// Alone: node scripts/run.js bench/creates.ts
import { fork } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import { fileURLToPath, pathToFileURL } from 'node:url';
import postgres from 'postgres';
import { type Demo, withPortal } from './portal';

const atOnce = 16;
const secondsEach = 8;
const warmUp = 200;

export type CreateFigures = { portalPerSecond: number; barePerSecond: number; ratio: number };

function post(url: URL, agent: http.Agent, apiKey: string, reference: string): Promise<number> {
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
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    });
    request.on('error', reject).end(body);
  });
}

async function measure(url: URL, apiKey: string, name: string): Promise<number> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });
  const one = async (reference: string) => {
    const status = await post(url, agent, apiKey, reference);
    if (status !== 201) throw new Error(`${name} answered ${status}`);
  };
  const run = async (label: string, goesOn: (done: number) => boolean) => {
    const state = { done: 0 };
    const lane = async () => {
      while (goesOn(state.done)) await one(`${label}-${state.done++}-${Math.random()}`);
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    return state.done;
  };
  await run(`${name}-warm`, (done) => done < warmUp);
  const start = performance.now();
  const done = await run(name, () => performance.now() - start < secondsEach * 1000);
  agent.destroy();
  return done / ((performance.now() - start) / 1000);
}

/** Deliveries would compete for the same two processors, for the portal's creates and for the bare ones. */
async function pauseWebhooks(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1 });
  await sql`update endpoints set status = 'paused'`;
  await sql.end();
}

export async function benchCreates(demo: Demo): Promise<CreateFigures> {
  await pauseWebhooks(demo.databaseUrl);
  const bare = fork(fileURLToPath(new URL('./bare-create.ts', import.meta.url)), {
    env: { ...process.env, DATABASE_URL: demo.databaseUrl },
  });
  const [port] = await once(bare, 'message');
  const bareUrl = new URL(`http://127.0.0.1:${String(port)}/`);
  const barePerSecond = await measure(bareUrl, demo.apiKey, 'bare');
  const portalPerSecond = await measure(new URL(`${demo.baseUrl}/api/v1/payouts`), demo.apiKey, 'portal');
  bare.disconnect();
  return { portalPerSecond, barePerSecond, ratio: portalPerSecond / barePerSecond };
}

export function printCreates({ portalPerSecond, barePerSecond, ratio }: CreateFigures): void {
  console.log(`\ncreates over HTTP, ${atOnce} at once, a second`);
  console.log(`  bare Node server, same SQL${barePerSecond.toFixed(0).padStart(18)}`);
  console.log(`  portal${portalPerSecond.toFixed(0).padStart(38)}  (${(ratio * 100).toFixed(0)} % of bare)`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) printCreates(await withPortal(benchCreates));
