import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { claimPage } from '@/e2e/pages/claim-page';
import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';
import { walletOn } from '@/e2e/support/wallet';

const netUnits = 24_500_000n;
const endpointSchema = z.object({ secret: z.string() });
const eventSchema = z.object({ type: z.string(), data: z.object({ id: z.string(), status: z.string() }) });

// One portal, one vault and one chain without blocks of its own: these journeys run one after the other.
test.describe.configure({ mode: 'default' });

test('progress is honest: sent, seen, confirming n of m, paid; a second device sees the same; the webhook is signed', async ({
  browser,
  context,
  page,
  claim,
  ownWorld,
}) => {
  const { chain, merchant, receiver, demo } = ownWorld;
  const url = `${receiver.url}/honest-progress`;
  const { secret } = endpointSchema.parse(await merchant.ask('POST', '/webhook-endpoints', { url }));
  const customer = await chain.newcomer();
  await walletOn(chain, [customer]).install(context);
  const before = await chain.balanceOf(demo.feeCollector);
  const payout = await merchant.createPayout({ recipient: { type: 'wallet', address: customer.address } });
  await claim.open(payout.claim_url);
  await claim.prepare();
  await claim.send();
  await expect(claim.heading).toHaveText('On its way');
  await expect(claim.progress.filter({ hasText: 'Waiting for the network to see it' })).toBeVisible();
  await expectSoundScreen(page, 'waiting-for-block');

  await chain.mine();
  await expect(claim.progress.filter({ hasText: 'Confirming: 1 of 3' })).toBeVisible();
  await expectSoundScreen(page, 'confirming');
  await page.reload();
  await expect(claim.progress.filter({ hasText: 'Confirming: 1 of 3' })).toBeVisible();
  const elsewhere = await browser.newContext();
  const second = claimPage(await elsewhere.newPage());
  await second.open(payout.claim_url);
  await expect(second.heading).toHaveText('On its way');
  await expect(second.progress.filter({ hasText: 'Confirming: 1 of 3' })).toBeVisible();

  await chain.mine();
  await expect(claim.progress.filter({ hasText: 'Confirming: 2 of 3' })).toBeVisible();
  expect((await merchant.payout(payout.id)).status).toBe('processing');
  await chain.mine(2);
  await expect(claim.heading).toHaveText('Paid');
  await expect(second.heading).toHaveText('Paid');
  await elsewhere.close();
  expect(await chain.balanceOf(customer.address)).toBe(netUnits);
  expect((await chain.balanceOf(demo.feeCollector)) - before).toBe(500_000n);

  const told = () =>
    receiver.posts
      .filter(({ path }) => path.endsWith('/honest-progress'))
      .map(({ body, headers }) => eventSchema.parse(new Webhook(secret).verify(body, headers)))
      .filter(({ data }) => data.id === payout.id)
      .map(({ type }) => type);
  await expect.poll(told).toEqual(['payout.created', 'payout.processing', 'payout.completed']);
});

test('a transfer that the network refuses costs the network fee only, and the link still pays', async ({
  context,
  page,
  claim,
  ownWorld,
}) => {
  const { chain, merchant } = ownWorld;
  const customer = await chain.newcomer();
  const wallet = walletOn(chain, [customer]);
  wallet.state.manner = 'hold';
  await wallet.install(context);
  const payout = await merchant.createPayout();
  await claim.open(payout.claim_url);
  await claim.prepare();
  await claim.send();
  await expect(claim.heading).toHaveText('Sent');
  await expect(page.getByText('Ready for you')).toHaveCount(0);
  await expectSoundScreen(page, 'sent');
  await chain.drainVault();
  await wallet.release();
  await chain.mine(4);
  await chain.fillVault();
  await claim.comesTo('The network refused the transfer');
  await expectSoundScreen(page, 'reverted');
  expect(await chain.balanceOf(customer.address)).toBe(0n);

  wallet.state.manner = 'send';
  await claim.begin.click();
  await claim.send();
  await claim.comesTo('On its way');
  await chain.mine(4);
  await claim.paid();
  expect(await chain.balanceOf(customer.address)).toBe(netUnits);
});

test('a transfer that is sped up in the wallet is followed to its new hash and paid once', async ({
  context,
  page,
  claim,
  ownWorld,
}) => {
  const { chain, merchant } = ownWorld;
  const customer = await chain.newcomer();
  const wallet = walletOn(chain, [customer]);
  await wallet.install(context);
  const payout = await merchant.createPayout();
  await claim.open(payout.claim_url);
  await claim.prepare();
  await claim.send();
  await claim.comesTo('On its way');
  await wallet.speedUp();
  await chain.mine(4);
  await claim.paid();
  expect((await merchant.payout(payout.id)).transfer?.hash).toBe(wallet.last().hash);
  await expect(page.getByTitle('Show the whole hash')).toContainText(wallet.last().hash);
  expect(await chain.balanceOf(customer.address)).toBe(netUnits);
});

test('a transfer that is taken back in the wallet leaves the payout to be claimed again', { tag: '@deep' }, async ({
  context,
  page,
  claim,
  ownWorld,
}) => {
  const { chain, merchant } = ownWorld;
  const customer = await chain.newcomer();
  const wallet = walletOn(chain, [customer]);
  await wallet.install(context);
  const payout = await merchant.createPayout();
  await claim.open(payout.claim_url);
  await claim.prepare();
  await claim.send();
  await claim.comesTo('On its way');
  await wallet.cancel();
  await chain.mine(4);
  await claim.comesTo('Your wallet sent something else instead');
  await expectSoundScreen(page, 'replaced');
  await claim.begin.click();
  await claim.send();
  await claim.comesTo('On its way');
  await chain.mine(4);
  await claim.paid();
  expect(await chain.balanceOf(customer.address)).toBe(netUnits);
});

test('a transfer that the network lost is offered again', async ({ context, page, claim, ownWorld }) => {
  const { chain, merchant } = ownWorld;
  const wallet = walletOn(chain, [await chain.newcomer()]);
  await wallet.install(context);
  const payout = await merchant.createPayout();
  await claim.open(payout.claim_url);
  await claim.prepare();
  await claim.send();
  await claim.comesTo('On its way');
  await wallet.drop();
  await merchant.letTimePass(payout.id, 121);
  await claim.comesTo('The network lost the transfer');
  await expectSoundScreen(page, 'dropped');
  await claim.begin.click();
  await claim.send();
  await claim.comesTo('On its way');
  await chain.mine(4);
  await claim.paid();
});

test('what was sent and is not seen yet is told to every visitor, and sending again is offered with its cost', async ({
  browser,
  context,
  page,
  claim,
  ownWorld,
}) => {
  const { chain, merchant } = ownWorld;
  const customer = await chain.newcomer();
  const wallet = walletOn(chain, [customer]);
  wallet.state.manner = 'hold';
  await wallet.install(context);
  const payout = await merchant.createPayout();
  await claim.open(payout.claim_url);
  await claim.prepare();
  await claim.send();
  await expect(claim.heading).toHaveText('Sent');
  await page.reload();
  await expect(claim.heading).toHaveText('Sent');
  await expect(page.getByTitle('Show the whole hash')).toContainText(wallet.last().hash);
  await expect(claim.offer).toHaveCount(0);

  const elsewhere = await browser.newContext();
  const second = claimPage(await elsewhere.newPage());
  await second.page.clock.install();
  await second.open(payout.claim_url);
  await expect(second.heading).toHaveText('Sent');
  await expect(second.page.getByText(/It was sent (just now|\d+ seconds ago)/)).toBeVisible();
  await expect(second.offer).toHaveCount(0);
  await second.page.clock.fastForward('02:05');
  await expect(second.begin).toBeVisible();
  await expect(second.page.getByText('one of the two network fees is lost')).toBeVisible();
  await second.page.clock.resume();
  await expectSoundScreen(second.page, 'sent-long-ago');
  await elsewhere.close();

  await wallet.release();
  await claim.comesTo('On its way');
  await chain.mine(4);
  await claim.paid();
  expect(wallet.state.sent).toHaveLength(1);
});
