import { BaseError, HttpRequestError, SocketClosedError, TimeoutError, WebSocketRequestError } from 'viem';
import { isRefused } from './refused';

/** A node that answers, but not for the network and the history that this installation works on. */
export class StrangeNode extends Error {
  override readonly name = 'StrangeNode';
}

/** A node that took longer than it has. */
export class LateNode extends Error {
  override readonly name = 'LateNode';
}

/** Those that another request would meet, too: an answer that is an error may be about the question. */
const silences = [
  HttpRequestError,
  WebSocketRequestError,
  SocketClosedError,
  TimeoutError,
  StrangeNode,
  LateNode,
] as const;

type Kinds = readonly (abstract new (...args: never[]) => Error)[];
export const isOneOf = (kinds: Kinds) => (error: unknown) => kinds.some((kind) => error instanceof kind);
const isSilent = isOneOf(silences);

/** Whether the node said nothing that counts, and would say nothing more to another question. */
export function isSilence(error: unknown): boolean {
  if (isRefused(error)) return false;
  return isSilent(error) || (error instanceof BaseError && error.walk(isSilent) !== null);
}

/** What is wrong with a node, in words that hold no address: those of providers may hold a key. */
export function faultOf(error: unknown): string {
  const cause = error instanceof BaseError ? error.walk(isSilent) : error;
  if (cause instanceof StrangeNode) return cause.message;
  if (cause instanceof HttpRequestError && cause.status) return `It answers HTTP ${cause.status}.`;
  if (cause instanceof LateNode || cause instanceof TimeoutError) return 'It did not answer in time.';
  return isRefused(error) ? 'It refuses what it is asked.' : 'It did not answer.';
}
