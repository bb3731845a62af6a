import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { goodManners, type Manners } from '@/e2e/support/shkeeper/manners';
import { followSubmissions } from '@/lib/gateways/submissions/follow';
import { submitPayouts } from '@/lib/gateways/submissions/submit';
import { testCrypto, testGateway } from '@/lib/gateways/testing/test-gateway';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { testDesk } from '@/lib/reconcile/testing/desk';
import { checkGateways } from './check-gateways';

const world = testWorld();
const desk = testDesk(world);
const gateway = testGateway(world);

beforeAll(async () => {
  await gateway.setUp();
  await world.settle();
});
beforeEach(() => gateway.server().behave(goodManners));

/** A payout that the gateway paid, with these manners, and the chain shows. */
async function paid(manners: Partial<Manners> = {}) {
  gateway.server().behave(manners);
  const recipient = { type: 'wallet', address: privateKeyToAddress(generatePrivateKey()) };
  const payout = await world.newPayout({ rail: 'shkeeper', recipient });
  await submitPayouts(world.system(), 'local');
  await gateway.server().wallet.idle();
  await world.settle();
  await world.passTime(61);
  await followSubmissions(world.system(), 'local');
  await gateway.server().rows.tick();
  await world.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
  gateway.server().behave(goodManners);
  return { payout, recipient: recipient.address };
}

/** What a person orders on the gateway's own page. */
async function payByHandThere(amount: string, destination: string): Promise<void> {
  const headers = { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}` };
  const body = JSON.stringify({ amount, destination, fee: '0' });
  await fetch(`${gateway.server().url}/api/v1/${testCrypto}/payout`, { method: 'POST', headers, body });
  await gateway.server().wallet.idle();
  await world.settle();
}

/** What is unresolved after a close, by reason. */
async function closed(): Promise<string[]> {
  await desk.reconcile();
  const rows = await world.database.sql`select reason_code from differences where status <> 'resolved' order by id`;
  return rows.map(({ reason_code: code }) => code);
}
const explainAll = () =>
  world.database.sql`update differences set status = 'resolved', resolved_by = 'explained', resolved_at = now()
    where status <> 'resolved'`;

test('where gateway, chain and books agree, the day is green', async () => {
  await paid();
  expect(await closed()).toEqual([]);
});

test('a gateway that does not answer is a difference, until it can be asked about what was missed', async () => {
  await paid();
  gateway.server().behave({ away: true });
  expect(await closed()).toEqual(['gateway_not_read']);
  expect(await closed()).toEqual(['gateway_not_read']);
  gateway.server().behave(goodManners);
  expect(await closed()).toEqual([]);
});

test.each<[string, Partial<Manners>]>([
  ['gateway_says_failed', { reservesRow: true, walletDelayMs: 60, readTimeoutMs: 10 }],
  ['gateway_has_no_record', { walletDelayMs: 60, readTimeoutMs: 10 }],
  ['gateway_names_another', { wrongHash: `0x${'ab'.repeat(32)}` }],
])('what was paid, and the gateway says otherwise, is a difference: %s', async (code, manners) => {
  await paid(manners);
  expect(await closed()).toEqual([code]);
  expect(await closed()).toEqual([code]);
  await explainAll();
  expect(await closed()).toEqual([]);
});

test('a second payment of what was paid is found, and what a gateway sends for others is not asked about', async () => {
  const { recipient } = await paid();
  await payByHandThere('25.00', recipient);
  await payByHandThere('26.00', recipient);
  expect(await closed()).toEqual(['paid_alike_before']);
});

test('a close does not wait for a slow gateway without end: what it was not asked about is a difference', async () => {
  await explainAll();
  await paid();
  const { merchantId } = world;
  const scope = { merchantId, chain: 'local', client: world.client(), known: new Map(), final: 0n } as const;
  const asked = gateway.server().requests.length;
  await Array.fromAsync(checkGateways(world.system(), scope, new Date(0), 0));
  expect(gateway.server().requests).toHaveLength(asked);
  const rows = await world.database.sql`select reason_code from differences where status <> 'resolved'`;
  expect([...rows]).toEqual([{ reason_code: 'gateway_not_read' }]);
  expect(await closed()).toEqual([]);
});
