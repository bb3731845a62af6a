import {
  BaseError,
  CallExecutionError,
  decodeErrorResult,
  ExecutionRevertedError,
  type Hex,
  RawContractError,
} from 'viem';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { hex } from '@/lib/chains/address';
import { tokenErrors } from './token-errors';

/** The name of our contract's or a known token's error, the reason that is given in words, or `reverted`; rethrows what is no revert. */
export function revertWord(error: unknown): string {
  if (!(error instanceof BaseError)) throw error;
  const reverted =
    error.walk((cause) => cause instanceof RawContractError) ??
    error.walk((cause) => cause instanceof ExecutionRevertedError);
  const data = error.walk((cause) => 'data' in Object(cause));
  const named = decodeWord(Reflect.get(Object(data), 'data'));
  if (named) return named;
  if (reverted || (error instanceof CallExecutionError && /revert/i.test(error.message))) return 'reverted';
  throw error;
}

const known = [...drawbridgeAbi, ...tokenErrors];

function decodeWord(data: unknown): string | null {
  const text: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'data') : data;
  if (typeof text !== 'string' || !text.startsWith('0x')) return null;
  try {
    const bytes: Hex = hex(text);
    const decoded: { errorName: string; args?: readonly unknown[] } = decodeErrorResult({
      abi: known,
      data: bytes,
    });
    const { errorName, args } = decoded;
    return errorName === 'Error' && typeof args?.[0] === 'string' ? args[0] : errorName;
  } catch {
    return null;
  }
}
