import { BaseError, HttpRequestError, RpcRequestError } from 'viem';
import { Refusal } from '@/lib/kernel/errors';

/** HTTP answers by which some nodes refuse a query that is too large. */
const refusals: readonly (number | undefined)[] = [400, 413];

/**
 * True if the node rejected the request itself (its range or size limit), which providers say in many ways. False if
 * the node did not answer, or answers nobody at the moment.
 */
export function isRefused(error: unknown): boolean {
  const isAnswer = (one: unknown) =>
    one instanceof RpcRequestError || (one instanceof HttpRequestError && refusals.includes(one.status));
  const caught = error instanceof Refusal ? error.cause : error;
  return caught instanceof BaseError && caught.walk(isAnswer) !== null;
}
