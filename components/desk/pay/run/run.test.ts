import { expect, test } from 'vitest';
import type { PreparedSigning } from '@/lib/by-hand/sightings/schema';
import { stepsOf, unsignedFrom } from './run';

const address = '0x0000000000000000000000000000000000000001';
const call = (does: 'allow' | 'pay', transfer_ids: string[]) => {
  return { to: address, data: '0x', value: '0x0' as const, does, text: does, transfer_ids };
};

function signingOf(id: string, way: PreparedSigning['way'], calls: PreparedSigning['calls']): PreparedSigning {
  const payments = calls
    .flatMap((one) => one.transfer_ids)
    .map((transfer_id) => ({
      transfer_id,
      payout_id: `po_${transfer_id}`,
      reference: '',
      recipient: address,
      amount: '1',
    }));
  return {
    ...{ id, way, chain: 'local', chain_id: 31337, asset: 'USDT', token: address, sender: address, sender_kind: 'key' },
    ...{ count: payments.length, total: '1', preview: [], deadline: null, payments, calls },
    network_fee: { currency: 'ETH', estimate: '0', reserve: '0', balance: '0', enough: true, tight: false },
  };
}

const disperse = signingOf('a', 'disperse', [call('allow', []), call('allow', []), call('pay', ['t1', 't2'])]);
const single = signingOf('b', 'one_by_one', [call('pay', ['t3']), call('pay', ['t4'])]);
const together = signingOf('c', 'calls', [call('pay', ['t5']), call('pay', ['t6'])]);
const steps = stepsOf([disperse, single, together]);

test('the wallet is asked once for each call, and once for a batch of its own', () => {
  expect(steps.map(({ transferIds }) => transferIds)).toEqual([[], [], ['t1', 't2'], ['t3'], ['t4'], ['t5', 't6']]);
});

test('a no frees what was declined and all that was not asked', () => {
  expect([...unsignedFrom(steps, 3, { why: 'rejected' })]).toEqual([
    ['b', ['t3', 't4']],
    ['c', ['t5', 't6']],
  ]);
});

test('an answer that is unclear leaves exactly that payment open', () => {
  expect([...unsignedFrom(steps, 3, { why: 'unclear', words: '' })]).toEqual([
    ['b', ['t4']],
    ['c', ['t5', 't6']],
  ]);
});

test('an unclear permission leaves no payment open', () => {
  expect([...unsignedFrom(steps, 1, { why: 'unclear', words: '' }).keys()]).toEqual(['a', 'b', 'c']);
});
