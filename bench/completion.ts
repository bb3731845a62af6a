// From the block that makes a claim final to `completed` in the database, and to the webhook received by a merchant.
// Alone: node scripts/run.js bench/completion.ts
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import postgres from 'postgres';
import { createWalletClient, http } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { foundry } from 'viem/chains';
import { freePort } from '@/db/processes';
import { beatMs } from '@/lib/chains/beat';
import { confirmationsNeeded } from '@/lib/chains/registry';
import { callRpc, callRpcNumber } from '@/scripts/services/json-rpc';
import { createOne, type Demo, withPortal } from './portal';
import { type Spread, spreadOf } from './spread';
import { noteTarget } from './targets';

const claims = 15;
const targetWebhookMs = 250;
const targetBeyondLookMs = 150;

export type CompletionFigures = { blockToCompleted: Spread; completedToWebhook: Spread; rpcRoundTrip: Spread };

/** Hears webhooks and says when each payout's completion arrived. */
async function startSink(port: number) {
  const heard = new Map<string, number>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const event = JSON.parse(Buffer.concat(parts).toString());
      if (event.type === 'payout.completed') heard.set(event.data.id, Date.now());
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { heard, close: () => server.close() };
}

async function until<T>(read: () => T | Promise<T>): Promise<NonNullable<T>> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    const value = await read();
    if (value !== undefined && value !== null && value !== false) return value;
    await pause(3);
  }
  throw new Error('Nothing happened within a minute');
}

async function sendClaim(demo: Demo, claimUrl: string): Promise<bigint> {
  const { address, privateKey } = demo.wallets.customer;
  const answer = await fetch(claimUrl.replace('/p/', '/api/v1/claims/'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ address }),
  });
  const { transfer } = await answer.json();
  const transport = http(demo.chain.rpcUrl);
  const wallet = createWalletClient({ account: privateKeyToAccount(privateKey), chain: foundry, transport });
  const hash = await wallet.sendTransaction({ to: transfer.to, data: transfer.data, gas: 200_000n });
  const receipt = await until(() => callRpc(demo.chain.rpcUrl, 'eth_getTransactionReceipt', [hash]));
  return BigInt(Reflect.get(Object(receipt), 'blockNumber'));
}

export async function benchCompletion(demo: Demo, sinkPort: number): Promise<CompletionFigures> {
  const sql = postgres(demo.databaseUrl, { max: 2 });
  const sink = await startSink(sinkPort);
  const endpoint = await fetch(`${demo.baseUrl}/api/v1/webhook-endpoints`, {
    method: 'POST',
    headers: { authorization: `Bearer ${demo.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ url: `http://127.0.0.1:${sinkPort}/`, dialect: 'standard', events: ['payout.completed'] }),
  });
  if (endpoint.status !== 201) throw new Error(`The sink was refused: ${await endpoint.text()}`);
  const blockToCompleted: number[] = [];
  const completedToWebhook: number[] = [];
  for (let round = 0; round < claims; round++) {
    const payout = await createOne(demo, `completion-${Date.now()}-${round}`);
    const block = await sendClaim(demo, payout.claim_url);
    const final = Number(block) + confirmationsNeeded('local') - 1;
    await until(async () => (await callRpcNumber(demo.chain.rpcUrl, 'eth_blockNumber')) >= final);
    const finalAt = Date.now();
    const completedAt = await until(async () => {
      const [row] = await sql`select completed_at from payouts where id = ${payout.id}`;
      return row?.completed_at && Date.now();
    });
    const heardAt = await until(() => sink.heard.get(payout.id));
    blockToCompleted.push(completedAt - finalAt);
    completedToWebhook.push(Math.max(0, heardAt - completedAt));
  }
  const roundTrips: number[] = [];
  for (let round = 0; round < 100; round++) {
    const start = performance.now();
    await callRpcNumber(demo.chain.rpcUrl, 'eth_blockNumber');
    roundTrips.push(performance.now() - start);
  }
  sink.close();
  await sql.end();
  return {
    blockToCompleted: spreadOf(blockToCompleted),
    completedToWebhook: spreadOf(completedToWebhook),
    rpcRoundTrip: spreadOf(roundTrips),
  };
}

export function printCompletion({ blockToCompleted, completedToWebhook, rpcRoundTrip }: CompletionFigures): void {
  const cells = ({ p50, p95 }: Spread) => `${p50.toFixed(0).padStart(8)}${p95.toFixed(0).padStart(8)}`;
  const met = completedToWebhook.p95 <= targetWebhookMs ? 'met' : 'MISSED';
  console.log(`\n${'claims, ms'.padEnd(40)}${'p50'.padStart(8)}${'p95'.padStart(8)}`);
  console.log(`${'  final block to completed'.padEnd(40)}${cells(blockToCompleted)}`);
  console.log(
    `${'  completed to webhook received'.padEnd(40)}${cells(completedToWebhook)}  p95 of at most ${targetWebhookMs}: ${met}`,
  );
  console.log(`${'  one read of the chain, for scale'.padEnd(40)}${cells(rpcRoundTrip)}`);
  const look = beatMs('local');
  noteTarget({
    what: 'final block to completed',
    figure: `p95 ${blockToCompleted.p95.toFixed(0)} ms, beside ${rpcRoundTrip.p95.toFixed(0)} ms of one read`,
    target: `p95 at most one look (${look} ms) + ${targetBeyondLookMs} ms`,
    met: blockToCompleted.p95 <= look + targetBeyondLookMs,
  });
}

/** The sink's address must be allowed before the portal starts. */
export async function allowSink(): Promise<number> {
  const port = await freePort();
  process.env.WEBHOOK_ALLOWED_PRIVATE_HOSTS = `127.0.0.1:${port}`;
  return port;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const port = await allowSink();
  printCompletion(await withPortal((demo) => benchCompletion(demo, port)));
}
