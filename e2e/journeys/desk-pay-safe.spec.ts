import { expect, test } from '@/e2e/support/journey';
import { byHand, payerAtDesk, statusOf } from '@/e2e/support/payer';
import { newSafe } from '@/e2e/support/safe';
import { expectSoundScreen } from '@/e2e/support/screens';

test.describe.configure({ timeout: 180_000 });

// The browser's console names every refusal; these journeys meet them on purpose.
test.use({ expected: /responded with a status of 4(03|09|22)/ });

test('a Safe’s proposal waits for its owners in a page that may be closed, and the payout completes when they carry it out', async ({
  page,
  world,
}) => {
  const payout = await byHand(world);
  const { pay, wallet } = await payerAtDesk(world, page, { from: await newSafe(world.chain, 100n) });
  await pay.review([payout.id]);
  await expect(pay.main.getByText(/What you sign becomes a proposal that others may have to sign, too/)).toBeVisible();
  await expectSoundScreen(page, 'pay-review-safe');
  await pay.pay('25.00 USDT');
  await expect(pay.signed.getByText('Waits for the Safe’s other owners')).toBeVisible();
  await expectSoundScreen(page, 'pay-proposed');

  await pay.open([payout.id]);
  const line = pay.openLine(payout.reference);
  await expect(line.getByText(/Once they have carried it out, it is paid/)).toBeVisible();
  await expect(line.getByRole('button', { name: 'I did not sign this' })).toBeHidden();
  await expect(pay.row(payout.reference)).toBeHidden();
  await expectSoundScreen(page, 'pay-proposal-under-way');

  const hash = await wallet.safes.execute();
  await expect(line).toBeHidden({ timeout: 60_000 });
  const { status, transfer } = await world.merchant.payout(payout.id);
  expect({ status, hash: transfer?.hash }).toEqual({ status: 'completed', hash });
});

test('a proposal that is carried out and fails, and one that is rejected in the Safe, are offered again once that is final', {
  tag: '@deep',
}, async ({ page, world }) => {
  const payouts = [await byHand(world), await byHand(world)] as const;
  const safe = await newSafe(world.chain, 30n);
  const { pay, wallet } = await payerAtDesk(world, page, { from: safe });
  const [fails, rejected] = payouts;
  wallet.safes.next.safeTxGas = 100_000n;
  await pay.review([fails.id]);
  await pay.pay('25.00 USDT');
  await expect.poll(() => wallet.safes.proposals.length).toBe(1);
  wallet.safes.next.safeTxGas = 0n;
  await expect(pay.signed.getByText('Waits for the Safe’s other owners')).toBeVisible();
  await pay.reviewAgain([rejected.id]);
  await pay.pay('25.00 USDT');
  await expect.poll(() => wallet.safes.proposals.length).toBe(2);
  await expect(pay.signed.getByText('Waits for the Safe’s other owners')).toBeVisible();

  await pay.open(payouts.map(({ id }) => id));
  for (const { reference } of payouts) await expect(pay.openLine(reference)).toBeVisible();
  await world.chain.empty(safe.address);
  await wallet.safes.execute();
  await wallet.safes.reject();
  for (const { id, reference } of payouts) {
    await expect(pay.row(reference).getByRole('checkbox')).toBeEnabled({ timeout: 60_000 });
    expect(await statusOf(world, id)()).toBe('pending');
  }
  await expectSoundScreen(page, 'pay-proposals-over');
});
