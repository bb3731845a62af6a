import {
  InsufficientFundsError,
  ResourceUnavailableRpcError,
  TransactionExecutionError,
  UserRejectedRequestError,
} from 'viem';
import { expect, test } from 'vitest';
import { readWalletError, walletWords } from './wallet-error';

const wrapped = (cause: UserRejectedRequestError | InsufficientFundsError | ResourceUnavailableRpcError) =>
  new TransactionExecutionError(cause, { account: null });
const coded = (code: unknown, message = 'words') => new Error('outer', { cause: { code, message } });

test('a refusal by the reader is told from a fault, through every wrapping', () => {
  expect(readWalletError(wrapped(new UserRejectedRequestError(new Error('no'))))).toBe('rejected');
  expect(readWalletError({ code: 4001, message: 'User rejected the request.' })).toBe('rejected');
  expect(readWalletError({ code: -32603, message: 'x', data: { originalError: { code: 4001 } } })).toBe('rejected');
  expect(readWalletError(new Error('MetaMask Tx Signature: User denied transaction signature.'))).toBe('rejected');
  expect(readWalletError(Object.assign(new Error('x'), { code: 'ACTION_REJECTED' }))).toBe('rejected');
  expect(readWalletError({ code: 5000, message: 'User rejected.' })).toBe('rejected');
});

test('what a wallet does not support was not sent, and is no refusal by its person', () => {
  for (const code of [4100, 4200, -32601, 5740, 5760]) expect(readWalletError(coded(code))).toBe('unable');
});

test('a request that already waits in the wallet is recognised, and a node that timed out is not taken for one', () => {
  expect(readWalletError(wrapped(new ResourceUnavailableRpcError(new Error('pending'))))).toBe('wallet_busy');
  expect(readWalletError(Object.assign(new Error('already pending'), { code: -32002 }))).toBe('wallet_busy');
  expect(readWalletError({ code: -32002, message: 'request timed out' })).toBe('unclear');
});

test('a wallet that cannot pay the network fee is recognised', () => {
  expect(readWalletError(wrapped(new InsufficientFundsError()))).toBe('short_of_fee');
  expect(readWalletError(new Error('err: insufficient funds for gas * price + value'))).toBe('short_of_fee');
});

test('anything else says nothing about what was sent, and is never taken for a refusal', () => {
  for (const code of [-32603, -32000, -32602, 4900]) expect(readWalletError(coded(code))).toBe('unclear');
  expect(readWalletError(new Error('Internal JSON-RPC error.'))).toBe('unclear');
  expect([undefined, null, 'boom'].map(readWalletError)).toEqual(Array(3).fill('unclear'));
});

test('the innermost words of the wallet are kept for those who ask', () => {
  expect(walletWords(coded(-32000, 'The device is not responding.'))).toBe('The device is not responding.');
  expect(walletWords(null)).toBe('');
});
