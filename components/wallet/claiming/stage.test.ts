import { expect, test } from 'vitest';
import { readyView, viewWith } from '@/components/claim/testing/sample-views';
import type { Attempt } from './attempt';
import { type Account, stageOf } from './stage';

const right: Account = { address: '0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc', chainId: 31337 };
const preparing: Attempt = { at: 'preparing' };
const base = { view: readyView, settled: true, hasWallet: true, account: right, attempt: preparing };

test('the right wallet on the right network can claim, however its address is written', () => {
  expect(stageOf(base)).toBe('attempt');
  expect(stageOf({ ...base, account: { ...right, address: readyView.recipient.address ?? '' } })).toBe('attempt');
});

test('a claim bound to one wallet is offered to no other; an open one to any', () => {
  const stranger = { address: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8', chainId: 31337 };
  expect(stageOf({ ...base, account: stranger })).toBe('wrong_wallet');
  expect(stageOf({ ...base, account: stranger, view: viewWith({ recipient: { type: 'anyone' } }) })).toBe('attempt');
});

test('a wallet that has to sign first does so on any network, and then says where to, or sends', () => {
  const elsewhere = { ...base, account: { ...right, chainId: 1 } };
  expect(stageOf({ ...elsewhere, isSent: true, view: viewWith({ proof_needed: 'signature' }) })).toBe('sign');
  expect(stageOf({ ...elsewhere, isSent: true })).toBe('offer');
  expect(stageOf({ ...base, isSent: false })).toBe('attempt');
});

test('nothing is offered on another network', () => {
  expect(stageOf({ ...base, account: { ...right, chainId: 1 } })).toBe('wrong_network');
  expect(stageOf({ ...base, account: { ...right, chainId: undefined } })).toBe('wrong_network');
});

test('without a wallet the reader is told so only once that is certain', () => {
  const none = { ...base, account: null };
  expect(stageOf({ ...none, settled: false, hasWallet: false })).toBe('connecting');
  expect(stageOf({ ...none, hasWallet: false })).toBe('no_wallet');
  expect(stageOf(none)).toBe('connect');
});

test('what was sent stays on the page even if the wallet then changes', () => {
  const sent: Attempt = { at: 'sent', hash: '0x' };
  expect(stageOf({ ...base, attempt: sent, account: null })).toBe('attempt');
  expect(stageOf({ ...base, attempt: sent, account: { ...right, chainId: 1 } })).toBe('attempt');
});
