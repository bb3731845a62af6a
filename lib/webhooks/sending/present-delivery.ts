import type { DeliveryAnswer, DeliveryDetail } from '@/lib/webhooks/events/delivery-schema';
import type { Attempt, ShownDelivery } from '@/lib/webhooks/events/delivery-store';

export function presentDelivery({ delivery, event, lastAttempt }: ShownDelivery): DeliveryAnswer {
  const { id, endpointId, status, attempts, deliveredAt, createdAt } = delivery;
  return {
    id,
    endpoint: endpointId,
    status,
    event: { id: event.id, type: event.type, sequence: event.sequence, payout: event.subjectId, test: event.test },
    attempts,
    last_attempt: lastAttempt && {
      started_at: lastAttempt.startedAt.toISOString(),
      status: lastAttempt.status,
      error: lastAttempt.error,
    },
    next_attempt_at: status === 'pending' ? delivery.nextAttemptAt.toISOString() : null,
    delivered_at: deliveredAt?.toISOString() ?? null,
    created_at: createdAt.toISOString(),
  };
}

export function presentAttempt(attempt: Attempt): DeliveryDetail['log'][number] {
  const { number, startedAt, durationMs, method, url, requestHeaders, requestBody, status, answer, error } = attempt;
  return {
    number,
    started_at: startedAt.toISOString(),
    duration_ms: durationMs,
    request: { method, url, headers: requestHeaders, body: requestBody },
    status,
    answer,
    error,
  };
}
