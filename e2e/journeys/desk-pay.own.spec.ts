import { expect, test } from '@/e2e/support/journey';
import { byHand, payerAtDesk, statusOf } from '@/e2e/support/payer';
import { expectSoundScreen } from '@/e2e/support/screens';

// The browser's console names every refusal; these journeys meet them on purpose.
test.use({ expected: /responded with a status of 4(03|09|22)/ });

// One portal and one chain without blocks of its own: these journeys run one after the other.
test.describe.configure({ mode: 'default', timeout: 240_000 });

test('a payment that is sped up with a higher fee under the same nonce is followed to the one that counts', {
  tag: '@deep',
}, async ({ page, ownWorld }) => {
  const { chain } = ownWorld;
  const payout = await byHand(ownWorld);
  const { pay, wallet } = await payerAtDesk(ownWorld, page);
  await pay.review([payout.id]);
  await pay.pay('25.00 USDT');
  await expect(pay.main.getByText('Sent, waits for the network')).toBeVisible();
  const first = wallet.last();
  await expect.poll(statusOf(ownWorld, payout.id)).toBe('processing');
  await pay.open();
  const line = pay.openLine(payout.reference);
  await expect(line.getByText(/The network has it, and it is not in a block yet/)).toBeVisible();

  await wallet.speedUp();
  await chain.mine();
  const seen = async () => (await ownWorld.merchant.payout(payout.id)).transfer;
  await expect.poll(seen).toMatchObject({ status: 'confirming', hash: wallet.last().hash });
  await expect(line.getByText(/In a block, being confirmed 1\/3/)).toBeVisible();
  await expectSoundScreen(page, 'pay-confirming');
  await chain.mine(4);
  await expect(line).toBeHidden({ timeout: 60_000 });
  const { status, transfer } = await ownWorld.merchant.payout(payout.id);
  expect(status).toBe('completed');
  expect(wallet.last()).toMatchObject({ nonce: first.nonce });
  expect(transfer).toMatchObject({ status: 'confirmed', hash: wallet.last().hash });
});

test('a payment that is taken back in the wallet is offered again once that is final, and not before', {
  tag: '@deep',
}, async ({ page, ownWorld }) => {
  const { chain } = ownWorld;
  const payout = await byHand(ownWorld);
  const { pay, wallet } = await payerAtDesk(ownWorld, page);
  await pay.review([payout.id]);
  await pay.pay('25.00 USDT');
  await expect.poll(statusOf(ownWorld, payout.id)).toBe('processing');
  await wallet.cancel();
  await chain.mine();
  await pay.open();
  const line = pay.openLine(payout.reference);
  await expect(line).toBeVisible();
  await chain.mine(5);
  await expect(pay.row(payout.reference).getByRole('checkbox')).toBeEnabled({ timeout: 60_000 });
  expect(await statusOf(ownWorld, payout.id)()).toBe('pending');
});
