import { isDatabaseFault } from '@/db/faults';
import { Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';

/** Names that the chain client gives to errors of the line, not of the request. */
const chainFaults = new Set(['HttpRequestError', 'WebSocketRequestError', 'TimeoutError', 'SocketClosedError']);

const retryAfterSeconds = 5;

/** The error and what caused it, outermost first. */
function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  let current = error;
  while (current instanceof Error && causes.length < 10) {
    causes.push(current);
    current = current.cause;
  }
  return causes;
}

/** What the caller may know of anything that was thrown; the rest goes to the log, under the request's id. */
export function refusalFrom(error: unknown, requestId: string): Refusal {
  if (error instanceof Refusal) {
    if (error.status >= 500) log.warn({ requestId, err: error }, 'A request could not be answered');
    return error;
  }
  const causes = causesOf(error);
  if (causes.some((cause) => chainFaults.has(cause.name))) {
    log.warn({ requestId, err: error }, 'A chain could not be reached');
    return new Refusal('chain_unavailable', { retryAfterSeconds }, { cause: error });
  }
  if (isDatabaseFault(error)) {
    log.error({ requestId, err: error }, 'The database could not be reached');
    return new Refusal('unavailable', { retryAfterSeconds, detail: 'Nothing is lost. Please try again shortly.' });
  }
  log.error({ requestId, err: error }, 'A request failed');
  return new Refusal('internal', { detail: `Please try again; if it stays, tell us the request id ${requestId}.` });
}
