import { beforeAll, describe, expect, test } from 'vitest';
import { spendRefusals } from '@/lib/access/policies/schema';
import { ownGateway } from '@/lib/gateways/testing/test-gateway';
import { methods } from '@/lib/http/pipeline/resource';
import { call, testPortal } from '@/lib/http/testing/test-portal';
import { systemClock } from '@/lib/kernel/clock';
import { sayRates } from '@/lib/quotes/testing/say-rates';
import { earn, earnToken } from '@/lib/rewards/testing/earn';
import * as orderSettings from './order-settings/route';
import * as orders from './orders/route';
import * as payouts from './payouts/route';
import * as quotes from './quotes/route';
import * as rewardSources from './reward-sources/route';
import * as rewardList from './rewards/route';
import { routes } from './routes';
import * as sources from './sources/route';
import * as verifications from './wallet-verifications/route';
import * as testEndpoint from './webhook-endpoints/[id]/test/route';
import * as webhookEndpoints from './webhook-endpoints/route';

/** One tenant owns one of everything; the other one tries every operation of the API on it. */
const portal = testPortal();
const owned: Record<string, string> = {};
let attacker = '';

beforeAll(async () => {
  const owner = await portal.newMerchant();
  attacker = (await portal.newMerchant()).apiKey;
  const payout = await call(payouts.POST, {
    method: 'POST',
    apiKey: owner.apiKey,
    body: { amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' }, reference: 'theirs' },
  });
  const endpoint = await call(webhookEndpoints.POST, {
    method: 'POST',
    apiKey: owner.apiKey,
    body: { url: 'https://1.1.1.1/hook' },
  });
  const waits = { grace_days: 10, categories: {}, dispute_days: 14 };
  await call(orderSettings.PUT, { method: 'PUT', apiKey: owner.apiKey, body: waits });
  const purchase = { buyer: { id: 'ann' }, seller: { id: 'bob', email: 'bob@shop.example' }, reference: 'theirs' };
  const order = { ...purchase, amount: '25.00', asset: 'USDT', chain: 'local' };
  const made = await call(orders.POST, { method: 'POST', apiKey: owner.apiKey, body: order });
  owned['/api/v1/orders/{id}'] = (await made.json()).id;
  owned['/api/v1/payouts/{id}'] = (await payout.json()).id;
  await sayRates(portal.db, { JPY: '0.0065' }, new Date());
  const yen = { display: { currency: 'JPY', amount: '5000' }, asset: 'USDT', chain: 'local' };
  const quote = await call(quotes.POST, { method: 'POST', apiKey: owner.apiKey, body: yen });
  owned['/api/v1/quotes/{id}'] = (await quote.json()).id;
  const verification = { method: 'POST', apiKey: owner.apiKey, body: { reference: 'theirs' } };
  owned['/api/v1/wallet-verifications/{id}'] = (await (await call(verifications.POST, verification)).json()).id;
  owned['/api/payment/shkeeper/payout/{id}'] = owned['/api/v1/payouts/{id}'] ?? '';
  owned['/api/payment/admin/confirm-tx/{id}'] = owned['/api/v1/payouts/{id}'] ?? '';
  const { id } = await endpoint.json();
  owned['/api/v1/webhook-endpoints/{id}'] = id;
  const test = { method: 'POST', apiKey: owner.apiKey, params: { id }, body: {} };
  const told = { dialect: 'nitro', secret: 'a secret of sixteen' };
  const source = await call(sources.POST, { method: 'POST', apiKey: owner.apiKey, body: told });
  owned['/api/v1/sources/{id}'] = (await source.json()).id;
  const rewards = { asset: 'USDT', chain: 'local', rate: { coins: 1000, amount: '1.00' }, token: earnToken };
  const earned = await call(rewardSources.POST, { method: 'POST', apiKey: owner.apiKey, body: rewards });
  const rewardSource = await earned.json();
  await earn({ db: portal.db, clock: systemClock, requestId: 'r', actor: { kind: 'claimant' } }, rewardSource, {
    user_uuid: 'their user',
  });
  const listed = await call(rewardList.GET, { apiKey: owner.apiKey });
  owned['/api/v1/rewards/{id}'] = (await listed.json()).data[0].id;
  owned['/api/v1/rewards/users/{id}'] = 'their user';
  owned['/api/v1/reward-sources/{id}'] = rewardSource.id;
  owned['/api/v1/gateways/{id}'] = await ownGateway(portal, owner.merchantId);
  owned['/api/v1/webhook-deliveries/{id}'] = (await (await call(testEndpoint.POST, test)).json()).id;
});

/** What an operation needs in its body before it looks for the thing. */
const bodies: Record<string, object> = {
  acceptQuote: { recipient: { type: 'anyone' }, reference: 'theirs' },
  updateGateway: { password: 'another' },
  reverseReward: { reason: 'We say so' },
  admitReward: { reason: 'We say so' },
  changeRecipient: { email: 'ann@shop.example' },
  changeSeller: { address: '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC' },
  confirmTx: { txHash: `0x${'ab'.repeat(32)}`, kind: 'release' },
  disputeOrder: { reason: 'Nothing has arrived' },
  holdOrder: { reason: 'We look into it' },
  resolveOrder: { release: '25.00', refund: '0.00' },
  resendWebhooks: { from: '2026-01-01T00:00:00.000Z' },
  verifyWebhookSample: { body: '{}' },
};

/** What a new merchant reads on routes that answer more than an empty list. */
const nothing: Record<string, object> = { viewOrderSettings: { grace_days: 14 } };

/** The owner's thing that an address is about. A new kind of address fails here until it is given one. */
function victimOf(path: string): string {
  const found = Object.entries(owned).find(([prefix]) => path.startsWith(prefix))?.[1];
  if (!found) throw new Error(`Give the owner something that ${path} can be tried on`);
  return found;
}

const keyed = routes.flatMap((one) =>
  methods.flatMap((method) => {
    const handler = one[method];
    const { descriptor } = handler.operation ?? {};
    const permission = descriptor?.permission;
    return descriptor && typeof permission === 'object' && 'scope' in permission
      ? [{ method, path: handler.path, handler, descriptor }]
      : [];
  }),
);

describe('another tenant', () => {
  test.each(keyed.filter(({ descriptor }) => descriptor.params))('is told 404 by $method $path', async (one) => {
    const id = victimOf(one.path);
    const body = one.descriptor.body ? (bodies[one.descriptor.id] ?? {}) : undefined;
    const answer = await call(one.handler, { method: one.method, apiKey: attacker, params: { id }, body });
    expect([answer.status, (await answer.json()).code]).toEqual([404, 'not_found']);
  });

  test.each(keyed.filter(({ descriptor, method }) => !descriptor.params && method === 'GET'))(
    'sees nothing in $method $path',
    async (one) => {
      const answer = await call(one.handler, { apiKey: attacker });
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject(nothing[one.descriptor.id] ?? { data: [] });
    },
  );

  test.each(keyed)('needs a key at all for $method $path', async (one) => {
    const answer = await call(one.handler, { method: one.method, params: { id: 'x' } });
    expect(answer.status).toBe(401);
  });

  test('may use the same reference and cannot learn that it is used', async () => {
    const answer = await call(payouts.POST, {
      method: 'POST',
      apiKey: attacker,
      body: { amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' }, reference: 'theirs' },
    });
    expect(answer.status).toBe(201);
  });
});

/** What a key may ask that changes payouts or orders, and lets nothing leave: why. */
const harmless: Readonly<Record<string, string>> = {
  createQuote: 'works out an amount; its acceptance counts',
  cancelPayout: 'takes a payout back',
  resendInvitation: 'mails the link to the recipient that the payout has',
  fundOrder: 'keeps money for an order; its delivery counts',
  holdOrder: 'stops an order',
  disputeOrder: 'stops an order',
  cancelOrder: 'ends an order that was never funded',
  linkBuyer: 'opens the order, and no payout of it',
  saveOrderSettings: 'says how long orders wait; their delivery counts',
  createVerification: 'asks for a signature',
  reverseReward: 'takes coins from a user',
  admitReward: 'lets in coins that were earned; their redemption counts',
};

test('every operation with which a key could let money leave is under its policy, and the others say why not', () => {
  const writing = keyed
    .map(({ descriptor }) => descriptor)
    .filter(
      ({ permission }) =>
        typeof permission === 'object' && 'scope' in permission && permission.scope === 'payouts:write',
    );
  const free = writing.filter(({ refuses }) => !spendRefusals.every((code) => refuses.includes(code)));
  expect(free.map(({ id }) => id).sort()).toEqual(Object.keys(harmless).sort());
});
