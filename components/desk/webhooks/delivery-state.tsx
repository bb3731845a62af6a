import { Status } from '@/components/ui/status';
import type { DeliveryAnswer } from '@/lib/webhooks/events/delivery-schema';

/** Where a delivery is: a pending one that failed already says so. */
export function DeliveryState({ delivery }: { delivery: DeliveryAnswer }) {
  const { status, last_attempt } = delivery;
  if (status === 'delivered') return <Status tone="good">Delivered</Status>;
  if (status === 'exhausted') return <Status tone="bad">Given up</Status>;
  return last_attempt ? <Status tone="warn">Trying again</Status> : <Status tone="busy">Waiting</Status>;
}

/** What the receiver said last, in few words. */
export function lastAnswer({ last_attempt }: DeliveryAnswer): string {
  if (!last_attempt) return 'Not sent yet';
  if (last_attempt.error) return last_attempt.error;
  return last_attempt.status === null ? 'No answer' : `Answered ${last_attempt.status}`;
}
