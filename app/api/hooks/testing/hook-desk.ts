import { asc, eq } from 'drizzle-orm';
import { beforeEach, expect } from 'vitest';
import * as hook from '@/app/api/hooks/[dialect]/[source]/route';
import * as sourcesRoute from '@/app/api/v1/sources/route';
import { messages } from '@/db/schema';
import type { Dialect, SignatureKind } from '@/db/vocabulary/webhooks';
import type { Message } from '@/lib/dialects/dialect';
import { dialectRules } from '@/lib/dialects/registry';
import { peerHeader } from '@/lib/http/base/address';
import type { RouteHandler } from '@/lib/http/pipeline/resource';
import { call, type TestMerchant, testPortal } from '@/lib/http/testing/test-portal';
import { documented, sampleEvent } from '@/lib/webhooks/events/samples';

export const secrets: Record<Dialect, string> = {
  standard: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
  coindirect: 'the secret of coindirect',
  nitro: 'the secret of nitro, too',
  dex3: 'merchant_public:merchant_private',
  s2s: 'the token of the publisher',
  shkeeper: 'the API key of the server',
  order_flow: 'the secret of the order flow',
};

/** All that another side may use, in the spelling of the dialect. */
export const otherSecrets: Record<Dialect, string> = {
  ...{ coindirect: 'another secret of sixteen', nitro: 'another secret of sixteen', s2s: 'another secret of sixteen' },
  ...{ shkeeper: 'another secret of sixteen', order_flow: 'another secret of sixteen' },
  dex3: 'merchant_public:another_private',
  standard: `whsec_${Buffer.alloc(32, 8).toString('base64')}`,
};

const { merchantId } = documented;
const template =
  '?sid={sid}&trans_uuid={trans_uuid}&user_uuid={user_uuid}&currency={currency}&coin_amount={coin_amount}&reference={reference}';
const handlers: Record<string, RouteHandler> = { ...hook };

export type Made = { id: string; url: string; dialect: Dialect };
export type Proof = { secret?: string; payoutId?: string; at?: Date; signing?: SignatureKind };
export type Change = { body?: BodyInit; headers?: Record<string, string>; url?: string; method?: string };

/** The message with its proof over what it says now. */
export function signed(
  made: Made,
  message: Message,
  { secret, at = new Date(), signing = 'hmac' }: Proof = {},
): Message {
  const keys = { signing, secrets: [secret ?? secrets[made.dialect]] };
  return dialectRules[made.dialect].sign(message, keys, { id: 'ev_1', at, merchantId });
}

/** The sample of a completed payout as the other side would send it to this address. */
export function messageTo(made: Made, proof: Proof = {}): Message {
  const { payoutId = documented.payoutId, at = new Date() } = proof;
  const event = sampleEvent({ event: 'payout.completed' }, { id: 'ev_1', merchantId, payoutId, now: at });
  const target = made.dialect === 's2s' ? made.url + template : made.url;
  return signed(made, dialectRules[made.dialect].render(event, target), proof);
}

export async function refusedWith(answer: Response): Promise<[number, string]> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  return [answer.status, (await answer.json()).code];
}

/** A merchant, sources of it, and a client that sends to them: in each test from an address of its own. */
export function hookDesk() {
  const portal = testPortal();
  const state: { merchant?: TestMerchant; tests: number; peer: string } = { tests: 0, peer: '' };
  beforeEach(async () => {
    state.merchant = await portal.newMerchant();
    state.tests += 1;
    state.peer = `203.0.113.${state.tests}`;
  });
  return {
    portal,
    get merchant(): TestMerchant {
      if (!state.merchant) throw new Error('The merchant is there only while tests run');
      return state.merchant;
    },
    moveTo(peer: string) {
      state.peer = peer;
    },
    async newSource(dialect: Dialect, secret = secrets[dialect], of = state.merchant): Promise<Made> {
      const body = { dialect, secret };
      const answer = await call(sourcesRoute.POST, { method: 'POST', apiKey: of?.apiKey, body });
      expect(answer.status).toBe(201);
      return answer.json();
    },
    /** Sends a message as the framework hands it on, with what a test changes of it. */
    send(message: Message, change: Change = {}): Promise<Response> {
      const url = new URL(change.url ?? message.url);
      const [dialect, source] = url.pathname.split('/').slice(3);
      const method = change.method ?? message.method;
      const body = ['GET', 'HEAD'].includes(method) ? undefined : (change.body ?? message.body);
      const headers = { ...message.headers, ...change.headers, [peerHeader]: state.peer };
      const init: RequestInit & { duplex: 'half' } = { method, headers, body, duplex: 'half' };
      const handler = handlers[method];
      if (!handler) throw new Error(`No handler for ${method}`);
      return handler(new Request(url, init), { params: Promise.resolve({ dialect, source }) });
    },
    kept: (made: Made) =>
      portal.db.select().from(messages).where(eq(messages.sourceId, made.id)).orderBy(asc(messages.id)),
  };
}
