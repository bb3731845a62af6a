import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { fanOut } from '@/lib/webhooks/events/fan-out';
import { webhookDesk } from '@/lib/webhooks/testing/desk';
import { emitOne } from '@/lib/webhooks/testing/fixtures';
import type { Received } from '@/lib/webhooks/testing/receiver';
import { actingFor } from '@/lib/webhooks/testing/told';
import { rotateSecret } from './rotate';

const desk = webhookDesk();

/** Whether the vendor's library takes a request with this secret. */
function accepts(secret: string | null, { headers, body }: Received): boolean {
  try {
    new Webhook(secret ?? '').verify(body, headers);
    return true;
  } catch {
    return false;
  }
}

test('rotated twice while the first one overlaps, what is sent verifies by all three secrets', async () => {
  const receiver = await desk.receiver();
  const made = await desk.queue(receiver);
  const acting = actingFor(desk.database.db, desk.clock, desk.merchantId);
  const second = await rotateSecret(acting, made.id, { overlap_seconds: 60 });
  const third = await rotateSecret(acting, made.id, { overlap_seconds: 60 });
  await desk.deliverTo(receiver);
  const secrets = [made.secret, second.secret, third.secret];
  expect(receiver.received.map((one) => secrets.map((secret) => accepts(secret, one)))).toEqual([[true, true, true]]);
});

test('while a rotation overlaps, what is sent verifies by both secrets; afterwards by the new one alone', async () => {
  const receiver = await desk.receiver();
  const made = await desk.queue(receiver);
  const acting = actingFor(desk.database.db, desk.clock, desk.merchantId);
  const next = async () => {
    await emitOne(desk.ctx, desk.merchantId);
    await fanOut(desk.ctx);
    await desk.deliverTo(receiver);
  };
  await desk.deliverTo(receiver);
  const { secret } = await rotateSecret(acting, made.id, { overlap_seconds: 60 });
  await next();
  desk.clock.turn(61);
  await next();
  const taken = receiver.received.map((one) => [accepts(made.secret, one), accepts(secret, one)]);
  expect(taken).toEqual([
    [true, false],
    [true, true],
    [false, true],
  ]);
});
