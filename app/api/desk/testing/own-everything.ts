import { eq } from 'drizzle-orm';
import * as payouts from '@/app/api/v1/payouts/route';
import * as sources from '@/app/api/v1/sources/route';
import * as endpoints from '@/app/api/v1/webhook-endpoints/route';
import {
  deliveries,
  deskViews,
  differences,
  events,
  gatewaySubmissions,
  invites,
  passkeys,
  paymentHolds,
  paymentSignings,
  postings,
  reconciliations,
  transfers,
  vaults,
  wallets,
} from '@/db/schema';
import type { TestDatabase } from '@/db/testing/database';
import { scopes } from '@/db/vocabulary/people';
import type { TestPerson } from '@/lib/access/testing/people';
import { ownGateway } from '@/lib/gateways/testing/test-gateway';
import { call, type TestMerchant } from '@/lib/http/testing/test-portal';
import { addSeconds } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { createOrder } from '@/lib/orders/create';
import { createOrderBody } from '@/lib/orders/schema';

/** What one tenant has, named as other tenants would have to name it. */
export type Things = Awaited<ReturnType<typeof ownEverything>>;

const now = new Date();
const address = (digit: string) => `0x${digit.repeat(40)}`;

/** Gives a merchant one of everything that can be named at the desk, recognisable by `word` where a text goes. */
export async function ownEverything(db: TestDatabase['db'], merchant: TestMerchant, person: TestPerson, word: string) {
  const { merchantId, apiKey, keyId } = merchant;
  const { userId, email, sessionId } = person;
  const own = <T extends object>(row: T) => ({ merchantId, createdAt: now, ...row });
  const post = async (handler: typeof payouts.POST, body: object): Promise<string> =>
    (await (await call(handler, { method: 'POST', apiKey, body })).json()).id;
  const owed = { amount: '25.00', asset: 'USDT', chain: 'local' };

  const [vault] = await db.select().from(vaults).where(eq(vaults.merchantId, merchantId));
  const things = {
    ...{ vaultId: vault?.id ?? '', invited: `ann@${word}.example` },
    ...{ merchantId, keyId, userId, email, sessionId, word },
    ...{
      inviteId: newId('invite'),
      passkeyId: newId('passkey'),
      walletId: newId('wallet'),
      viewId: newId('view'),
      signingId: newId('signing'),
    },
    ...{ runId: newId('reconciliation'), differenceId: newId('difference'), deliveryId: newId('delivery') },
    ...{
      transferId: newId('transfer'),
      submissionId: newId('submission'),
      tab: `tab-of-${word}`,
      wallet: address(word === 'theirs' ? '7' : '8'),
    },
    payoutId: await post(payouts.POST, { ...owed, recipient: { type: 'anyone' }, reference: `order-of-${word}` }),
    byHandId: await post(payouts.POST, {
      ...{ ...owed, rail: 'wallet', reference: `hand-of-${word}` },
      recipient: { type: 'wallet', address: address('9') },
    }),
    orderId: await ownOrder(db, merchant, word),
    gatewayId: await ownGateway({ db }, merchantId),
    endpointId: await post(endpoints.POST, { url: `https://1.1.1.1/${word}` }),
    sourceId: await post(sources.POST, { dialect: 'nitro', description: word }),
  };

  const [posting] = await db.select().from(postings).where(eq(postings.merchantId, merchantId));
  const later = { expiresAt: addSeconds(now, 3600) };
  const invited = { kind: 'email', value: things.invited, role: 'viewer' } as const;
  await db.insert(invites).values(own({ id: things.inviteId, ...invited, ...later }));
  await db.insert(passkeys).values({
    ...{ id: things.passkeyId, userId, name: word, createdAt: now, counter: 0, transports: [], synced: false },
    ...{ credentialId: `credential-of-${word}`, publicKey: Buffer.of(0) },
  });
  await db.insert(wallets).values(own({ id: things.walletId, address: things.wallet, name: word }));
  await db.insert(deskViews).values(own({ id: things.viewId, userId, name: word, query: 'status=pending' }));
  await payByHand(db, things);
  await handOver(db, things);

  const counts = { moves: 0, claims: 0, settlements: 0, bookings: 0, matched: 0, repaired: 0 };
  const run = { chain: 'local', day: '2026-01-31', status: 'done', counts, actorKind: 'system' } as const;
  await db.insert(reconciliations).values(own({ id: things.runId, ...run }));
  const differs = {
    key: word,
    kind: 'unexplained',
    status: 'open',
    chain: 'local',
    reasonCode: 'no_payout_explains',
    reasonFacts: {},
  } as const;
  const { createdAt: _none, ...difference } = own({ id: things.differenceId, ...differs });
  await db.insert(differences).values({ ...difference, topic: 'outgoing', foundAt: now, updatedAt: now });

  const [event] = await db.select().from(events).where(eq(events.merchantId, merchantId));
  const place = { eventId: event?.id ?? '', position: event?.position ?? 0, startedAt: now, nextAttemptAt: now };
  const { endpointId, payoutId } = things;
  await db.insert(deliveries).values(own({ id: things.deliveryId, ...place, endpointId, subjectId: payoutId }));
  return { ...things, postingId: posting?.id ?? '' };
}

/** An order that its buyer has not paid yet. */
async function ownOrder(db: TestDatabase['db'], { merchantId, keyId }: TestMerchant, word: string): Promise<string> {
  const actor = { kind: 'api_key', keyId, merchantId, scopes } as const;
  const body = createOrderBody.parse({
    ...{ reference: `purchase-of-${word}`, amount: '25.00', asset: 'USDT', chain: 'local' },
    ...{ buyer: { id: `buyer-of-${word}` }, seller: { id: `seller-of-${word}`, address: address('9') } },
  });
  return (await createOrder({ db, clock: { now: () => now }, actor, requestId: 'req_test' }, body)).id;
}

type Handed = Pick<Paid, 'merchantId' | 'transferId'> & { gatewayId: string; payoutId: string; submissionId: string };

/** A payout was handed to a gateway, and nobody can tell whether it was sent. */
async function handOver(db: TestDatabase['db'], { gatewayId, payoutId, submissionId, ...own }: Handed) {
  await db.insert(gatewaySubmissions).values({
    ...({ status: 'unknown', chain: 'local', crypto: 'LOCAL-USDT', attempt: 1 } as const),
    ...{ wallet: address('5'), token: address('6'), recipient: address('9'), amount: 1n, submitBlock: 1n },
    ...{ ...own, id: submissionId, gatewayId, payoutId, externalId: `${payoutId}-1` },
    ...{ nextLookAt: now, submittedAt: now, createdAt: now, updatedAt: now },
  });
}

type Paid = {
  merchantId: string;
  userId: string;
  byHandId: string;
  signingId: string;
  transferId: string;
  tab: string;
};

/** A member holds the payout that is paid by hand, and has a payment of it prepared. */
async function payByHand(db: TestDatabase['db'], { merchantId, userId, byHandId, signingId, transferId, tab }: Paid) {
  const until = addSeconds(now, 600);
  await db.insert(paymentHolds).values({ payoutId: byHandId, merchantId, userId, tab, until, createdAt: now });
  await db.insert(paymentSignings).values({
    ...({ chain: 'local', symbol: 'USDT', token: address('6'), way: 'transfer', sender: address('5') } as const),
    ...({ senderKind: 'key', nonceFloor: 0, count: 1, total: 1n } as const),
    ...{ id: signingId, merchantId, userId, tab, createdAt: now },
  });
  await db.insert(transfers).values({
    ...({ rail: 'wallet', chain: 'local', status: 'prepared' } as const),
    ...{ id: transferId, merchantId, payoutId: byHandId, signingId, createdAt: now, updatedAt: now },
  });
}
