import {
  InsufficientFundsError,
  ResourceUnavailableRpcError,
  TransactionExecutionError,
  UserRejectedRequestError,
} from 'viem';
import { expect, test } from 'vitest';
import { readWalletError } from './wallet-error';

const wrapped = (cause: UserRejectedRequestError | InsufficientFundsError | ResourceUnavailableRpcError) =>
  new TransactionExecutionError(cause, { account: null });

test('a refusal by the reader is told from a fault, through every wrapping', () => {
  expect(readWalletError(wrapped(new UserRejectedRequestError(new Error('no'))))).toBe('rejected');
  expect(readWalletError({ code: 4001, message: 'User rejected the request.' })).toBe('rejected');
  expect(readWalletError(new Error('MetaMask Tx Signature: User denied transaction signature.'))).toBe('rejected');
  expect(readWalletError(Object.assign(new Error('x'), { code: 'ACTION_REJECTED' }))).toBe('rejected');
});

test('a request that already waits in the wallet is recognised', () => {
  expect(readWalletError(wrapped(new ResourceUnavailableRpcError(new Error('pending'))))).toBe('wallet_busy');
  expect(readWalletError(Object.assign(new Error('already pending'), { code: -32002 }))).toBe('wallet_busy');
});

test('a wallet that cannot pay the network fee is recognised', () => {
  expect(readWalletError(wrapped(new InsufficientFundsError()))).toBe('short_of_fee');
  expect(readWalletError(new Error('err: insufficient funds for gas * price + value'))).toBe('short_of_fee');
});

test('anything else is a fault of the wallet, and never taken for a refusal', () => {
  expect(readWalletError(new Error('Internal JSON-RPC error.'))).toBe('wallet_error');
  expect(readWalletError(undefined)).toBe('wallet_error');
  expect(readWalletError('boom')).toBe('wallet_error');
});
