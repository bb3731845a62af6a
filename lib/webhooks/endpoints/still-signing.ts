import type { PreviousSecret } from '@/db/schema/webhooks';

/** Those of the former secrets whose end has not come, the newest first. */
export function stillSigning(previous: readonly PreviousSecret[], at: Date): PreviousSecret[] {
  return previous.filter(({ until }) => Date.parse(until) > at.getTime());
}
