import type { Dialect, SignatureKind } from '@/db/vocabulary/webhooks';
import type { EventToSend, Message } from '@/lib/dialects/dialect';
import { dialectRules } from '@/lib/dialects/registry';
import { documented } from '@/lib/webhooks/events/samples';

/** Where each dialect's test messages go. */
export const targets = {
  standard: 'https://example.com/webhooks',
  coindirect: 'https://example.com/webhooks?shop=1',
  nitro: 'https://example.com/webhooks',
  dex3: 'https://example.com/webhooks',
  shkeeper: 'https://example.com/webhooks',
  order_flow: 'https://example.com/webhooks',
  s2s: `https://example.com/paid?${[
    ...['sid', 'sid_previous', 'trans_uuid', 'user_uuid', 'currency', 'coin_amount', 'event', 'payout_id', 'reference'],
    ...['status', 'version', 'sequence', 'amount', 'net', 'hash'],
  ]
    .map((name) => `${name}={${name}}`)
    .join('&')}`,
} as const satisfies Record<Dialect, string>;

export const at = new Date('2026-01-31T12:00:00.000Z');
export const facts = { now: at, merchantId: documented.merchantId };

/** The event as it goes over the wire in this dialect, newest secret first. */
export function signed(
  dialect: Dialect,
  event: EventToSend,
  secrets: string[],
  signing: SignatureKind = 'hmac',
): Message {
  const rules = dialectRules[dialect];
  const { id, merchantId } = event;
  return rules.sign(rules.render(event, targets[dialect]), { signing, secrets }, { id, at, merchantId });
}

/** A sample as if it had really happened. */
export function real(event: EventToSend, data: Record<string, unknown> = {}): EventToSend {
  return { ...event, sequence: 812, test: false, data: { ...event.data, ...data } };
}
