import type { Context } from '@/lib/access/actor';
import { log } from '@/lib/kernel/log';
import { unseal } from '@/lib/kernel/secrets';
import { dialectRules } from './dialects/registry';
import { nextAttemptAt, readRetryAfter } from './retry';
import type { Outcome, Sender } from './send';
import { type ClaimedDelivery, type Result, recordAttempt } from './store';

export type Attempt = {
  delivery: ClaimedDelivery;
  /** Proof of the lease that the delivery was claimed under. */
  owner: string;
  /** From 0 to 1; spreads the retry. */
  random: number;
};

/** Sends a leased delivery once and writes down how it went. Answers whether the endpoint gave any answer. */
export async function attempt(ctx: Context, sender: Sender, { delivery, owner, random }: Attempt): Promise<boolean> {
  const startedAt = ctx.clock.now();
  const outcome = await sendOnce(sender, delivery, startedAt);
  const number = delivery.attempts + 1;
  const next = decide(delivery, number, ctx.clock.now(), outcome, random);
  const { status, answer, durationMs, error } = outcome;
  const moved = await recordAttempt(ctx.db, {
    deliveryId: delivery.id,
    merchantId: delivery.merchantId,
    owner,
    attempt: { number, startedAt, durationMs, status, answer, error },
    next,
  });
  const facts = { delivery: delivery.id, event: delivery.event.id, number, status, error };
  if (!moved) log.warn(facts, 'An attempt ended after its lease was gone');
  else if (next.status === 'exhausted') log.warn(facts, 'A delivery is exhausted');
  return status !== null;
}

async function sendOnce(sender: Sender, { endpoint, event }: ClaimedDelivery, at: Date): Promise<Outcome> {
  const rules = dialectRules[endpoint.dialect];
  const body = rules.render(event);
  let signed: Record<string, string>;
  try {
    signed = rules.sign(unseal(endpoint.secret, endpoint.id), event, body, at);
  } catch {
    const error = 'The signing secret of this endpoint cannot be read; create the endpoint anew.';
    return { status: null, answer: null, error, retryAfter: undefined, durationMs: 0 };
  }
  const headers = { 'content-type': 'application/json', 'user-agent': 'Drawbridge-Webhooks/1', ...signed };
  return sender.post(endpoint.url, headers, body);
}

/** Where a delivery goes from here. */
function decide(
  delivery: ClaimedDelivery,
  attempts: number,
  at: Date,
  { status, retryAfter }: Outcome,
  random: number,
): Result['next'] {
  const { accepts } = dialectRules[delivery.endpoint.dialect];
  if (status !== null && accepts(status)) return { status: 'delivered', at };
  const next = nextAttemptAt({ attempts, at, retryAfter: readRetryAfter(retryAfter, at), random });
  return next ? { status: 'pending', at: next } : { status: 'exhausted' };
}
