import { expect, test } from 'vitest';
import { testDesk } from '@/lib/desk/testing/desk';
import { newId } from '@/lib/kernel/ids';
import { nameSubjects } from './name-subjects';

const desk = testDesk();

test('a payout and its transfer are called by reference and amount, and nothing by what it is not', async () => {
  const asked = await desk.payout({ reference: 'inv-1004' });
  const onTop = await desk.payout({ reference: 'inv-1005', feePayer: 'merchant' });
  const transfer = await desk.transfer(asked);
  const unknown = newId('payout');
  const names = await nameSubjects(desk.member(), [asked.id, asked.id, onTop.id, transfer.id, unknown, 'mer_one']);
  expect(Object.fromEntries(names)).toEqual({
    [asked.id]: { name: 'inv-1004', money: { amount: '25.00', asset: 'USDC' } },
    [onTop.id]: { name: 'inv-1005', money: { amount: '24.50', asset: 'USDC' } },
    [transfer.id]: { name: 'inv-1004', money: { amount: '25.00', asset: 'USDC' } },
  });
});

test('nothing of another merchant has a name', async () => {
  const theirs = await desk.payout({ merchantId: 'mer_two', reference: 'theirs' });
  const transfer = await desk.transfer(theirs);
  expect((await nameSubjects(desk.member(), [theirs.id, transfer.id])).size).toBe(0);
});
