import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { endpoints } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import { dialects } from '@/db/vocabulary/webhooks';
import type { Context } from '@/lib/access/actor';
import { createApiKey } from '@/lib/access/api-keys';
import { dialectRules } from '@/lib/dialects/registry';
import { systemClock } from '@/lib/kernel/clock';
import { unseal } from '@/lib/kernel/secrets';
import { handClock, makeMerchant, systemContext } from '@/lib/webhooks/testing/fixtures';
import { auditOf } from '@/lib/webhooks/testing/told';
import { createEndpoint, endpointsPerMerchant } from './add-endpoint';
import { deleteEndpoint, listEndpoints, viewEndpoint } from './endpoints';
import { openForKey } from './open-for-key';
import { createEndpointBody } from './schema';

const database = testDatabase();
let merchantId: string;

beforeEach(async () => {
  merchantId = await makeMerchant(database.db);
});

function as(merchant: string): Context {
  const scopes = ['webhooks:read', 'webhooks:write'] as const;
  const actor = { kind: 'api_key', keyId: 'key_test', merchantId: merchant, scopes } as const;
  return { ...systemContext(database.db, systemClock), actor };
}

const body = (change: object = {}) => createEndpointBody.parse({ url: 'https://93.184.215.14/hooks', ...change });

test('the secret is stored sealed, for this endpoint alone', async () => {
  const made = await createEndpoint(as(merchantId), body());
  const [row] = await database.db.select().from(endpoints).where(eq(endpoints.id, made.id));
  expect(JSON.stringify(row)).not.toContain(made.secret);
  expect(unseal(row?.secret ?? '', made.id)).toBe(made.secret);
  expect(() => unseal(row?.secret ?? '', 'we_other')).toThrow();
});

test('a merchant can have so many endpoints beside those of its keys for doors, and no more, also when they are asked for at once', async () => {
  const key = { merchantId, name: 'Shop', scopes: ['payouts:write'], now: new Date() } as const;
  const { id: keyId } = await createApiKey(database.db, key);
  const ofDoor = {
    merchantId,
    keyId,
    dialect: 'dex3',
    secret: 's',
    url: 'https://shop.example/',
    description: 'Dex3',
  } as const;
  await database.db.transaction((tx) => openForKey(tx, as(merchantId), ofDoor));
  const asked = await Promise.allSettled(
    Array.from({ length: endpointsPerMerchant + 5 }, () => createEndpoint(as(merchantId), body())),
  );
  const refused = asked.filter((one) => one.status === 'rejected').map((one) => one.reason.code);
  expect(refused).toEqual(Array.from({ length: 5 }, () => 'invalid_request'));
  expect((await listEndpoints(as(merchantId))).data).toHaveLength(endpointsPerMerchant + 1);
});

test('a repetition after a crash finds the endpoint that it made, with the same secret', async () => {
  const keyed = { ...as(merchantId), requestKey: 'key-1' };
  const [made, ...again] = await Promise.all([1, 2, 3].map(() => createEndpoint(keyed, body())));
  expect(again).toEqual([made, made]);
  expect(await auditOf(database.db, merchantId)).toHaveLength(1);
  for (let count = 1; count < endpointsPerMerchant; count++) await createEndpoint(as(merchantId), body());
  expect(await createEndpoint(keyed, body())).toMatchObject({ id: made?.id, secret: made?.secret });
});

test('a key means another request for another merchant, after a deletion and after thirty days', async () => {
  const clock = handClock();
  const keyed = { ...as(merchantId), clock, requestKey: 'key-1' };
  const first = await createEndpoint(keyed, body());
  const other = { ...as(await makeMerchant(database.db)), clock, requestKey: 'key-1' };
  const theirs = await createEndpoint(other, body());
  await deleteEndpoint(keyed, first.id);
  const second = await createEndpoint(keyed, body());
  clock.turn(31 * 86_400);
  const third = await createEndpoint(keyed, body());
  expect(new Set([first.id, theirs.id, second.id, third.id]).size).toBe(4);
});

test('an endpoint that signs by ed25519 answers its public key always and a secret never', async () => {
  const made = await createEndpoint(as(merchantId), body({ signing: 'ed25519' }));
  expect(made).toMatchObject({ signing: 'ed25519', secret: null, public_key: expect.stringMatching(/^whpk_/) });
  expect(await viewEndpoint(as(merchantId), made.id)).toMatchObject({ public_key: made.public_key });
  expect(await createEndpoint(as(merchantId), body())).toMatchObject({ signing: 'hmac', public_key: null });
});

const sidTemplate =
  'https://93.184.215.14/s2s?sid={sid}&t={trans_uuid}&u={user_uuid}&c={currency}&a={coin_amount}&p={payout_id}';
const urlIn = (dialect: string) => (dialect === 's2s' ? sidTemplate : 'https://93.184.215.14/hooks');

test.each(dialects)('%s brings its own events where none are named, and only its own ways to sign', async (dialect) => {
  const { signatureKinds, defaultEvents } = dialectRules[dialect];
  const made = await createEndpoint(as(merchantId), body({ dialect, url: urlIn(dialect) }));
  expect(made).toMatchObject({ dialect, events: defaultEvents, url: urlIn(dialect) });
  const signed = createEndpoint(as(merchantId), body({ dialect, url: urlIn(dialect), signing: 'ed25519' }));
  const outcome = await signed.then(
    () => 'made',
    (error) => error.facts.field,
  );
  expect(outcome).toBe(signatureKinds.includes('ed25519') ? 'made' : 'signing');
});

test.each(['Host', 'content-length', 'Webhook-Id', 'X-Nitro-Signature', 'bad name', 'X-Ok\r\nX-Evil'])(
  'the header %j is not the merchant’s to set',
  (name) => {
    expect(createEndpointBody.safeParse({ url: 'https://example.com', headers: { [name]: 'x' } }).success).toBe(false);
  },
);

test.each([
  [{ url: 'https://example.com', events: [] }],
  [{ url: 'https://example.com', events: ['payout.paid'] }],
  [{ url: 'https://example.com', events: ['*', 'payout.created'] }],
  [{ url: 'https://example.com', events: ['payout.created', 'payout.created'] }],
  [{ url: 'https://example.com', dialect: 'soap' }],
  [{ url: `https://example.com/${'x'.repeat(2000)}` }],
  [{ url: 'https://example.com', secret: 'whsec_mine' }],
  [{}],
])('the body %j is not accepted', (given) => {
  expect(createEndpointBody.safeParse(given).success).toBe(false);
});
