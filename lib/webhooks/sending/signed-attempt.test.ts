import { eq } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { endpoints } from '@/db/schema';
import { dialects } from '@/db/vocabulary/webhooks';
import { dialectRules } from '@/lib/dialects/registry';
import { addSeconds } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { seal } from '@/lib/kernel/secrets';
import { sealHeaders } from '@/lib/webhooks/endpoints/own-headers';
import { webhookDesk } from '@/lib/webhooks/testing/desk';
import { makeEndpoint } from '@/lib/webhooks/testing/fixtures';
import { answerWith, type Received } from '@/lib/webhooks/testing/receiver';
import { hiddenValue } from './attempt';

/** What goes out proves itself to a holder of the secret, and to nobody else. */
const desk = webhookDesk();

test('a delivered event verifies with the standardwebhooks package and says what happened', async () => {
  const merchant = await desk.receiver();
  const { secret } = await desk.queue(merchant);
  await desk.deliverTo(merchant);
  const [request] = merchant.received;
  const [event] = await desk.events();
  expect(new Webhook(secret).verify(request?.body ?? '', request?.headers ?? {})).toEqual({
    type: 'payout.completed',
    timestamp: event?.createdAt.toISOString(),
    sequence: 1,
    data: event?.data,
  });
  expect(request?.headers).toMatchObject({ 'webhook-id': event?.id, 'content-type': 'application/json' });
  expect(await desk.deliveries()).toMatchObject([{ status: 'delivered', attempts: 1, tries: 1, leaseOwner: null }]);
  expect(await desk.attempts()).toMatchObject([{ number: 1, status: 204, error: null }]);
});

test('while a rotation overlaps both secrets sign, and afterwards only the new one', async () => {
  const merchant = await desk.receiver(answerWith(500));
  const { id, secret } = await desk.queue(merchant);
  const former = dialectRules.standard.newSecret('hmac');
  const until = addSeconds(desk.clock.now(), 5).toISOString();
  const rotated = { previousSecrets: [{ secret: seal(former, id), until }] };
  await desk.database.db.update(endpoints).set(rotated).where(eq(endpoints.id, id));
  await desk.deliverTo(merchant);
  desk.clock.turn(5);
  await desk.deliverTo(merchant);
  const [during, after] = merchant.received;
  const verify = (by: string, one?: Received) => new Webhook(by).verify(one?.body ?? '', one?.headers ?? {});
  expect(verify(former, during)).toEqual(verify(secret, during));
  expect(verify(secret, after)).toBeTruthy();
  expect(() => verify(former, after)).toThrow();
});

test('a former secret that cannot be read does not keep the new one from signing', async () => {
  const merchant = await desk.receiver();
  const until = addSeconds(desk.clock.now(), 60).toISOString();
  const { secret } = await desk.queue(merchant, 1, { previousSecrets: [{ secret: 'v1.a.b.c', until }] });
  await desk.deliverTo(merchant);
  const [request] = merchant.received;
  expect(new Webhook(secret).verify(request?.body ?? '', request?.headers ?? {})).toBeTruthy();
});

test('an ed25519 endpoint verifies with its public key', async () => {
  const merchant = await desk.receiver();
  const { secret } = await desk.queue(merchant, 1, { signing: 'ed25519' });
  await desk.deliverTo(merchant);
  const publicKey = dialectRules.standard.publicKeyOf('ed25519', secret) ?? '';
  const [{ headers, body, path } = { headers: {}, body: '', path: '' }] = merchant.received;
  const message = { method: 'POST', url: path, headers, body } as const;
  const facts = { now: desk.clock.now(), merchantId: desk.merchantId };
  expect(publicKey).toMatch(/^whpk_/);
  expect(dialectRules.standard.verify(message, publicKey, facts)).toBe(true);
});

test("a merchant's own headers go with every request, and their values stay out of the log", async () => {
  const merchant = await desk.receiver();
  const id = newId('endpoint');
  const own = { Authorization: 'Bearer open sesame', 'X-Shop': '7' };
  await desk.queue(merchant, 1, { id, ...sealHeaders(own, id) });
  await desk.deliverTo(merchant);
  expect(merchant.received[0]?.headers).toMatchObject({ authorization: 'Bearer open sesame', 'x-shop': '7' });
  const [kept] = await desk.attempts();
  expect(kept?.requestHeaders).toMatchObject({ Authorization: hiddenValue, 'X-Shop': hiddenValue });
  expect(JSON.stringify(kept, (_key, value) => (typeof value === 'bigint' ? `${value}` : value))).not.toContain(
    'sesame',
  );
});

const template =
  '?trans_uuid={trans_uuid}&user_uuid={user_uuid}&currency={currency}&coin_amount={coin_amount}&sid={sid}';
const inDialect = { coindirect: 204, nitro: 200, dex3: 204, s2s: 200, shkeeper: 202, order_flow: 204 } as const;

test.each(Object.entries(inDialect))(
  'a %s endpoint takes an event with %i, and what it got verifies',
  async (dialect, status) => {
    const merchant = await desk.receiver(answerWith(status));
    const name = z.enum(dialects).parse(dialect);
    const target = name === 's2s' ? merchant.url + template : merchant.url;
    const { secret } = await desk.queue({ url: target }, 1, { dialect: name });
    await desk.deliverTo(merchant);
    const [{ method, headers, body, path } = { method: '', headers: {}, body: '', path: '' }] = merchant.received;
    const message = {
      method: method === 'GET' ? 'GET' : 'POST',
      url: new URL(path, merchant.url).href,
      headers,
      body,
    } as const;
    const facts = { now: desk.clock.now(), merchantId: desk.merchantId };
    expect(dialectRules[name].verify(message, secret, facts)).toBe(true);
    expect(dialectRules[name].verify(message, dialectRules[name].newSecret('hmac'), facts)).toBe(false);
    expect(await desk.deliveries()).toMatchObject([{ status: 'delivered' }]);
    expect(await desk.attempts()).toMatchObject([{ method, url: message.url, requestBody: body }]);
  },
);

test('an unreadable secret is told in the attempt and does not stop the others', async () => {
  const merchant = await desk.receiver();
  const broken = await makeEndpoint(desk.database.db, { merchantId: desk.merchantId, url: merchant.url });
  await desk.database.db.update(endpoints).set({ secret: 'v1.a.b.c' }).where(eq(endpoints.id, broken.id));
  await desk.queue(merchant);
  await desk.deliverTo(merchant);
  expect(merchant.received).toHaveLength(1);
  expect((await desk.attempts()).map((one) => one.error).sort()).toEqual([
    'The signing secret of this endpoint cannot be read; rotate it or create the endpoint again.',
    null,
  ]);
});
