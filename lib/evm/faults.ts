import {
  AbiDecodingZeroDataError,
  BaseError,
  BlockNotFoundError,
  ContractFunctionZeroDataError,
  HttpRequestError,
  ResponseBodyTooLargeError,
  RpcError,
  RpcRequestError,
  SocketClosedError,
  TimeoutError,
  TransactionNotFoundError,
  TransactionReceiptNotFoundError,
  WebSocketRequestError,
} from 'viem';
import type { ChainKey } from '@/db/vocabulary/chains';
import { chainOf } from '@/lib/chains/registry';
import { Refusal } from '@/lib/kernel/errors';
import { isOneOf, LateNode, StrangeNode } from './nodes/silence';

/** Errors of the line and of the node: silent, refusing, or without what was asked for. */
const faults = [
  HttpRequestError,
  WebSocketRequestError,
  SocketClosedError,
  TimeoutError,
  ResponseBodyTooLargeError,
  RpcRequestError,
  RpcError,
  BlockNotFoundError,
  TransactionNotFoundError,
  TransactionReceiptNotFoundError,
  AbiDecodingZeroDataError,
  ContractFunctionZeroDataError,
  StrangeNode,
  LateNode,
] as const;

const isFault = isOneOf(faults);

/** Whether the node is to blame. False for everything else, such as an error of our own code or of the database. */
export function isNodeFault(error: unknown): boolean {
  return isFault(error) || (error instanceof BaseError && error.walk(isFault) !== null);
}

/** The refusal that a fault of the node becomes; the fault stays with it as its cause. */
export function nodeUnavailable(chain: ChainKey, cause: unknown): Refusal {
  const isTold = isOneOf([StrangeNode, LateNode]);
  const told = cause instanceof BaseError ? cause.walk(isTold) : cause;
  const detail =
    told instanceof Error && isTold(told) ? told.message : `The node of ${chainOf(chain).name} did not answer.`;
  return new Refusal('chain_unavailable', { detail }, { cause });
}

/** A node that lacks what it must have, or contradicts itself, has no say. */
export function nodeLacks(chain: ChainKey, what: string): Refusal {
  return new Refusal('chain_unavailable', { detail: `The node of ${chainOf(chain).name} ${what}.` });
}
