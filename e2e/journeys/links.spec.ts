import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';
import { walletOn } from '@/e2e/support/wallet';

test('an expired link says until when it worked and offers nothing to send', async ({ page, claim, world }) => {
  const { merchant } = world;
  const payout = await merchant.createPayout({ expires_in: 60 });
  await merchant.letTimePass(payout.id, 61);
  await claim.open(payout.claim_url);
  await expect(claim.heading).toHaveText('This link has expired');
  await expect(claim.offer).toHaveCount(0);
  await expectSoundScreen(page, 'expired');
  await expect.poll(async () => (await merchant.payout(payout.id)).status).toBe('expired');
});

test('a page that stays open past its expiry says so by itself', async ({ claim, world }) => {
  const { merchant } = world;
  const payout = await merchant.createPayout();
  await claim.open(payout.claim_url);
  await expect(claim.heading).toHaveText('Ready for you');
  await merchant.letTimePass(payout.id, 8 * 86_400);
  await expect(claim.heading).toHaveText('This link has expired');
});

test('a cancelled payout says that nothing has left the vault', async ({ page, claim, world }) => {
  const { merchant } = world;
  const payout = await merchant.createPayout({ cancel_url: 'https://shop.example/orders' });
  expect((await merchant.cancel(payout.id)).status).toBe('cancelled');
  await claim.open(payout.claim_url);
  await expect(claim.heading).toHaveText('This payout was cancelled');
  await expect(page.getByText('Nothing has left the vault')).toBeVisible();
  await expect(claim.offer).toHaveCount(0);
  await expectSoundScreen(page, 'cancelled');
});

test('a cancellation waits for the call that was handed out, then the page turns by itself', async ({
  context,
  page,
  claim,
  world,
}) => {
  const { chain, merchant } = world;
  await walletOn(chain, [await chain.newcomer()]).install(context);
  const payout = await merchant.createPayout();
  await claim.open(payout.claim_url);
  await claim.prepare();
  expect(await merchant.cancel(payout.id)).toMatchObject({ status: 'pending', cancellation: { state: 'waiting' } });
  await claim.comesTo('Being cancelled');
  await expect(claim.offer).toHaveCount(0);
  await expectSoundScreen(page, 'cancelling');

  await merchant.letTimePass(payout.id, 400);
  await chain.mine(4);
  await expect(claim.heading).toHaveText('This payout was cancelled');
});

test('a link that was paid a while ago says when, to whom and with which transfer', async ({
  context,
  page,
  claim,
  world,
}) => {
  const { chain, merchant } = world;
  const customer = await chain.newcomer();
  const wallet = walletOn(chain, [customer]);
  await wallet.install(context);
  const payout = await merchant.createPayout();
  await claim.open(payout.claim_url);
  await claim.prepare();
  await claim.send();
  await claim.paid();
  await merchant.letTimePass(payout.id, 3_600);
  await page.reload();
  await expect(claim.heading).toHaveText('Already paid');
  await expect(claim.offer).toHaveCount(0);
  await expectSoundScreen(page, 'already-paid');
});

test.describe('when the link is not known', () => {
  test.use({ expected: /status of 404/ });

  test('a link that nobody knows has a page of its own, answered 404', async ({ page, claim, world }) => {
    const answer = await claim.open(`${world.demo.baseUrl}/p/${'A'.repeat(43)}`);
    expect(answer?.status()).toBe(404);
    await expect(claim.heading).toHaveText('This link is not known');
    await expectSoundScreen(page, 'unknown-link');
  });

  test('a new link replaces the old one', async ({ page, claim, world }) => {
    const { merchant } = world;
    const payout = await merchant.createPayout();
    await merchant.ask('POST', `/payouts/${payout.id}/link`);
    await claim.open(payout.claim_url);
    await expect(claim.heading).toHaveText('This link is not known');
    await expect(page.getByText('a new link replaces the old')).toBeVisible();
  });
});
