import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as payouts from '@/app/api/v1/payouts/route';
import * as sources from '@/app/api/v1/sources/route';
import * as endpoints from '@/app/api/v1/webhook-endpoints/route';
import {
  deliveries,
  deskViews,
  differences,
  events,
  invites,
  paymentBatches,
  postings,
  reconciliations,
  vaults,
  wallets,
} from '@/db/schema';
import { roles } from '@/db/vocabulary';
import { permissionsOf } from '@/lib/access/permissions';
import { addPerson, type TestPerson } from '@/lib/access/testing/people';
import { deskHeader } from '@/lib/http/identity/same-origin';
import { methods } from '@/lib/http/pipeline/resource';
import type { Descriptor } from '@/lib/http/pipeline/route';
import { TestBrowser } from '@/lib/http/testing/test-browser';
import { call, type TestMerchant, testPortal } from '@/lib/http/testing/test-portal';
import { addSeconds } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { deskRoutes } from './routes';

/** One tenant owns one of everything. Strangers, other sites, lesser roles and another tenant's owner try every route. */
const portal = testPortal();
const now = new Date();
const owned: Record<string, string> = {};
let owner: TestPerson;
let attacker: TestPerson;

type Facts = Pick<Descriptor, 'permission'> & Partial<Pick<Descriptor, 'id' | 'params' | 'body'>>;

const operations = deskRoutes.flatMap((one) =>
  methods.flatMap((method) => {
    const handler = one[method];
    const descriptor: Facts | undefined = handler.operation?.descriptor ?? handler.streams;
    if (!descriptor) return [];
    const { permission } = descriptor;
    const member = typeof permission === 'object' && 'member' in permission ? permission.member : null;
    return [{ method, path: handler.path, handler, descriptor, member }];
  }),
);
const ofMembers = operations.filter(({ member }) => member !== null);

beforeAll(async () => {
  const theirs = await portal.newMerchant();
  owner = await addPerson(portal.db, { merchantId: theirs.merchantId });
  attacker = await addPerson(portal.db, { merchantId: (await portal.newMerchant()).merchantId });
  const invite = newId('invite');
  const identity = { kind: 'email', value: 'ann@shop.example' } as const;
  const times = { createdAt: now, expiresAt: addSeconds(now, 3600) };
  await portal.db
    .insert(invites)
    .values({ id: invite, merchantId: theirs.merchantId, ...identity, ...times, role: 'viewer' });
  const made = await ownOneOfEverything({ ...theirs, userId: owner.userId });
  Object.assign(owned, made, {
    '/api/desk/sessions/{id}': owner.sessionId,
    '/api/desk/team/members/{id}': owner.userId,
    '/api/desk/team/invites/{id}': invite,
    '/api/desk/api-keys/{id}': theirs.keyId,
  });
});
beforeEach(() => portal.sql`truncate rate_counts`);

/** The owner's thing that an address is about. A new kind of address fails here until it is given one. */
function victimOf(path: string): string {
  const found = Object.entries(owned).find(([prefix]) => path.startsWith(prefix))?.[1];
  if (!found && path.includes('{')) throw new Error(`Give the owner something that ${path} can be tried on`);
  return found ?? '';
}

/** Rows of the desk, as little of each as the database takes. */
async function ownOneOfEverything({ merchantId, apiKey, userId }: TestMerchant & { userId: string }) {
  const post = async (handler: typeof payouts.POST, body: object) =>
    (await (await call(handler, { method: 'POST', apiKey, body })).json()).id;
  const recipient = { type: 'anyone' };
  const wanted = { amount: '25.00', asset: 'USDT', chain: 'local', recipient, reference: 'theirs' };
  const payoutId: string = await post(payouts.POST, wanted);
  const endpointId: string = await post(endpoints.POST, { url: 'https://1.1.1.1/hook' });
  const sourceId: string = await post(sources.POST, { dialect: 'nitro' });
  const address = '0x70997970c51812dc3a010c7d01b50e0d17dc79c8';
  const ids = {
    ...{ wallet: newId('wallet'), view: newId('view'), batch: newId('batch'), delivery: newId('delivery') },
    ...{ reconciliation: newId('reconciliation'), difference: newId('difference') },
  };
  const own = <T extends object>(id: string, row: T) => ({ id, merchantId, createdAt: now, ...row });
  const { db } = portal;
  await db.insert(wallets).values(own(ids.wallet, { address, name: 'Theirs' }));
  await db.insert(deskViews).values(own(ids.view, { userId, name: 'Theirs', query: '' }));
  await db.insert(paymentBatches).values(
    own(ids.batch, {
      ...({ chain: 'local', symbol: 'USDT', token: address, way: 'transfer', sender: address } as const),
      ...({ senderKind: 'key', nonceFloor: 0, count: 1, total: 1n, userId, tab: 'one' } as const),
    }),
  );
  const counts = { moves: 0, claims: 0, settlements: 0, bookings: 0, matched: 0, repaired: 0 };
  const run = { chain: 'local', day: '2026-01-31', status: 'done', counts, actorKind: 'system' } as const;
  await db.insert(reconciliations).values(own(ids.reconciliation, run));
  const difference = { key: 'k', kind: 'balance_mismatch', status: 'open', chain: 'local', detail: 'x' } as const;
  await db.insert(differences).values(own(ids.difference, { ...difference, foundAt: now, updatedAt: now }));
  const [event] = await db.select().from(events).where(eq(events.merchantId, merchantId));
  const place = { eventId: event?.id ?? '', position: event?.position ?? 0, startedAt: now, nextAttemptAt: now };
  await db.insert(deliveries).values(own(ids.delivery, { ...place, endpointId, payoutId }));
  const [posting] = await db.select().from(postings).where(eq(postings.merchantId, merchantId));
  const [vault] = await db.select().from(vaults).where(eq(vaults.merchantId, merchantId));
  return {
    '/api/desk/payouts/{id}': payoutId,
    '/api/desk/webhooks/endpoints/{id}': endpointId,
    '/api/desk/webhooks/sources/{id}': sourceId,
    '/api/desk/webhooks/deliveries/{id}': ids.delivery,
    '/api/desk/wallets/{id}': ids.wallet,
    '/api/desk/views/{id}': ids.view,
    '/api/desk/payments/{id}': ids.batch,
    '/api/desk/reconciliation/runs/{id}': ids.reconciliation,
    '/api/desk/reconciliation/differences/{id}': ids.difference,
    '/api/desk/ledger/postings/{id}': posting?.id ?? '',
    '/api/desk/vaults/{id}': vault?.id ?? '',
  };
}

/** Bodies that the schema takes, so that only the id can be at fault. */
const bodies: Record<string, object> = {
  changeRole: { role: 'viewer' },
  approvePayout: { digest: '0'.repeat(64) },
  rejectPayout: { reason: 'No' },
  recordPayment: { hash: `0x${'0'.repeat(64)}` },
  resendRange: { from: now.toISOString() },
  verifySample: { body: '{}' },
  assignDifference: { owner_id: null },
  settleDifference: { as: 'explained', note: 'Known to us' },
};

const queries: Record<string, string> = { followVaultCall: `?hash=0x${'0'.repeat(64)}` };
/** What these tell of one's own thing is asked of a chain, and none runs here. */
const asksTheChain = ['followVaultCall'];

type Tried = (typeof operations)[number];
const sent = ({ method, descriptor, path }: Tried) => ({
  method,
  params: { id: victimOf(path) },
  query: queries[descriptor.id ?? ''],
  body: method === 'GET' || !descriptor.body ? undefined : (bodies[descriptor.id ?? ''] ?? {}),
});
const codeOf = async (answer: Response) => [answer.status, (await answer.json()).code];

describe('whoever is not signed in', () => {
  test.each(ofMembers)('is told so by $method $path', async (one) => {
    expect(await codeOf(await new TestBrowser().send(one.handler, sent(one)))).toEqual([401, 'signed_out']);
  });
});

describe('a page of another site', () => {
  const disguises: [string, Record<string, string | null>][] = [
    ['says where it is', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['is on a sibling host', { origin: 'http://evil.localhost:3000', 'sec-fetch-site': 'same-site' }],
    ['hides its origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['says half of it', { origin: null, 'sec-fetch-site': 'cross-site' }],
  ];
  test.each(operations)('gets nothing of $method $path with the owner’s cookie', async (one) => {
    const browser = await TestBrowser.of(owner);
    for (const [, headers] of disguises) {
      const answer = await browser.send(one.handler, { ...sent(one), headers });
      expect(await codeOf(answer)).toEqual([403, 'cross_site_refused']);
    }
  });

  test.each(operations.filter(({ method }) => method !== 'GET'))('cannot send $method $path as a form', async (one) => {
    const browser = await TestBrowser.of(owner);
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', null]) {
      const headers = { 'content-type': type, [deskHeader]: null };
      const answer = await browser.send(one.handler, { ...sent(one), body: 'role=owner', headers });
      expect(await codeOf(answer)).toEqual([403, 'cross_site_refused']);
    }
  });

  test.each(operations.filter(({ method }) => method !== 'GET'))(
    'cannot be silent about itself to $method $path',
    async (one) => {
      const headers = { origin: null, 'sec-fetch-site': null };
      const answer = await (await TestBrowser.of(owner)).send(one.handler, { ...sent(one), headers });
      expect(await codeOf(answer)).toEqual([403, 'cross_site_refused']);
    },
  );
});

describe('a role that lacks the permission', () => {
  const cells = ofMembers.flatMap((one) =>
    roles
      .filter((role) => one.member !== 'any' && one.member !== null && !permissionsOf[role].includes(one.member))
      .map((role) => ({ ...one, role })),
  );
  test.each(cells)('$role is refused by $method $path', async ({ role, ...one }) => {
    const person = await addPerson(portal.db, { merchantId: owner.merchantId, role });
    const answer = await (await TestBrowser.of(person)).send(one.handler, sent(one));
    expect(await codeOf(answer)).toEqual([403, 'forbidden']);
  });
});

test.each(ofMembers)('a page that shows another merchant is refused by $method $path', async (one) => {
  const headers = { 'x-drawbridge-merchant': attacker.merchantId };
  const answer = await (await TestBrowser.of(owner)).send(one.handler, { ...sent(one), headers });
  expect(await codeOf(answer)).toEqual([409, 'merchant_changed']);
});

describe('another tenant’s owner', () => {
  test.each(ofMembers.filter(({ descriptor }) => descriptor.params))('finds nothing at $method $path', async (one) => {
    const answer = await (await TestBrowser.of(attacker)).send(one.handler, sent(one));
    expect(await codeOf(answer)).toEqual([404, 'not_found']);
  });

  const readable = ofMembers.filter(({ descriptor, method }) => descriptor.params && method === 'GET');
  test.each(readable.filter(({ descriptor }) => !asksTheChain.includes(descriptor.id ?? '')))(
    'would find it at $method $path, if it were theirs',
    async (one) => {
      expect((await (await TestBrowser.of(owner)).send(one.handler, sent(one))).status).toBe(200);
    },
  );
});
