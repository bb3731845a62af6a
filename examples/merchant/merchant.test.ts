import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from '@/db/processes';

/** The shop runs as its own process; this file plays the portal, at the level of HTTP, to make it misbehave. */

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const server = fileURLToPath(new URL('./server.ts', import.meta.url));

type Call = { method: string; url: string; key: string | undefined; body: Record<string, unknown> };
type Payout = { id: string; reference: string; status: string; version: number; [other: string]: unknown };

let portal: http.Server;
let portalPort: number;
let calls: Call[];
let payouts: Map<string, Payout>;
/** What the portal's event list has, oldest first. */
let happened: Payout[];
/** Answers of the next calls, instead of what a healthy portal says: a status, or null to cut the connection. */
let statusAfterCancel = 'cancelled';
let trouble: (number | null)[];
let shop: ChildProcess | null;
let shopPort: number;
let directory: string;

function answerHealthily({ method, url, key, body }: Call): [number, object] {
  const id = /payouts\/(po_[^/]+)/.exec(url)?.[1] ?? '';
  if (method === 'POST' && url === '/api/v1/payouts') {
    const known = payouts.get(`po_${key}`);
    const fresh = {
      id: `po_${key}`,
      reference: String(body.reference),
      amount: body.amount,
      status: 'pending',
      version: 1,
    };
    const payout = known ?? { ...fresh, transfer: null, failure_reason: null };
    payouts.set(payout.id, payout);
    return [201, { ...payout, claim_url: `http://127.0.0.1:${portalPort}/p/token-of-${payout.id}` }];
  }
  const payout = payouts.get(id);
  const cancelling = payout && url.endsWith('/cancel');
  if (cancelling) Object.assign(payout, { status: statusAfterCancel, version: payout.version + 1 });
  return payout ? [200, payout] : [404, { code: 'not_found', detail: 'There is no such payout.' }];
}

/** One event a page, so that reading on is tried, too. */
function eventsAfter(after: number): object {
  const data = happened.slice(after, after + 1).map((payout, index) => ({ sequence: after + index + 1, data: payout }));
  return { data, next_cursor: String(after + data.length), has_more: after + data.length < happened.length };
}

async function startPortal(): Promise<void> {
  portal = http.createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const { method = '', url = '', headers } = request;
    const after = /^\/api\/v1\/events\?cursor=(\d+)$/.exec(url)?.[1];
    if (after !== undefined) return response.end(JSON.stringify(eventsAfter(Number(after))));
    const call = { method, url, key: headers['idempotency-key']?.toString(), body: JSON.parse(text || '{}') };
    calls.push(call);
    const healthy = answerHealthily(call);
    const [status, body] = trouble.length > 0 ? [trouble.shift(), { detail: 'The portal says no.' }] : healthy;
    if (typeof status === 'number') response.writeHead(status).end(JSON.stringify(body));
    else response.destroy();
  });
  portal.listen(0, '127.0.0.1');
  await once(portal, 'listening');
  portalPort = Number(Object(portal.address()).port);
}

async function startShop(secrets = secret): Promise<void> {
  shop = spawn(process.execPath, ['--conditions=drawbridge-source', server], {
    env: {
      ...process.env,
      ...{
        PORT: String(shopPort),
        DRAWBRIDGE_URL: `http://127.0.0.1:${portalPort}`,
        DRAWBRIDGE_API_KEY: 'db_test_key',
      },
      ...{ WEBHOOK_SECRET: secrets, DATA_FILE: path.join(directory, 'merchant.json'), SITE_URL: '' },
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(shop.stdout ?? shop, 'data');
}

async function killShop(): Promise<void> {
  shop?.kill('SIGKILL');
  await once(shop ?? portal, 'exit');
  shop = null;
}

beforeEach(async () => {
  calls = [];
  payouts = new Map();
  happened = [];
  trouble = [];
  shopPort = await freePort();
  directory = mkdtempSync(path.join(tmpdir(), 'merchant-'));
  await startPortal();
  await startShop();
});

afterEach(async () => {
  if (shop) await killShop();
  portal.closeAllConnections();
  portal.close();
  rmSync(directory, { recursive: true, force: true });
});

const at = (route: string) => `http://127.0.0.1:${shopPort}${route}`;
const send = (route: string, body: object, type = 'application/json') =>
  fetch(at(route), { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(body) });

/** The first state that the page is told and that satisfies `wanted`. */
async function seen(wanted: (state: { balance: number; withdrawals: Record<string, unknown>[] }) => boolean) {
  const stop = new AbortController();
  const response = await fetch(at('/live'), { signal: stop.signal });
  for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const state = JSON.parse(text.trimEnd().split('\n\n').at(-1)?.replace('data: ', '') ?? '');
    if (!wanted(state)) continue;
    stop.abort();
    return state;
  }
}
const now = () => seen(() => true);

function hook(payout: Payout, id: string = `ev_${randomUUID()}`, with_ = secret): Promise<Response> {
  const { test, ...data } = payout;
  const body = JSON.stringify({ type: `payout.${payout.status}`, timestamp: new Date().toISOString(), test, data });
  const time = new Date();
  const headers = {
    ...{ 'webhook-id': id, 'webhook-timestamp': String(Math.floor(time.getTime() / 1000)) },
    'webhook-signature': new Webhook(with_).sign(id, time, body),
  };
  return fetch(at('/webhooks'), { method: 'POST', headers, body });
}

async function withdrawn(body: object = { amount: '25.00' }): Promise<Payout> {
  const { payoutId } = await (await send('/withdrawals', body)).json();
  const payout = payouts.get(payoutId);
  if (!payout) throw new Error('No payout was made');
  return payout;
}
const step = (payout: Payout, status: string) => Object.assign(payout, { status, version: payout.version + 1 });
const reads = () => calls.filter((call) => call.method === 'GET').length;

test('a withdrawal sets its amount aside and opens the payout that the portal made', async () => {
  const answer = await send('/withdrawals', { amount: '25.00' });
  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({
    status: 'pending',
    cents: 2500,
    claimUrl: expect.stringContaining('/p/'),
  });
  expect(await now()).toMatchObject({ balance: 5000, withdrawals: [{ status: 'pending' }] });
  const [create] = calls;
  const reference = create?.key;
  expect(create?.body).toMatchObject({ amount: '25.00', asset: 'USDT', recipient: { type: 'anyone' }, reference });
});

test('a wallet address binds the payout to that wallet', async () => {
  const address = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC';
  await withdrawn({ amount: '10', address });
  expect(calls[0]?.body).toMatchObject({ amount: '10.00', recipient: { type: 'wallet', address } });
});

test('a lost answer is asked for again under the same key, and makes one payout', async () => {
  trouble = [null, 503];
  await withdrawn();
  expect(calls).toHaveLength(3);
  expect(new Set(calls.map((call) => call.key)).size).toBe(1);
  expect(payouts.size).toBe(1);
  expect(await now()).toMatchObject({ balance: 5000, withdrawals: [{ status: 'pending' }] });
});

test('a shop killed while it waits for the answer asks again when it is back, and keeps the amount aside', async () => {
  trouble = [null, null, null, null, null, null];
  const waiting = send('/withdrawals', { amount: '25.00' }).catch(() => {});
  await seen((state) => state.withdrawals.length === 1);
  await killShop();
  await waiting;
  trouble = [];
  await startShop();
  expect(await seen((state) => state.withdrawals[0]?.status === 'pending')).toMatchObject({ balance: 5000 });
  expect(payouts.size).toBe(1);
  expect(new Set(calls.filter((call) => call.method === 'POST').map((call) => call.key)).size).toBe(1);
});

test('a clear no gives the amount back and says why', async () => {
  trouble = [422];
  expect(await (await send('/withdrawals', { amount: '25.00' })).json()).toMatchObject({ status: 'refused' });
  expect(await now()).toMatchObject({ balance: 7500, withdrawals: [{ reason: 'The portal says no.' }] });
});

test('a webhook makes the shop read the payout back, and what it reads is what counts', async () => {
  const payout = await withdrawn();
  const claimed = { ...payout, status: 'completed', version: 9 };
  expect((await hook(claimed)).status).toBe(204);
  expect(await now()).toMatchObject({ withdrawals: [{ status: 'pending' }] });
  step(payout, 'completed');
  expect((await hook(payout)).status).toBe(204);
  expect(await now()).toMatchObject({ balance: 5000, withdrawals: [{ status: 'completed' }] });
});

test('a duplicate and an out-of-date webhook change nothing and cost no call', async () => {
  const payout = await withdrawn();
  const old = { ...payout };
  step(payout, 'completed');
  await hook(payout, 'ev_once');
  const before = reads();
  expect((await hook(payout, 'ev_once')).status).toBe(204);
  expect((await hook(old, 'ev_late')).status).toBe(204);
  expect(reads()).toBe(before);
  expect(await now()).toMatchObject({ balance: 5000, withdrawals: [{ status: 'completed' }] });
});

test('what no webhook told is fetched by the sequence of events, each one once', async () => {
  const first = await withdrawn({ amount: '10' });
  const second = await withdrawn({ amount: '20' });
  await killShop();
  happened = [{ ...first }, { ...second }, { ...step(first, 'expired') }, { ...step(second, 'completed') }];
  await startShop();
  expect(await seen((state) => state.withdrawals[0]?.status === 'completed')).toMatchObject({
    balance: 5500,
    withdrawals: [{ status: 'completed' }, { status: 'expired' }],
  });
  expect(reads()).toBe(2);
});

test('while a secret is rotated, webhooks signed by the old and by the new one are taken', async () => {
  const renewed = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
  await killShop();
  await startShop(`${renewed} ${secret}`);
  const payout = step(await withdrawn(), 'processing');
  expect((await hook(payout)).status).toBe(204);
  expect((await hook(step(payout, 'completed'), 'ev_renewed', renewed)).status).toBe(204);
  expect(await now()).toMatchObject({ withdrawals: [{ status: 'completed' }] });
});

test('a test event is answered and changes nothing', async () => {
  const payout = step(await withdrawn(), 'completed');
  const before = reads();
  expect((await hook({ ...payout, test: true })).status).toBe(204);
  expect(reads()).toBe(before);
});

test('a forged, altered or unsigned webhook is refused', async () => {
  const payout = await withdrawn();
  const forged = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
  expect((await hook(step(payout, 'cancelled'), 'ev_forged', forged)).status).toBe(401);
  expect((await fetch(at('/webhooks'), { method: 'POST', body: '{}' })).status).toBe(401);
  expect(await now()).toMatchObject({ balance: 5000, withdrawals: [{ status: 'pending' }] });
});

test('when the portal cannot be read, the webhook is not taken, and its next try works', async () => {
  const payout = step(await withdrawn(), 'completed');
  trouble = [500, 500, 500, 500];
  expect((await hook(payout, 'ev_again')).status).toBe(500);
  expect((await hook(payout, 'ev_again')).status).toBe(204);
  expect(await now()).toMatchObject({ withdrawals: [{ status: 'completed' }] });
});

test.each(['cancelled', 'expired'])('a payout that is %s gives its amount back once', async (status) => {
  const payout = step(await withdrawn(), status);
  await Promise.all([hook(payout), hook(payout)]);
  await hook({ ...payout, version: payout.version + 1 });
  expect(await now()).toMatchObject({ balance: 7500, withdrawals: [{ status }] });
});

test('a failed payout is closed before its amount is back in the balance', async () => {
  const payout = step(await withdrawn(), 'failed');
  await hook(payout);
  expect(calls.at(-1)).toMatchObject({ method: 'POST', url: `/api/v1/payouts/${payout.id}/cancel` });
  expect(await now()).toMatchObject({ balance: 7500, withdrawals: [{ status: 'cancelled' }] });
});

test('a failed payout whose cancellation waits gives its amount back only when that is through', async () => {
  statusAfterCancel = 'failed';
  const payout = step(await withdrawn(), 'failed');
  await hook(payout);
  expect(await now()).toMatchObject({ balance: 5000, withdrawals: [{ status: 'failed' }] });
  statusAfterCancel = 'cancelled';
  await hook(step(payout, 'cancelled'));
  expect(await now()).toMatchObject({ balance: 7500, withdrawals: [{ status: 'cancelled' }] });
});

test('a payout that is paid after all is taken from the balance again', async () => {
  const payout = step(await withdrawn(), 'expired');
  await hook(payout);
  await hook(step(payout, 'processing'));
  expect(await now()).toMatchObject({ balance: 5000, withdrawals: [{ status: 'processing' }] });
});

test('a customer can cancel, and gets the amount back when the portal says so', async () => {
  const { reference } = await withdrawn();
  expect(await (await send('/cancel', { reference })).json()).toMatchObject({ status: 'cancelled' });
  expect(await now()).toMatchObject({ balance: 7500 });
});

test('two withdrawals at once cannot take the same money', async () => {
  const answers = await Promise.all([send('/withdrawals', { amount: '50' }), send('/withdrawals', { amount: '50' })]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 422]);
  expect(await now()).toMatchObject({ balance: 2500 });
});

test('what cannot be withdrawn is refused with a sentence and takes nothing', async () => {
  const mistakes: [object, string][] = [
    [{ amount: '75.01' }, 'There are 75.00 USDT in your balance.'],
    [{ amount: '-1' }, 'Enter an amount such as 25.00.'],
    [{ amount: '1e3' }, 'Enter an amount such as 25.00.'],
    [{ amount: '1.001' }, 'Enter an amount such as 25.00.'],
    [{ amount: 25 }, 'Enter an amount such as 25.00.'],
    [{ amount: '1', address: 'mine' }, 'A wallet address is 0x and 40 digits or letters.'],
  ];
  for (const [body, error] of mistakes) {
    const answer = await send('/withdrawals', body);
    expect([answer.status, await answer.json()]).toEqual([422, { error }]);
  }
  expect(await now()).toEqual({ balance: 7500, withdrawals: [] });
  expect(calls).toEqual([]);
});

test('a form on a foreign page cannot withdraw', async () => {
  expect((await send('/withdrawals', { amount: '25.00' }, 'text/plain')).status).toBe(422);
  expect(await now()).toMatchObject({ balance: 7500 });
});

test('the page loads the script of the portal and never the API key', async () => {
  const page = await (await fetch(at('/'))).text();
  expect(page).toContain(`src="http://127.0.0.1:${portalPort}/embed.js"`);
  expect(page).not.toContain('db_test_key');
  expect(await (await fetch(at('/health'))).json()).toEqual({ status: 'ok' });
});
