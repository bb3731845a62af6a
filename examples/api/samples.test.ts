import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { desc, eq } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import { encodeFunctionData } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { routes } from '@/app/api/v1/routes';
import { sampleName } from '@/app/docs/samples';
import { freePort } from '@/db/processes';
import { mails } from '@/db/schema';
import { byDepth } from '@/db/testing/depth';
import { demoAccount } from '@/demo/accounts';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { testUsdtAddress } from '@/lib/chains/deployments';
import { methods } from '@/lib/http/pipeline/resource';
import { unseal } from '@/lib/kernel/secrets';
import { createOperatorKey } from '@/lib/operators/keys';
import { addOperator, operatorContext } from '@/lib/operators/testing/operators';
import { startChain } from '@/scripts/services/chain';
import { folder, sampleWorld } from './testing/samples';

const { world, portal, settings, runSample } = sampleWorld();

const newEndpoint = async (): Promise<string> => JSON.parse(await runSample('create-webhook-endpoint.sh')).id;

/** Of the many samples about webhooks; what is written in TypeScript asks the same, and the compiler reads all of it. */
const languages = byDepth({ quick: /\.sh$/, deep: /\.(sh|ts)$/ });
const played = (samples: [file: string, output: RegExp][]) => samples.filter(([file]) => languages.test(file));

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

test.each(
  played([
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
  ]),
)('%s does what it shows, with an endpoint', async (file, output) => {
  const ENDPOINT_ID = await newEndpoint();
  const { id: DELIVERY_ID } = JSON.parse(await runSample('test-webhook-endpoint.sh', { ENDPOINT_ID }));
  expect(await runSample(file, { ENDPOINT_ID, DELIVERY_ID })).toMatch(output);
});

test.each(
  played([
    ['delete-source.sh', /^$/],
    ['delete-source.ts', /^deleted\n$/],
    ['replace-source-secret.sh', /"secret":"whsec_.*/],
    ['replace-source-secret.ts', /^whsec_\S+ \d{4}-\S+Z\n$/],
  ]),
)('%s does what it shows, with a source', async (file, output) => {
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

/** The test token at one more address, with a holder. */
async function anotherUsdt(kind: string): Promise<string> {
  const address = `0x${Buffer.from(kind).toString('hex').padEnd(40, 'c0')}`;
  await world.rpc('anvil_setCode', [address, await world.rpc('eth_getCode', [testUsdtAddress, 'latest'])]);
  const args = [demoAccount('vault').address, 1_000_000n] as const;
  await world.send('faucet', {
    to: address,
    data: encodeFunctionData({ abi: testUsdtAbi, functionName: 'mint', args }),
  });
  await world.mine();
  return address;
}

test.each(['sh', 'ts'])(
  'the samples of operators register a merchant and prepare it, add a token and propose a network, as .%s',
  async (kind) => {
    const { db } = world.database;
    const operator = operatorContext(db, await addOperator(db));
    const scopes = ['merchants:read', 'merchants:write', 'installation:read', 'tokens:write', 'chains:write'] as const;
    const { key } = await createOperatorKey(operator, { name: 'Platform', scopes });
    const more: Record<string, string> = {
      ...{ DRAWBRIDGE_OPERATOR_KEY: key, MERCHANT_REFERENCE: `shop-${kind}` },
      VAULT_ADDRESS: `0x${Buffer.from(kind).toString('hex').padEnd(40, 'a1')}`,
      ...{ TOKEN_ADDRESS: await anotherUsdt(kind), TOKEN_SYMBOL: `X${kind.toUpperCase()}` },
    };
    const place = mkdtempSync(path.join(tmpdir(), 'drawbridge-meadow-'));
    const meadow = await startChain(place, 77_001);
    more.NODE_URL = meadow.rpcUrl;
    const sample = (name: string) => runSample(`${name}.${kind}`, more);
    more.MERCHANT_ID = /mer_\w+/.exec(await sample('register-merchant'))?.[0] ?? '';
    const steps: [name: string, output: string | RegExp][] = [
      ['list-merchants', `${more.MERCHANT_ID}`],
      ['view-merchant', 'Corner Shop'],
      ['invite-to-merchant', 'dev@shop.example'],
      ['place-vault', /va_\w+/],
      ['make-merchant-key', /db_test_[\w-]{43}/],
      ['lift-limits', ''],
      ['add-token', 'waiting'],
      ['list-added-tokens', 'waiting'],
      ['add-chain', /meadow.*waiting/s],
      ['list-added-chains', /meadow.*waiting/s],
    ];
    for (const [name, output] of steps) expect(await sample(name)).toMatch(output);
    await world.database.sql`delete from chains where key = 'meadow'`;
    await meadow.stop();
    rmSync(place, { recursive: true });
  },
);
