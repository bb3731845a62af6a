import { expect, test } from 'vitest';
import { readyView, viewWith } from '@/components/claim/sample-views';
import type { ClaimAnswer } from '@/lib/payouts/schema';
import type { Attempt } from './attempt';
import { type Account, stageOf } from './stage';

const bound = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC';
const right: Account = { address: bound.toLowerCase(), chainId: 31337 };
const answer: ClaimAnswer = {
  status: 'pending',
  transfer: { chainId: 31337, to: bound, data: '0x', value: '0x0' },
  preview: 'Pays 24.50 USDT.',
  expires_at: '2026-11-23T10:05:00.000Z',
  network_fee: { currency: 'ETH', estimate: '0.0003', balance: '1.00', enough: true },
};
const prepared: Attempt = { at: 'prepared', answer };
const base = { view: readyView, settled: true, canConnect: true, account: right, attempt: prepared };

test('the preview is shown to the right wallet on the right network', () => {
  expect(stageOf(base)).toBe('prepared');
});

test('a claim bound to one wallet is offered to no other; an open one to any', () => {
  const stranger = { address: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8', chainId: 31337 };
  expect(stageOf({ ...base, account: stranger })).toBe('wrong_wallet');
  expect(stageOf({ ...base, account: stranger, view: viewWith({ recipient: { type: 'anyone' } }) })).toBe('prepared');
});

test('nothing is offered on another network', () => {
  expect(stageOf({ ...base, account: { ...right, chainId: 1 } })).toBe('wrong_network');
  expect(stageOf({ ...base, account: { ...right, chainId: undefined } })).toBe('wrong_network');
});

test('without a wallet the reader is told so only once that is certain', () => {
  const none = { ...base, account: null, attempt: { at: 'preparing' } as const };
  expect(stageOf({ ...none, settled: false, canConnect: false })).toBe('connecting');
  expect(stageOf({ ...none, canConnect: false })).toBe('no_wallet');
  expect(stageOf(none)).toBe('connect');
});

test('a wallet that cannot pay the network fee hears of it before it is asked to send', () => {
  const poor = { ...answer, network_fee: { currency: 'ETH', estimate: '0.0003', balance: '0.00', enough: false } };
  expect(stageOf({ ...base, attempt: { at: 'prepared', answer: poor } })).toBe('short_of_fee');
});

test('what was sent stays on the page even if the wallet then changes', () => {
  const sent: Attempt = { at: 'sent', hash: '0x' };
  expect(stageOf({ ...base, attempt: sent, account: null })).toBe('sent');
  expect(stageOf({ ...base, attempt: sent, account: { ...right, chainId: 1 } })).toBe('sent');
});
