import { erc20Abi, parseEventLogs } from 'viem';
import { byDepth } from '@/e2e/support/depth';
import { expect, test } from '@/e2e/support/journey';
import { byHand, payerAtDesk, statusOf } from '@/e2e/support/payer';
import { expectSoundScreen } from '@/e2e/support/screens';
import type { World } from '@/e2e/support/world';

test.describe.configure({ timeout: 180_000 });

// The browser's console names every refusal; these journeys meet them on purpose.
test.use({ expected: /responded with a status of 4(03|09|22)/ });

const madeFor = (world: World, count: number) => Promise.all(Array.from({ length: count }, () => byHand(world)));
const idsOf = (payouts: readonly { id: string }[]) => payouts.map(({ id }) => id);

const many = byDepth({ quick: 3, deep: 20 });
const total = `${25 * many}.00 USDT`;

/** What all of these stand at, once each. */
const standing = (world: World, payouts: readonly { id: string }[]) => async () => [
  ...new Set(await Promise.all(payouts.map(({ id }) => statusOf(world, id)()))),
];

test('a wallet that sends several calls as one pays all payouts by one signature and one transfer', async ({
  page,
  world,
}) => {
  const payouts = await madeFor(world, many);
  const { pay, wallet, person } = await payerAtDesk(world, page);
  wallet.state.batches = 'supported';
  await pay.review(idsOf(payouts));
  const signed = new RegExp(
    `^You send ${many} payments, ${total} in total, .*signed once: all of them go through or none\\.$`,
  );
  await expect(pay.main.getByText(signed)).toBeVisible();
  await expect(pay.main.getByText('One batch of your wallet')).toBeVisible();
  await expectSoundScreen(page, 'pay-review-batch');
  await pay.pay(total);
  await pay.paid();
  await expectSoundScreen(page, 'pay-paid-batch');
  expect(await standing(world, payouts)()).toEqual(['completed']);
  expect(wallet.state.sent).toHaveLength(1);
  const { hash } = wallet.last();
  const paid = await Promise.all(payouts.map(({ id }) => world.merchant.payout(id)));
  expect([...new Set(paid.map(({ transfer }) => transfer?.hash))]).toEqual([hash]);
  const { logs } = await world.chain.client.getTransactionReceipt({ hash });
  const moves = parseEventLogs({ abi: erc20Abi, eventName: 'Transfer', logs });
  expect(moves.map(({ args }) => args.from)).toEqual(Array.from({ length: many }, () => person.address));
});

test('a tab that is closed right after a batch was signed loses none of it', { tag: '@deep' }, async ({
  page,
  world,
}) => {
  const payouts = await madeFor(world, 3);
  const { pay, wallet } = await payerAtDesk(world, page);
  wallet.state.batches = 'supported';
  wallet.state.manner = 'mute';
  await pay.review(idsOf(payouts));
  await pay.pay('75.00 USDT');
  await expect.poll(() => wallet.state.sent.length).toBe(1);
  await page.close();
  await expect.poll(standing(world, payouts), { timeout: 60_000 }).toEqual(['completed']);
});

test('a batch that the wallet took and forgot is offered to nobody, and is paid when the chain shows it', {
  tag: '@deep',
}, async ({ page, world }) => {
  const payouts = await madeFor(world, 2);
  const { pay, wallet } = await payerAtDesk(world, page);
  Object.assign(wallet.state, { batches: 'supported', forgetful: true, manner: 'hold' });
  await pay.review(idsOf(payouts));
  await pay.pay('50.00 USDT');
  await expect.poll(() => wallet.state.sent.length).toBe(1);
  await expect(pay.signed).toBeVisible();
  await expectSoundScreen(page, 'pay-batch-sent');
  await pay.open(idsOf(payouts));
  for (const { reference } of payouts) {
    await expect(pay.openLine(reference)).toBeVisible();
    await expect(pay.row(reference)).toBeHidden();
  }
  await expectSoundScreen(page, 'pay-batch-under-way');
  await wallet.release();
  await expect.poll(standing(world, payouts), { timeout: 60_000 }).toEqual(['completed']);
  expect(wallet.state.sent).toHaveLength(1);
});

test('a wallet that says no to a batch changes nothing, and the same payouts can be signed at once', {
  tag: '@deep',
}, async ({ page, world }) => {
  const payouts = await madeFor(world, 2);
  const { pay, wallet } = await payerAtDesk(world, page);
  Object.assign(wallet.state, { batches: 'ready', manner: 'reject' });
  await pay.review(idsOf(payouts));
  await expect(pay.main.getByText(/turn this account into a smart account/)).toBeVisible();
  await expectSoundScreen(page, 'pay-review-upgrade');
  await pay.pay('50.00 USDT');
  await expect(pay.main.getByText(/You declined in your wallet. Nothing was signed for 2 payouts/)).toBeVisible();
  expect(await standing(world, payouts)()).toEqual(['pending']);
  wallet.state.manner = 'send';
  await pay.reviewed();
  await pay.pay('50.00 USDT');
  await pay.paid();
  expect(wallet.state.sent).toHaveLength(1);
});

test('a wallet without that ability is offered the contract’s batch, and one by one where its person wants it', async ({
  page,
  world,
}) => {
  const payouts = await madeFor(world, 2);
  const { pay, wallet } = await payerAtDesk(world, page);
  await pay.review(idsOf(payouts));
  await expect(pay.main.getByText('One call of the payout contract', { exact: true })).toBeVisible();
  await pay.button('Sign them one by one instead').click();
  await expect(pay.main.getByText(/The wallet asks 2 times/)).toBeVisible();
  await pay.pay('50.00 USDT');
  await pay.paid();
  await expect.poll(standing(world, payouts), { timeout: 60_000 }).toEqual(['completed']);
  expect(wallet.state.sent).toHaveLength(2);
});
