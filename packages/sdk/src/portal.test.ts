import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Drawbridge, isProblem } from '@drawbridge/sdk';
import { count } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openapiDocument } from '@/app/api/v1/document';
import { routes } from '@/app/api/v1/routes';
import { payouts } from '@/db/schema';
import { byDepth } from '@/db/testing/depth';
import { scopes } from '@/db/vocabulary/people';
import { createApiKey } from '@/lib/access/api-keys';
import { servedRoutes } from '@/lib/http/testing/serve-routes';
import { testWorld } from '@/lib/payouts/testing/world';
import { sdkMethods } from '@/scripts/sdk-methods';
import { operationsOf, sdkResources, sdkTypes } from '@/scripts/sdk-types';

/** The client against the real routes, through a proxy that loses answers; and the package as npm makes and installs it. */

const folder = path.join(import.meta.dirname, '..');
const run = promisify(execFile);
const world = testWorld();
const portal = servedRoutes(routes);
let proxy: http.Server;
let apiKey: string;

/** How often each key was heard. Its first answer is lost, and for every other key the second one, too. */
const heard = new Map<string, number>();
const losses = (key: string) => (key === '' ? 0 : 1 + (Number.parseInt(key.slice(0, 1), 16) % 2));

beforeAll(async () => {
  globalThis.drawbridgeConnection = world.database;
  const { merchantId } = world;
  const made = { merchantId, name: 'sdk', scopes, requestsPerMinute: 10_000, now: new Date() };
  apiKey = (await createApiKey(world.database.db, made)).key;
  proxy = http.createServer((incoming, outgoing) => {
    const key = String(incoming.headers['idempotency-key'] ?? '');
    const before = heard.get(key) ?? 0;
    if (key) heard.set(key, before + 1);
    const { method, headers } = incoming;
    const onward = http.request(new URL(incoming.url ?? '/', portal.url), { method, headers }, (answer) => {
      // The portal has acted when this comes.
      if (before < losses(key)) return outgoing.destroy();
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
});
afterAll(() => proxy.close());

const client = () => new Drawbridge({ apiKey, baseUrl: `http://127.0.0.1:${Object(proxy.address()).port}` });
const wanted = (reference: string) => ({
  ...{ amount: '25.00', asset: 'USDT', chain: 'local' as const, reference },
  recipient: { type: 'anyone' as const },
});

test('creates whose answers are lost after the portal has acted make one payout each', async () => {
  const drawbridge = client();
  const size = byDepth({ quick: 12, deep: 100 });
  const made = await Promise.all(
    Array.from({ length: size }, (_, index) => drawbridge.payouts.create(wanted(`lost-${index}`))),
  );
  expect(heard.size).toBe(size);
  expect(Math.min(...heard.values())).toBeGreaterThan(1);
  expect(new Set(made.map(({ id }) => id)).size).toBe(size);
  expect(await world.database.db.select({ rows: count() }).from(payouts)).toEqual([{ rows: size }]);
  const listed: string[] = [];
  for await (const { id } of drawbridge.payouts.list({ limit: 5, status: 'pending' })) listed.push(id);
  expect(listed.sort()).toEqual(made.map(({ id }) => id).sort());
});

test('what the portal refuses comes as its code, with the id of the request', async () => {
  const drawbridge = new Drawbridge({ apiKey, baseUrl: portal.url });
  await drawbridge.payouts.create(wanted('twice'));
  const refused = await drawbridge.payouts.create(wanted('twice')).catch((error: unknown) => error);
  expect(isProblem(refused, 'reference_taken')).toBe(true);
  expect(refused).toMatchObject({ requestId: expect.stringMatching(/^req_/), field: 'reference' });
});

test('what only checks answers so, and makes nothing', async () => {
  const drawbridge = new Drawbridge({ apiKey, baseUrl: portal.url });
  const order = {
    ...{ amount: '100.00', asset: 'USDT', chain: 'local' as const, reference: 'only-checked', buyer: { id: 'b' } },
    seller: { id: 's', email: 'seller@example.com' },
  };
  expect(await drawbridge.orders.validate(order)).toMatchObject({ valid: true, net: '99.50' });
  expect((await drawbridge.orders.list({ reference: 'only-checked' })).data).toEqual([]);
});

test('the sample of the docs pays once, however often it is run', async () => {
  const sample = path.join(folder, '../../examples/sdk/pay.ts');
  const env = { ...process.env, DRAWBRIDGE_URL: portal.url, DRAWBRIDGE_API_KEY: apiKey, ORDER: 'sample' };
  const pay = () => run(process.execPath, ['--conditions=drawbridge-source', sample], { env });
  const { stdout } = await pay();
  expect(stdout).toMatch(/^po_\w+ http\S+\/p\/[\w-]{43} req_\w+\n/);
  expect(stdout).toMatch(/^po_\w+ sample 25\.00$/m);
  expect((await pay()).stdout.split(' ')[0]).toBe(stdout.split(' ')[0]);
});

test('its types and methods are those of the API now: npm run sdk:generate', () => {
  const read = (name: string) => readFileSync(path.join(folder, 'src', name), 'utf8');
  expect(sdkTypes(openapiDocument())).toBe(read('wire.ts'));
  expect(sdkResources(openapiDocument())).toBe(read('resources.ts'));
});

test('every operation that an API key opens has a method: scripts/sdk-methods.ts', () => {
  const named = Object.values<Record<string, string>>(sdkMethods).flatMap((methods) => Object.values(methods));
  expect(named.sort()).toEqual(
    operationsOf(openapiDocument())
      .map(({ operationId }) => operationId)
      .sort(),
  );
});

const program = `
import { Drawbridge, webhooks } from '@drawbridge/sdk';
const [baseUrl, apiKey, secret, headers, body] = process.argv.slice(2);
const drawbridge = new Drawbridge({ apiKey, baseUrl });
const first = await drawbridge.payouts.list({ limit: 1 });
const event = await webhooks.unwrap(body, JSON.parse(headers), secret);
console.log(first.data.length, event.type);
`;

const typed = `
import { Drawbridge, isProblem, type Payout, webhooks } from '@drawbridge/sdk';
export async function pay(drawbridge: Drawbridge): Promise<Payout | null> {
  // @ts-expect-error an amount is text, never a number
  drawbridge.payouts.create({ amount: 1, asset: 'USDT', chain: 'local', recipient: { type: 'anyone' }, reference: 'a' });
  for await (const payout of drawbridge.payouts.list({ status: 'pending' })) return payout;
  const event = await webhooks.unwrap('', new Headers(), ['a', 'b']);
  const version: number = event.type === 'payout.completed' ? event.data.version : 0;
  return isProblem(version, 'reference_taken') ? null : drawbridge.payouts.get('po_1');
}
`;

test('npm packs it, and what it packed installs without a network and runs as plain JavaScript with types', async () => {
  const place = mkdtempSync(path.join(tmpdir(), 'sdk-'));
  const npm = (args: string[], cwd: string) => run('npm', [...args, '--offline', '--no-audit', '--no-fund'], { cwd });
  await npm(['pack', '--silent', '--pack-destination', place], folder);
  writeFileSync(path.join(place, 'package.json'), '{ "type": "module" }');
  await npm(['install', './drawbridge-sdk-0.1.0.tgz'], place);
  writeFileSync(path.join(place, 'program.js'), program);
  writeFileSync(path.join(place, 'typed.ts'), typed);
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const body = JSON.stringify({ type: 'payout.completed', data: {} });
  const now = new Date();
  const headers = {
    ...{ 'webhook-id': 'ev_1', 'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)) },
    'webhook-signature': new Webhook(secret).sign('ev_1', now, body),
  };
  const asked = ['program.js', portal.url, apiKey, secret, JSON.stringify(headers), body];
  expect((await run(process.execPath, asked, { cwd: place })).stdout).toBe('1 payout.completed\n');
  const tsc = path.join(folder, '../../node_modules/typescript/bin/tsc');
  const strict = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', 'typed.ts', '--ignoreConfig'];
  expect((await run(process.execPath, [tsc, ...strict], { cwd: place })).stdout).toBe('');
  rmSync(place, { recursive: true });
});
