import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { desc, eq } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import { privateKeyToAccount } from 'viem/accounts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { routes } from '@/app/api/v1/routes';
import { sampleName } from '@/app/docs/samples';
import { freePort } from '@/db/processes';
import { endpoints, mails } from '@/db/schema';
import { scopes } from '@/db/vocabulary';
import { demoAccount } from '@/demo/accounts';
import { createApiKey } from '@/lib/access/api-keys';
import { silentGateway } from '@/lib/doors/testing/silent-gateway';
import { testCrypto, testGateway } from '@/lib/gateways/testing/test-gateway';
import { methods } from '@/lib/http/pipeline/resource';
import { servedRoutes } from '@/lib/http/testing/serve-routes';
import { unseal } from '@/lib/kernel/secrets';
import { linkBuyer } from '@/lib/orders/clock/change-seller';
import { clockWorld } from '@/lib/orders/clock/testing/clock-world';
import { createOrder } from '@/lib/orders/create';
import { createOrderBody } from '@/lib/orders/schema';
import { testWorld } from '@/lib/payouts/testing/world';
import { sayRates } from '@/lib/quotes/testing/say-rates';
import { testRelay } from '@/lib/relay/testing/relay';
import { earn, newRewardSource } from '@/lib/rewards/testing/earn';
import { listRewards } from '@/lib/rewards/view';

/** The samples that the reference shows, run as they are against the real routes, database and chain. */
const folder = import.meta.dirname;
const world = testWorld();
const { delivered } = clockWorld(world);
const gateway = testGateway(world);
const portal = servedRoutes(routes);
const run = promisify(execFile);
const settings: Record<string, string> = {};

beforeAll(async () => {
  globalThis.drawbridgeConnection = world.database;
  const { merchantId } = world;
  const { key } = await createApiKey(world.database.db, { merchantId, name: 'samples', scopes, now: new Date() });
  settings.DRAWBRIDGE_URL = portal.url;
  settings.DRAWBRIDGE_API_KEY = key;
  settings.WEBHOOK_URL = 'https://1.1.1.1/webhooks';
  settings.SOURCE_SECRET = `whsec_${Buffer.alloc(32, 6).toString('base64')}`;
  settings.RPC_URL = world.rpcUrl();
  settings.GATEWAY_URL = gateway.server().url;
  settings.GATEWAY_PASSWORD = 'admin';
  settings.GATEWAY_KEY = 'test-api-key';
  settings.GATEWAY_CRYPTO = testCrypto;
  settings.PRIVATE_KEY = demoAccount('customer').privateKey.slice(2);
  settings.ADDRESS = demoAccount('customer').address;
  await testRelay(world).add();
  await silentGateway(world.database.db, { merchantId, wallet: `0x${'6f'.repeat(20)}` });
});

beforeEach(async () => {
  const payout = await world.newPayout({ recipient: { type: 'anyone' } });
  settings.PAYOUT_ID = payout.id;
  settings.CLAIM_TOKEN = payout.token;
  settings.ORDER = `order-of-${payout.id}`;
  settings.PURCHASE = payout.id.replace('po_', '');
});

// A merchant can have so many and no more.
afterEach(() => world.database.db.update(endpoints).set({ deletedAt: new Date() }));

async function runSample(file: string, more: Record<string, string> = {}): Promise<string> {
  const program = file.endsWith('.sh') ? 'sh' : process.execPath;
  const env = { PATH: process.env.PATH, NODE_ENV: 'test' as const, ...settings, ...more };
  const { stdout } = await run(program, [path.join(folder, file)], { env });
  return stdout;
}

async function newEndpoint(): Promise<string> {
  return JSON.parse(await runSample('create-webhook-endpoint.sh')).id;
}

const operations = routes.flatMap((one) => methods.flatMap((method) => one[method].operation?.descriptor.id ?? []));

test('every operation has a sample for curl and one for TypeScript, and no sample is left over', () => {
  const wanted = operations.flatMap((id) => [`${sampleName(id)}.sh`, `${sampleName(id)}.ts`]);
  expect(wanted.filter((file) => !existsSync(path.join(folder, file)))).toEqual([]);
  const present = readdirSync(folder).filter((file) => /\.(sh|ts)$/.test(file) && !file.includes('.test.'));
  expect(present.sort()).toEqual([...wanted, 'receive-webhook.ts'].sort());
});

test.each([
  ['create-payout.sh', /"claim_url":"http:/],
  ['create-payout.ts', /^po_\w+ http\S+\/p\/[\w-]{43}\n$/],
  ['validate-payout.sh', /"valid":true,"amount":"25\.00","fee":"0\.50","net":"24\.50"/],
  ['validate-payout.ts', /^24\.50 \[\]\n$/],
  ['list-payouts.sh', /"next_cursor":null/],
  ['list-payouts.ts', /^po_\w+ order-\d+ 25\.00$/m],
  ['view-payout.sh', /"status":"pending"/],
  ['view-payout.ts', /^pending undefined\n$/],
  ['cancel-payout.sh', /"status":"cancelled"/],
  ['cancel-payout.ts', /^cancelled undefined\n$/],
  ['list-admin-payouts.sh', /^\{"success":true,"data":\[\{"id":"po_/],
  ['list-admin-payouts.ts', /^po_\w+ releasable 24\.50$/m],
  ['reissue-link.sh', /^\{"claim_url":"http/],
  ['reissue-link.ts', /\/p\/[\w-]{43}\n$/],
  ['view-claim.sh', /"coverage":\{"state":"funded"\}/],
  ['view-claim.ts', /^pending 24\.50 USDT\n$/],
  ['check-claim-destination.sh', /"name":null,"notes":\[\]/],
  ['check-claim-destination.ts', /^0x3C44\w+ 0\n$/],
  ['claim-payout.sh', /"transfer":\{"chainId":31337,"to":"0x/],
  ['claim-payout.ts', /You receive 24\.50 USDT from Demo Store .*\n0x[0-9a-f]{64}\n$/],
  ['send-claim.sh', /"relay":\{"offered":false,"state":"queued"/],
  ['send-claim.ts', /^The portal sends it with the next block\./],
  ['create-webhook-endpoint.sh', /"secret":"whsec_/],
  ['create-webhook-endpoint.ts', /^we_\w+ whsec_\S+\n$/],
  ['list-relay-costs.sh', /^\{"data":\[\]\}$/],
  ['list-relay-costs.ts', /^\d{4}-\d\d-\d\d local \d+ [\d.]+ ETH$/m],
  ['list-webhook-sources.sh', /^\{"data":\[\]\}$/],
  ['list-webhook-sources.ts', /^\[\]\n$/],
  ['list-events.sh', /"next_after":\d+,"has_more":false\}$/],
  ['list-events.ts', /^(\d+ payout\.\w+ po_\w+\n)*$/],
  ['create-source.sh', /"url":"http:\/\/localhost:3000\/api\/hooks\/standard\/src_/],
  ['create-source.ts', /^src_\w+ http:\/\/localhost:3000\/api\/hooks\/standard\/src_\w+\n$/],
  ['list-sources.sh', /^\{"data":\[/],
  ['list-sources.ts', /^standard src_\w+ Our gateway$/m],
  ['read-health.sh', /"database":"up"/],
  ['read-health.ts', /^(ok|degraded)\n$/],
  ['list-keys.sh', /^\{"keys":\[/],
  ['list-keys.ts', /^(\S+ signs\n)*$/],
  ['read-openapi.sh', /^\{"openapi":"3\.1\.0"/],
  ['read-openapi.ts', /\/api\/v1\/payouts/],
])('%s does what it shows', async (file, output) => {
  expect(await runSample(file)).toMatch(output);
});

test.each([
  ['create-quote.sh', /"display":\{"currency":"JPY","amount":"5000"\},"wallet":\{"currency":"USDT","amount":"32\.50"/],
  ['create-quote.ts', /^qu_\w+ 32\.00 \d{4}-\S+Z\n$/],
  ['view-quote.sh', /"status":"open"/],
  ['view-quote.ts', /^open 13\/2000\n$/],
  ['accept-quote.sh', /"net":"32\.00".*"claim_url":"http:/],
  ['accept-quote.ts', /^po_\w+ 32\.00 http\S+\n$/],
])('%s does what it shows, with a quote', async (file, output) => {
  await sayRates(world.database.db, { JPY: '0.0065' }, new Date());
  const QUOTE_ID = JSON.parse(await runSample('create-quote.sh')).id;
  expect(await runSample(file, { QUOTE_ID })).toMatch(output);
});

test.each([
  ['create-reward-source.sh', /"template":"http\S+sig=\{sid\}&trans_uuid=\{trans_uuid\}&uid=\{user_uuid\}&/],
  ['create-reward-source.ts', /^http\S+\/api\/hooks\/adjoe\/rws_\w+\?\S+ [\w-]{43}\n$/],
  ['list-reward-sources.sh', /"data":\[\{"id":"rws_/],
  ['list-reward-sources.ts', /^rws_\w+ 1000 1\.00 USDT$/m],
  ['view-reward-user.sh', /"coins":"5000","earned":"5000"/],
  ['view-reward-user.ts', /^5000 Coins 5\.00 USDT\n$/],
  ['list-rewards.sh', /"coins":"5000","status":"booked"/],
  ['list-rewards.ts', /^rw_\w+ 5000 Coins booked\n$/],
  ['redeem-coins.sh', /"coins":"2000","coins_left":"3000","payout":\{"id":"po_/],
  ['redeem-coins.ts', /^2000 3000 2\.00 http\S+\/p\/[\w-]{43}\n$/],
  ['reverse-reward.sh', /"status":"reversed"/],
  ['reverse-reward.ts', /^reversed\n$/],
  ['admit-reward.sh', /"status":"booked"/],
  ['admit-reward.ts', /^booked\n$/],
  ['change-reward-source.sh', /"rate":\{"coins":"900","amount":"1\.00"\}/],
  ['change-reward-source.ts', /^900 1\.00\n$/],
  ['delete-reward-source.sh', /^$/],
  ['delete-reward-source.ts', /^204\n$/],
])('%s does what it shows with what a user earned', async (file, expected) => {
  const source = await newRewardSource(world.merchant());
  const user = `user-${file}`;
  await earn(world.claimant(), source, { user_uuid: user, coin_amount: '5000' });
  const [reward] = (await listRewards(world.merchant(), { user, limit: 1 })).data;
  const more = { REWARD_SOURCE_ID: source.id, REWARD_USER: user, REWARD_ID: reward?.id ?? '' };
  expect(await runSample(file, more)).toMatch(expected);
});

test.each([
  ['quote-claim.sh', /"accepted":true,"display":\{"currency":"JPY","amount":"5000"\}/],
  ['quote-claim.ts', /^32\.00 USDT \d{4}-\S+Z\n$/],
  ['accept-claim-quote.sh', /"accepted":true/],
  ['accept-claim-quote.ts', /^true 32\.00 USDT\n$/],
])('%s does what it shows, with a payout in another currency', async (file, output) => {
  await sayRates(world.database.db, { JPY: '0.0065' }, new Date());
  const display = { currency: 'JPY', amount: '5000' };
  const { token } = await world.newPayout({ recipient: { type: 'anyone' }, amount: undefined, display });
  const QUOTE_ID = JSON.parse(await runSample('quote-claim.sh', { CLAIM_TOKEN: token })).id;
  expect(await runSample(file, { CLAIM_TOKEN: token, QUOTE_ID })).toMatch(output);
});

test.each([
  ['view-order-link.sh', /"stage":"running"/],
  ['view-order-link.ts', /^running \d{4}-\S+Z\n$/],
  ['extend-order.sh', /"extended":true/],
  ['extend-order.ts', /^\d{4}-\S+Z\n$/],
  ['object-to-order.sh', /"stage":"disputed"/],
  ['object-to-order.ts', /^disputed\n$/],
])('%s does what it says with the link of an order', async (file, expected) => {
  const { id } = await delivered();
  const { url } = await linkBuyer(world.merchant(), id);
  expect(await runSample(file, { ORDER_TOKEN: url.split('/o/')[1] ?? '' })).toMatch(expected);
});

test.each([
  ['view-order-settings.sh', /"grace_days":\d+/],
  ['view-order-settings.ts', /^\d+ \{ digital: \d+ \}\n$/],
  ['save-order-settings.sh', /"grace_days":10/],
  ['save-order-settings.ts', /^10 \{ digital: 2 \}\n$/],
])('%s does what it says with how long orders wait', async (file, expected) => {
  expect(await runSample(file)).toMatch(expected);
});

test.each([
  ['list-webhook-endpoints.sh', /^\{"data":\[\{"id":"we_/],
  ['list-webhook-endpoints.ts', /payout\.completed/],
  ['view-webhook-endpoint.sh', /"url":"https:\/\/1\.1\.1\.1\/webhooks"/],
  ['view-webhook-endpoint.ts', /^https:\/\/1\.1\.1\.1\/webhooks active\n$/],
  ['update-webhook-endpoint.sh', /"status":"paused"/],
  ['update-webhook-endpoint.ts', /^paused\n$/],
  ['delete-webhook-endpoint.sh', /^$/],
  ['rotate-webhook-secret.sh', /"secret":"whsec_.*/],
  ['rotate-webhook-secret.ts', /^whsec_\S+ \d{4}-\S+Z\n$/],
  ['test-webhook-endpoint.sh', /"status":"pending".*"test":true/],
  ['test-webhook-endpoint.ts', /^de_\w+ pending payout\.completed\n$/],
  ['list-webhook-deliveries.sh', /"type":"payout\.completed"/],
  ['list-webhook-deliveries.ts', /^de_\w+ payout\.completed undefined$/m],
  ['view-webhook-delivery.sh', /"log":\[\]/],
  ['view-webhook-delivery.ts', /^pending payout\.completed\n$/],
  ['resend-webhook-delivery.sh', /"status":"pending"/],
  ['resend-webhook-delivery.ts', /^pending \d{4}-\S+Z\n$/],
  ['resend-webhooks.sh', /^\{"queued":\d+,"next_after":null\}$/],
  ['resend-webhooks.ts', /^\d+\n$/],
  ['verify-webhook-sample.sh', /"matches":false,"expected":\{"webhook-signature":"v1,/],
  ['verify-webhook-sample.ts', /^false v1,\S+\nwebhook-timestamp was \d+ minutes ago/],
  ['delete-webhook-endpoint.ts', /^deleted\n$/],
])('%s does what it shows, with an endpoint', async (file, output) => {
  const ENDPOINT_ID = await newEndpoint();
  const { id: DELIVERY_ID } = JSON.parse(await runSample('test-webhook-endpoint.sh', { ENDPOINT_ID }));
  expect(await runSample(file, { ENDPOINT_ID, DELIVERY_ID })).toMatch(output);
});

test.each([
  ['delete-source.sh', /^$/],
  ['delete-source.ts', /^deleted\n$/],
  ['replace-source-secret.sh', /"secret":"whsec_.*/],
  ['replace-source-secret.ts', /^whsec_\S+ \d{4}-\S+Z\n$/],
])('%s does what it shows, with a source', async (file, output) => {
  const SOURCE_ID = JSON.parse(await runSample('create-source.sh')).id;
  expect(await runSample(file, { SOURCE_ID })).toMatch(output);
});

test.each([
  ['confirm-tx.sh', /"status":"pending","escrowState":"releasable"/],
  ['confirm-tx.ts', /^pending The network does not show this payment yet\./],
])('%s does what it shows, with a payout that is paid by hand', async (file, output) => {
  const PAYOUT_ID = (await world.newPayout({ rail: 'wallet' })).id;
  expect(await runSample(file, { PAYOUT_ID, TX_HASH: `0x${'ab'.repeat(32)}` })).toMatch(output);
});

test('the samples about the seller of a purchase do what they show', async () => {
  const { data } = JSON.parse(await runSample('pay-seller.sh'));
  const TASK_ID = data.providerPaymentId;
  expect(await runSample('pay-seller.ts')).toBe(`${TASK_ID} pending releasing 107.50\n`);
  expect(await runSample('view-payment.sh', { TASK_ID })).toMatch(/"status":"pending","escrowState":"releasing"/);
  expect(await runSample('view-payment.ts', { TASK_ID })).toBe('pending releasing null\n');
});

const unfunded = (reference: string) =>
  createOrderBody.parse({
    ...{ reference, amount: '120.00', asset: 'USDT', chain: 'local' },
    ...{ buyer: { id: 'b' }, seller: { id: 's', email: 's@example.com' } },
  });

test.each([
  ['link-buyer.sh', /"url":"http\S+\/o\/[\w-]{43}"/],
  ['link-buyer.ts', /^http\S+\/o\/[\w-]{43}\n$/],
  ['change-seller.sh', /"pending_address":\{"address":"0x/],
  ['change-seller.ts', /^0x\w{40} \d{4}-\S+Z\n$/],
])('%s does what it says with an order that was delivered', async (file, expected) => {
  const { id } = await delivered({ seller: { id: 's', address: demoAccount('other').address } });
  expect(await runSample(file, { ORDER_ID: id })).toMatch(expected);
});

test.each(['sh', 'ts'])('the samples of orders do what they show, as .%s', async (kind) => {
  const sample = (name: string, ORDER_ID = '') => runSample(`${name}.${kind}`, { ORDER_ID });
  const idIn = (text: string) => /or_\w+/.exec(text)?.[0] ?? '';
  const created = await sample('create-order');
  expect(created).toContain('funded');
  const steps: [name: string, output: string | RegExp][] = [
    ['list-orders', /or_\w+/],
    ['view-order', 'funded'],
    ['fund-order', 'funded'],
    ['deliver-order', 'delivered'],
    ['hold-order', 'on_hold'],
    ['resume-order', 'delivered'],
    ['dispute-order', 'disputed'],
    ['resolve-order', /"side":"release".*"side":"refund"|^release po_\w+ \S+\nrefund po_/],
  ];
  for (const [name, output] of steps) expect(await sample(name, idIn(created))).toMatch(output);
  const { id } = await createOrder(world.merchant(), unfunded(`parts-${kind}`));
  expect(await sample('fund-order', id)).toContain('funded');
  expect(await sample('release-order', id)).toContain('releasing');
  expect(await sample('refund-order', id)).toContain('releasing');
});

test.each(['sh', 'ts'])('an order that is not funded is cancelled by cancel-order.%s', async (kind) => {
  const { id } = await createOrder(world.merchant(), unfunded(`not-funded-${kind}`));
  expect(await runSample(`cancel-order.${kind}`, { ORDER_ID: id })).toContain('cancelled');
});

test('the samples about gateways do what they show', async () => {
  await world.database.sql`update gateway_assets set ended_at = now()`;
  const GATEWAY_ID = JSON.parse(await runSample('create-gateway.sh')).id;
  const of = { GATEWAY_ID };
  expect(await runSample('list-gateways.sh')).toContain(GATEWAY_ID);
  expect(await runSample('list-gateways.ts')).toContain(`${GATEWAY_ID} active USDT local 10000.00\n`);
  expect(await runSample('view-gateway.sh', of)).toMatch(/"fault":null/);
  expect(await runSample('view-gateway.ts', of)).toBe('active works\n');
  expect(await runSample('update-gateway.sh', of)).toMatch(/"username":"admin"/);
  expect(await runSample('update-gateway.ts', of)).toBe('active admin\n');
  expect(await runSample('disable-gateway.sh', of)).toBe('');
  expect(await runSample('create-gateway.ts')).toMatch(/^gw_\w+ http\S+\/api\/hooks\/shkeeper\/src_\w+\n$/);
  const [, again = ''] = /"id":"(gw_\w+)"/.exec(await runSample('list-gateways.sh')) ?? [];
  expect(await runSample('disable-gateway.ts', { GATEWAY_ID: again })).toBe('disabled\n');
});

test('the samples about a wallet that has to sign first do what they show', async () => {
  const { id: PAYOUT_ID, token: CLAIM_TOKEN } = await world.newPayout({
    recipient: { type: 'wallet', address: demoAccount('customer').address, prove: 'signature' },
  });
  const of = { PAYOUT_ID, CLAIM_TOKEN };
  const { message } = JSON.parse(await runSample('offer-proof-message.sh', of));
  expect(await runSample('offer-proof-message.ts', of)).toContain(PAYOUT_ID);
  const proof = await runSample('prove-claim.ts', of);
  expect(proof).toMatch(/^at_\w+\n$/);
  const signature = await privateKeyToAccount(demoAccount('customer').privateKey).signMessage({ message });
  const again = { ...of, MESSAGE: JSON.stringify(message).slice(1, -1), SIGNATURE: signature };
  expect(JSON.parse(await runSample('prove-claim.sh', again)).proof).toBe(proof.trim());
  expect(await runSample('read-attestation.sh', of)).toMatch(/"method":"eip191"/);
  expect(await runSample('read-attestation.ts', of)).toBe('eip191 true\n');
});

test('the samples about a link to verify a wallet do what they show', async () => {
  expect(await runSample('create-verification.ts')).toMatch(/^wv_\w+ http\S+\/v\/[\w-]{43}\n$/);
  const { id: VERIFICATION_ID, url } = JSON.parse(await runSample('create-verification.sh'));
  const of = { VERIFICATION_ID, VERIFICATION_TOKEN: url.split('/v/')[1] };
  expect(await runSample('list-verifications.sh')).toContain(VERIFICATION_ID);
  expect(await runSample('list-verifications.ts')).toContain(`${VERIFICATION_ID} open customer-7\n`);
  expect(await runSample('view-verification.sh', of)).toMatch(/"status":"open"/);
  expect(await runSample('view-verification.ts', of)).toBe('open Demo Store\n');
  const { message } = JSON.parse(await runSample('offer-verification-message.sh', of));
  expect(await runSample('offer-verification-message.ts', of)).toContain(VERIFICATION_ID);
  const verified = `verified ${demoAccount('customer').address}\n`;
  expect(await runSample('verify-wallet.ts', of)).toBe(verified);
  const signature = await privateKeyToAccount(demoAccount('customer').privateKey).signMessage({ message });
  const again = { ...of, MESSAGE: JSON.stringify(message).slice(1, -1), SIGNATURE: signature };
  expect(await runSample('verify-wallet.sh', again)).toMatch(/"status":"verified"/);
  expect(await runSample('read-verification.sh', of)).toMatch(/"method":"eip191"/);
  expect(await runSample('read-verification.ts', of)).toBe(verified);
});

test.each(['report-transfer.sh', 'report-transfer.ts'])(
  '%s tells of a claim that was sent, which then completes',
  async (file) => {
    const claimed = await runSample('claim-payout.ts');
    const HASH = claimed.trim().split('\n').at(-1) ?? '';
    expect(await runSample(file, { HASH })).toMatch(/processing/);
    await world.settle();
    expect(await runSample('view-payout.ts')).toBe(`completed ${HASH}\n`);
    expect(await runSample('view-receipt.ts')).toBe(`24.50 ${HASH} counts\n`);
    expect(await runSample('view-receipt.sh')).toMatch(/^\{"receipt":"eyJ/);
    expect(await runSample('view-claim-receipt.ts')).toBe('true 24.50\n');
    expect(await runSample('view-claim-receipt.sh')).toMatch(/"voided_at":null/);
  },
);

/** The code of the newest mail. */
async function mailedCode(): Promise<string> {
  const rows = await world.database.db.select().from(mails).where(eq(mails.kind, 'code')).orderBy(desc(mails.id));
  const [newest] = rows;
  return (newest ? unseal(newest.body, newest.id) : '').match(/^ {4}(\d{3} \d{3})$/m)?.[1] ?? '';
}

async function proveWith(cookie: string): Promise<object> {
  const answer = await fetch(`${portal.url}/api/v1/claims/${settings.CLAIM_TOKEN}/proof`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: cookie },
    body: JSON.stringify({ code: await mailedCode() }),
  });
  return answer.json();
}

describe('with a payout for the owner of a mailbox', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'drawbridge-samples-'));
  afterAll(() => rmSync(directory, { recursive: true }));
  beforeEach(async () => {
    const payout = await world.newPayout({ recipient: { type: 'email', email: 'ann@shop.example' } });
    settings.CLAIM_TOKEN = payout.token;
    settings.PAYOUT_ID = payout.id;
    settings.COOKIES = path.join(directory, payout.token);
  });

  test('send-claim-code.sh does what it shows, and its cookies make the code of the mail good', async () => {
    expect(await runSample('send-claim-code.sh')).toMatch(/"sent_to":"a•••@s•••\.example"/);
    const cookie = /drawbridge-claim\t([\w-]+)/.exec(readFileSync(settings.COOKIES ?? '', 'utf8'))?.[1];
    expect(await proveWith(`drawbridge-claim=${cookie}`)).toMatchObject({
      proof: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  test('send-claim-code.ts does what it shows, and its cookie makes the code of the mail good', async () => {
    const [masked, cookie = ''] = (await runSample('send-claim-code.ts')).trim().split(' ');
    expect(masked).toBe('a•••@s•••.example');
    expect(await proveWith(cookie)).toMatchObject({ proof: expect.stringMatching(/^[\w-]{43}$/) });
  });

  test.each([
    ['list-mails.sh', /"kind":"invitation","email":"ann@shop\.example","state":"queued"/],
    ['list-mails.ts', /^invitation ann@shop\.example queued\n$/],
    ['resend-invitation.sh', /"data":\[\{.*"kind":"invitation".*\},\{.*"kind":"invitation"/],
    ['resend-invitation.ts', /^(invitation ann@shop\.example queued\n){2}$/],
    ['change-recipient.sh', /"email":"ann@example\.com".*"claim_url":"http/],
    ['change-recipient.ts', /^ann@example\.com http\S+\/p\/[\w-]{43}\n$/],
    ['ask-reminder.sh', /^\{"sent_to":"a•••@s•••\.example","at":"/],
    ['ask-reminder.ts', /^a•••@s•••\.example \d{4}-\S+Z\n$/],
    ['dispute-recipient.sh', /^\{"disputed":true\}$/],
    ['dispute-recipient.ts', /^The merchant was told\n$/],
  ])('%s does what it shows', async (file, output) => {
    expect(await runSample(file)).toMatch(output);
  });
});

test('receive-webhook.ts accepts what was signed for it, once, and nothing else', async () => {
  const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
  const PORT = String(await freePort());
  const env = { PATH: process.env.PATH, NODE_ENV: 'test' as const, WEBHOOK_SECRET: secret, PORT };
  const child = spawn(process.execPath, [path.join(folder, 'receive-webhook.ts')], { env });
  const said: string[] = [];
  const listening = new Promise((resolve) => child.stdout.once('data', resolve));
  child.stdout.on('data', (data) => said.push(String(data)));
  try {
    await listening;
    const body = JSON.stringify({ type: 'payout.completed', data: { id: 'po_1', status: 'completed' } });
    const now = new Date();
    const signature = new Webhook(secret).sign('ev_1', now, body);
    const send = (text: string) =>
      fetch(`http://127.0.0.1:${PORT}`, {
        method: 'POST',
        body: text,
        headers: {
          'webhook-id': 'ev_1',
          'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
          'webhook-signature': signature,
        },
      });
    expect((await send(body)).status).toBe(204);
    expect((await send(body)).status).toBe(204);
    expect((await send(`${body} `)).status).toBe(400);
    expect(said.join('').match(/payout\.completed po_1 completed/g)).toHaveLength(1);
  } finally {
    child.kill();
  }
});
