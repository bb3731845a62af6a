import type { Tx } from '@/db/client';
import { addSeconds } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { queueMail } from '@/lib/mail/outbox';
import { reserveAlert } from '@/lib/webhooks/endpoints/breaker-store';

/** Many deliveries that fail together are one mail: an endpoint is written about at most once in this time. */
export const quietSeconds = 6 * 3600;

const howToSendAgain = (endpointId: string) =>
  [
    'Nothing is lost. Once your server takes events again, send all of them once more with',
    `POST ${env.BASE_URL}/api/v1/webhook-endpoints/${endpointId}/resend,`,
    `or read what you have missed from GET ${env.BASE_URL}/api/v1/events.`,
  ].join('\n');

/** Tells the merchant that deliveries of an endpoint are not tried any more, in the transaction that ends them. */
export async function tellExhausted(
  tx: Tx,
  endpointId: string,
  { count, failingSince, now }: { count: number; failingSince?: Date; now: Date },
): Promise<void> {
  const alert = await reserveAlert(tx, endpointId, { now, since: addSeconds(now, -quietSeconds) });
  if (!alert) return;
  const what = count === 1 ? 'A webhook was' : `${count.toLocaleString('en')} webhooks were`;
  await queueMail(tx, {
    ...{ merchantId: alert.merchantId, to: alert.to, now },
    subject: 'Webhooks to your server could not be delivered',
    text: [
      `${what} not taken by your endpoint ${endpointId} in the time that it asks for, and ${count === 1 ? 'is' : 'are'} not tried any more:`,
      alert.url,
      ...(failingSince ? [`It has not been answering as it should since ${failingSince.toUTCString()}.`] : []),
      `What each attempt met with is in GET ${env.BASE_URL}/api/v1/webhook-deliveries?endpoint=${endpointId}&status=exhausted.`,
      howToSendAgain(endpointId),
      'If more of them fail, we write again in six hours at the earliest.',
    ].join('\n\n'),
  });
}

/**
 * Tells the merchant that an endpoint was paused because it says that it is gone. It is told each time: a second time
 * comes only after a member resumed it.
 */
export async function tellGone(tx: Tx, endpointId: string, now: Date): Promise<void> {
  const alert = await reserveAlert(tx, endpointId, { now, since: null });
  if (!alert) return;
  await queueMail(tx, {
    ...{ merchantId: alert.merchantId, to: alert.to, now },
    subject: 'A webhook endpoint is paused: it says that it is gone',
    text: [
      `Your server answered a webhook with 410 Gone, so we send nothing more to your endpoint ${endpointId}:`,
      alert.url,
      'What was queued for it waits. New events are not queued while it is paused.',
      `If it is meant to work, resume it with PATCH ${env.BASE_URL}/api/v1/webhook-endpoints/${endpointId} {"status": "active"}; what waits is sent at once.`,
      howToSendAgain(endpointId),
    ].join('\n\n'),
  });
}
