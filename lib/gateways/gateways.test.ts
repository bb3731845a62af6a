import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { freePort } from '@/db/processes';
import { merchants } from '@/db/schema';
import { scopes } from '@/db/vocabulary/people';
import { goodManners, type Manners } from '@/e2e/support/shkeeper/manners';
import { env } from '@/lib/kernel/env';
import { newId } from '@/lib/kernel/ids';
import { testWorld } from '@/lib/payouts/testing/world';
import { deleteSource } from '@/lib/sources/create';
import { updateGateway } from './change';
import { createGateway, disableGateway, listGateways, viewGateway } from './gateways';
import type { CreateGatewayBody } from './schema';
import { lockHotWallet } from './store';
import { takeWallets } from './take-wallet';
import { testGateway } from './testing/test-gateway';

const world = testWorld();
const gateway = testGateway(world);
const stranger = createServer((_request, response) => response.end('<html>')).listen(0, '127.0.0.1');
afterAll(() => void stranger.close());

beforeEach(async () => {
  gateway.server().behave(goodManners);
  const { data } = await listGateways(world.merchant());
  for (const { id } of data) await disableGateway(world.merchant(), id);
});

test('what is set up is answered with its hot wallet, its callback address, and none of what lets us in', async () => {
  const made = await gateway.setUp({ callback_secret: 'secret of callbacks' });
  expect(made).toMatchObject({
    ...{ kind: 'shkeeper', state: 'active', fault: null, url: gateway.server().url, username: 'admin' },
    callback_url: expect.stringMatching(/\/api\/hooks\/shkeeper\/src_\w+$/),
    assets: [{ chain: 'local', asset: 'USDT', hot_wallet: gateway.wallet, held: '10000.00', coins: '1.00' }],
  });
  expect(await viewGateway(world.merchant(), made.id)).toEqual(made);
  const told = JSON.stringify(await listGateways(world.merchant()));
  expect(told).toContain(made.id);
  expect(told).not.toMatch(/test-api-key|secret of callbacks|"password"|"api_key"/);
  const kept = JSON.stringify(await world.database.sql`select * from gateways where id = ${made.id}`);
  expect(kept).not.toMatch(/test-api-key|secret of callbacks/);
});

test('nothing is sent to find out whether a gateway can pay', async () => {
  await gateway.setUp();
  expect([gateway.server().wallet.sent, gateway.server().rows.rows]).toEqual([[], []]);
});

type Case = [what: string, code: string, manners: Partial<Manners>, given: Partial<CreateGatewayBody>];
const usdt = { chain: 'local', asset: 'USDT' } as const;
const cases: Case[] = [
  ['a wrong login', 'gateway_login_refused', {}, { password: 'wrong' }],
  ['a wrong key', 'gateway_key_refused', {}, { api_key: 'wrong' }],
  ['the login of a store’s user', 'gateway_login_not_admin', { storeUserOf: `0x${'5'.repeat(40)}` }, {}],
  [
    'the login of a user whose store is closed',
    'gateway_login_not_admin',
    { storeUserOf: `0x${'5'.repeat(40)}`, storeActive: false },
    {},
  ],
  ['a crypto that it does not have', 'gateway_crypto_unknown', {}, { assets: [{ ...usdt, crypto: 'NOPE' }] }],
  ['a wallet that it does not see itself', 'gateway_wallet_offline', { offline: true }, {}],
  ['a server that hangs up', 'gateway_unreachable', { away: true }, {}],
  ['an asset that we do not read', 'asset_unavailable', {}, { assets: [{ ...usdt, asset: 'ETH', crypto: 'ETH' }] }],
  [
    'a network where its asset is another one',
    'gateway_crypto_unknown',
    {},
    { assets: [{ chain: 'ethereum', asset: 'USDT', crypto: 'BNB-USDT' }] },
  ],
  [
    'an asset named twice',
    'invalid_request',
    {},
    {
      assets: [
        { ...usdt, crypto: 'LOCAL-USDT' },
        { ...usdt, crypto: 'OTHER-USDT' },
      ],
    },
  ],
  ['a private address that nobody allowed', 'target_refused', {}, { url: 'http://10.0.0.1:5000' }],
  ['an address with a query', 'target_refused', {}, { url: 'https://pay.example.com/?a=1' }],
];

test.each(cases)('%s is refused as %s, and nothing is kept', async (_what, code, manners, given) => {
  gateway.server().behave(manners);
  const before = (await listGateways(world.merchant())).data.length;
  await expect(gateway.setUp(given)).rejects.toMatchObject({ code });
  expect((await listGateways(world.merchant())).data).toHaveLength(before);
  expect(gateway.server().wallet.sent).toEqual([]);
});

test('an address where another server answers, or none, is told apart', async () => {
  const { port } = { port: Number(Object(stranger.address()).port) };
  const closed = await freePort();
  env.WEBHOOK_ALLOWED_PRIVATE_HOSTS.push(...[port, closed].map((one) => `${world.merchantId}@127.0.0.1:${one}`));
  const at = (one: number) => gateway.setUp({ url: `http://127.0.0.1:${one}` });
  await expect(at(port)).rejects.toMatchObject({ code: 'gateway_unknown_server' });
  await expect(at(closed)).rejects.toMatchObject({ code: 'gateway_unreachable' });
});

test('an asset is paid by one gateway at a time, and by the next one once that is disabled', async () => {
  const first = await gateway.setUp();
  await expect(gateway.setUp()).rejects.toMatchObject({
    code: 'gateway_state',
    facts: { extra: { gateway_id: first.id } },
  });
  await disableGateway(world.merchant(), first.id);
  expect((await viewGateway(world.merchant(), first.id)).state).toBe('disabled');
  expect((await gateway.setUp()).id).not.toBe(first.id);
});

test('a hot wallet is one merchant’s: another one cannot take what it pays for its own', async () => {
  await gateway.setUp();
  const merchantId = newId('merchant');
  await world.database.db.insert(merchants).values({ id: merchantId, name: 'Another' });
  env.WEBHOOK_ALLOWED_PRIVATE_HOSTS.push(`${merchantId}@127.0.0.1:${gateway.server().port}`);
  const actor = { kind: 'api_key', keyId: 'key_test', merchantId, scopes } as const;
  const asked = createGateway({ ...world.merchant(), actor }, gateway.body());
  await expect(asked).rejects.toMatchObject({ code: 'hot_wallet_taken' });
});

test('of two merchants who name the same two wallets in either order, none waits for what the other one has', async () => {
  const { db, sql } = world.database;
  const other = newId('merchant');
  await db.insert(merchants).values({ id: other, name: 'A third' });
  const [first, second] = [`0x${'a1'.repeat(20)}`, `0x${'b2'.repeat(20)}`];
  const take = (merchantId: string, addresses: string[]) =>
    db.transaction((tx) =>
      takeWallets(
        tx,
        addresses.map((address) => ({ chain: 'local', address, merchantId, since: new Date() })),
      ),
    );
  const waiting = async (many: number) =>
    expect.poll(() => sql`select from pg_locks where locktype = 'advisory' and not granted`).toHaveLength(many);
  const held = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const holder = db.transaction(async (tx) => {
    await lockHotWallet(tx, { chain: 'local', address: first });
    locked.resolve();
    await held.promise;
  });
  await locked.promise;
  const mine = take(world.merchantId, [first, second]);
  await waiting(1);
  const theirs = take(other, [second, first]);
  await waiting(2);
  held.resolve();
  const ends = await Promise.all([holder, mine, theirs]);
  expect(ends).toEqual([undefined, null, expect.objectContaining({ address: first })]);
});

test('a changed login is tried before it counts, and a changed key signs callbacks from then on', async () => {
  const made = await gateway.setUp();
  const wrong = updateGateway(world.merchant(), made.id, { password: 'wrong' });
  await expect(wrong).rejects.toMatchObject({ code: 'gateway_login_refused' });
  expect(await viewGateway(world.merchant(), made.id)).toEqual(made);
  const changed = await updateGateway(world.merchant(), made.id, { callback_secret: 'another secret' });
  expect(changed).toMatchObject({ id: made.id, callback_url: made.callback_url, fault: null });
  const [source] = await world.database.sql`
    select former_until from sources s join gateways g on g.source_id = s.id where g.id = ${made.id}`;
  expect(source?.former_until).not.toBeNull();
});

test('a server that answers with what it was asked tells nobody what lets us in', async () => {
  const echo = createServer(({ url, headers }, response) => {
    const list = { crypto: ['LOCAL-USDT'], status: 'success' };
    response.statusCode = url === '/api/v1/crypto' ? 200 : 500;
    response.end(
      JSON.stringify(url === '/api/v1/crypto' ? list : { status: 'error', message: JSON.stringify(headers) }),
    );
  });
  await once(echo.listen(0, '127.0.0.1'), 'listening');
  const { port } = { port: Number(Object(echo.address()).port) };
  env.WEBHOOK_ALLOWED_PRIVATE_HOSTS.push(`${world.merchantId}@127.0.0.1:${port}`);
  const asked = gateway.setUp({ url: `http://127.0.0.1:${port}`, password: 'a long password' });
  const problem = await asked.catch((error: unknown) => error);
  echo.close();
  expect(String(problem)).toContain('"authorization":"Basic …"');
});

test('only the owner of a team sets gateways up; everybody in it sees them', async () => {
  const made = await gateway.setUp();
  const asked = createGateway(world.member('developer'), gateway.body());
  await expect(asked).rejects.toMatchObject({ code: 'forbidden' });
  expect((await viewGateway(world.member('viewer'), made.id)).id).toBe(made.id);
});

test('the address at which a gateway calls back lives as long as it pays', async () => {
  const { id, callback_url: at } = await gateway.setUp();
  const source = at.split('/').at(-1) ?? '';
  await expect(deleteSource(world.member('developer'), source)).rejects.toMatchObject({
    ...{ code: 'gateway_state', facts: { extra: { gateway_id: id } } },
  });
  await disableGateway(world.merchant(), id);
  await deleteSource(world.member('developer'), source);
});
