import { claimPage, testWallet } from '@/e2e/pages/claim-page';
import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';
import { walletOn } from '@/e2e/support/wallet';

const netUnits = 24_500_000n;

test('a claim by the bound wallet moves the money: net to the wallet, fee to the collector, payout completed', async ({
  context,
  page,
  claim,
  world,
}) => {
  const { chain, merchant, demo } = world;
  const customer = await chain.newcomer();
  const wallet = walletOn(chain, [customer]);
  await wallet.install(context);
  const payout = await merchant.createPayout({ recipient: { type: 'wallet', address: customer.address } });
  expect(await chain.balanceOf(customer.address)).toBe(0n);

  await claim.open(payout.claim_url);
  await expect(claim.heading).toHaveText('Ready for you');
  await expectSoundScreen(page, 'ready');
  await claim.prepare();
  await expect(page.getByText('You receive 24.50 USDT from Demo Store')).toBeVisible();
  await expectSoundScreen(page, 'preview');
  await claim.send();
  await expect(claim.heading).toHaveText('Paid');
  await expect(page.getByText('The money is in your wallet')).toBeVisible();
  await expectSoundScreen(page, 'paid');

  expect(await chain.balanceOf(customer.address)).toBe(netUnits);
  expect(await chain.movedTo(wallet.last().hash, demo.feeCollector)).toBe(500_000n);
  const paid = await merchant.payout(payout.id);
  expect(paid).toMatchObject({ status: 'completed', net: '24.50', fee: '0.50' });
  expect(paid.transfer).toMatchObject({ status: 'confirmed', hash: wallet.last().hash, recipient: customer.address });
});

test('a payout to anyone goes to whichever wallet claims it', { tag: '@deep' }, async ({ context, claim, world }) => {
  const { chain, merchant } = world;
  const anyone = await chain.newcomer();
  await walletOn(chain, [anyone]).install(context);
  const payout = await merchant.createPayout();
  await claim.open(payout.claim_url);
  await expect(claim.page.getByText('A wallet of your choice')).toBeVisible();
  await claim.prepare();
  await claim.send();
  await claim.paid();
  expect(await chain.balanceOf(anyone.address)).toBe(netUnits);
  await expect.poll(async () => (await merchant.payout(payout.id)).status).toBe('completed');
});

test('a paid claim leads to a receipt with every value in full, and back to the merchant', async ({
  context,
  page,
  claim,
  world,
}) => {
  const { chain, merchant, demo } = world;
  const customer = await chain.newcomer();
  const wallet = walletOn(chain, [customer]);
  await wallet.install(context);
  const payout = await merchant.createPayout({ return_url: `${demo.merchantSite}/` });
  await claim.open(payout.claim_url);
  await claim.prepare();
  await claim.send();
  await claim.paid();
  await expect(page.getByRole('link', { name: 'Back to Demo Store' })).toHaveAttribute('href', `${demo.merchantSite}/`);
  await page.getByRole('link', { name: 'Open the receipt' }).click();
  await expect(page.getByRole('heading', { name: 'Receipt', exact: true })).toBeVisible();
  await expect(page.getByText(wallet.last().hash)).toBeVisible();
  await expect(page.getByText(customer.address)).toBeVisible();
  await expectSoundScreen(page, 'receipt');
});

test('a double click on the send button sends once', async ({ context, claim, world }) => {
  const { chain, merchant } = world;
  const customer = await chain.newcomer();
  const wallet = walletOn(chain, [customer]);
  await wallet.install(context);
  const payout = await merchant.createPayout();
  await claim.open(payout.claim_url);
  await claim.prepare();
  await claim.get.dblclick();
  await claim.paid();
  expect(wallet.state.sent).toHaveLength(1);
  expect(await chain.balanceOf(customer.address)).toBe(netUnits);
});

test('a claim completes although its page was closed right after signing and never told the portal', async ({
  context,
  claim,
  world,
}) => {
  const { chain, merchant } = world;
  const customer = await chain.newcomer();
  const wallet = walletOn(chain, [customer]);
  wallet.state.manner = 'mute';
  await wallet.install(context);
  const payout = await merchant.createPayout();
  await claim.open(payout.claim_url);
  await claim.prepare();
  await claim.send();
  await expect(claim.step).toHaveText('Confirm it in your wallet');
  await expect.poll(() => wallet.state.sent.length).toBe(1);
  await claim.page.close();

  await expect.poll(async () => (await merchant.payout(payout.id)).status).toBe('completed');
  expect(await chain.balanceOf(customer.address)).toBe(netUnits);
});

test('a page whose wallet never answers still learns that the money arrived', { tag: '@deep' }, async ({
  context,
  claim,
  world,
}) => {
  const { chain, merchant } = world;
  const wallet = walletOn(chain, [await chain.newcomer()]);
  wallet.state.manner = 'mute';
  await wallet.install(context);
  await claim.open((await merchant.createPayout()).claim_url);
  await claim.prepare();
  await claim.send();
  await expect(claim.heading).toHaveText('Paid');
});

test('a wallet that was connected before is found again after a reload', async ({ context, claim, world }) => {
  const { chain, merchant } = world;
  await walletOn(chain, [await chain.newcomer()]).install(context);
  await claim.open((await merchant.createPayout()).claim_url);
  await claim.prepare();
  await claim.page.reload();
  await claim.begin.click();
  await expect(claim.step).toHaveText('This is what will happen');
});

test('the whole claim can be done with the keyboard alone', async ({ context, page, claim, world }) => {
  const { chain, merchant } = world;
  await walletOn(chain, [await chain.newcomer()]).install(context);
  await claim.open((await merchant.createPayout()).claim_url);
  await claim.begin.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: testWallet }).focus();
  await page.keyboard.press('Enter');
  await expect(claim.step).toHaveText('This is what will happen');
  await expect(claim.step).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(claim.step).not.toBeFocused();
  await claim.get.focus();
  await page.keyboard.press('Space');
  await expect(claim.heading).toHaveText('Paid');
  await expect(claim.heading).toBeFocused();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

  test('a payout is claimed by touch on the smallest screen', async ({ context, page, claim, world }) => {
    const { chain, merchant } = world;
    const customer = await chain.newcomer();
    await walletOn(chain, [customer]).install(context);
    const payout = await merchant.createPayout();
    await claim.open(payout.claim_url);
    await claim.begin.tap();
    await page.getByRole('dialog').getByRole('button', { name: testWallet }).tap();
    await expect(claim.step).toHaveText('This is what will happen');
    await claim.get.tap();
    await claim.paid();
    expect(await chain.balanceOf(customer.address)).toBe(netUnits);
  });
});

test('two people who claim one link at once are paid once', { tag: '@deep' }, async ({ browser, world }) => {
  const { chain, merchant } = world;
  const payout = await merchant.createPayout();
  const people = [await chain.newcomer(), await chain.newcomer()] as const;
  const claims = await Promise.all(
    people.map(async (person) => {
      const context = await browser.newContext();
      await walletOn(chain, [person]).install(context);
      const claim = claimPage(await context.newPage());
      await claim.open(payout.claim_url);
      await claim.prepare();
      return claim;
    }),
  );
  await Promise.all(claims.map((claim) => claim.send()));
  await expect.poll(async () => (await merchant.payout(payout.id)).status).toBe('completed');
  const balances = await Promise.all(people.map(({ address }) => chain.balanceOf(address)));
  expect(balances.toSorted((one, other) => Number(one - other))).toEqual([0n, netUnits]);
  await Promise.all(claims.map((claim) => expect(claim.heading).toHaveText('Paid')));
  await Promise.all(claims.map((claim) => claim.page.context().close()));
});
