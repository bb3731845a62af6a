import type { Page } from '@playwright/test';
import { encodeFunctionData, erc20Abi } from 'viem';
import { beginBooks, final, owedByHand, readBooks, signInOwner, transfer } from '@/e2e/support/books';
import { expect, test } from '@/e2e/support/journey';
import { walletOn } from '@/e2e/support/wallet';
import { runNode } from '@/scripts/services/runner';

const usdt = (whole: number) => BigInt(whole) * 1_000_000n;
const netUnits = 24_500_000n;

// One portal, one vault and one chain without blocks of its own: these journeys run one after the other.
test.describe.configure({ mode: 'default' });

/** A mark that only this very document has: gone, if it was loaded again. */
const mark = (page: Page) => page.evaluate(() => document.body.setAttribute('data-same', 'yes'));
const isSame = (page: Page) => page.evaluate(() => document.body.dataset.same === 'yes');

test('a payment that was sent outside and never reported completes its payout, in an open tab without a reload', async ({
  context,
  page,
  ownWorld,
}) => {
  const { chain, merchant, demo } = ownWorld;
  const customer = await chain.newcomer();
  const payout = await merchant.createPayout(owedByHand(customer.address));
  await signInOwner(page, ownWorld, `/dashboard/payouts/${payout.id}`);
  await beginBooks(page, ownWorld);
  const other = await context.newPage();
  await other.goto(`${demo.baseUrl}/dashboard/payouts/${payout.id}`);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(payout.reference);
  await mark(other);

  await chain.call(demo.wallets.admin, demo.token.address, transfer(customer.address, usdt(25)));
  await chain.mine(final);
  await readBooks(page, ownWorld);
  await expect.poll(async () => (await merchant.payout(payout.id)).status).toBe('completed');
  await expect(other.getByRole('main').getByText('Paid', { exact: true }).first()).toBeVisible();
  expect(await isSame(other)).toBe(true);
  expect(await chain.balanceOf(customer.address)).toBe(usdt(25));
});

test('money that left and that nobody explains is a difference until a person says what it was', async ({
  page,
  ownWorld,
}) => {
  const { chain, demo } = ownWorld;
  const stranger = await chain.newcomer();
  await signInOwner(page, ownWorld, '/dashboard');
  await beginBooks(page, ownWorld);
  await chain.call(demo.wallets.vault, demo.token.address, transfer(stranger.address, usdt(7)));
  await chain.mine(final);
  await readBooks(page, ownWorld);
  const card = page.getByRole('article', { name: /7\.00 USDT/ });
  await expect(card).toBeVisible();
  await page.goto(`${demo.baseUrl}/dashboard`);
  await expect(page.getByRole('link', { name: /1 difference between chain and books/ })).toBeVisible();

  await page.goto(`${demo.baseUrl}/dashboard/reconciliation`);
  await card.getByRole('button', { name: 'Book out of suspense' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('It was a cost').check();
  await dialog.getByLabel('Reason').fill('Paid a supplier from this wallet');
  await dialog.getByRole('button', { name: 'Book out of suspense' }).click();
  await expect(card).toHaveCount(0);
  await page.getByRole('link', { name: 'Show what is resolved' }).click();
  await expect(page.getByText('Paid a supplier from this wallet')).toBeVisible();
  await readBooks(page, ownWorld);
  await expect(page.getByText('Nothing is open', { exact: false }).first()).toBeVisible();
});

test.describe('when the vault may pay less a moment later', () => {
  test.use({ expected: /status of 409/ });

  test('a reduced allowance lets claims wait, says so at once on the overview, and frees them when it is raised', {
    tag: '@deep',
  }, async ({ context, page, claim, ownWorld }) => {
    const { chain, merchant, demo } = ownWorld;
    const { token, contract, wallets } = demo;
    const approve = (amount: bigint) =>
      chain.call(
        wallets.vault,
        token.address,
        encodeFunctionData({ abi: erc20Abi, functionName: 'approve', args: [contract, amount] }),
      );
    // As USDT does on its own chain, the token takes another allowance only once there is none.
    const allow = async (amount: bigint) => {
      await approve(0n);
      await approve(amount);
    };
    const overview = await context.newPage();
    await signInOwner(overview, ownWorld, '/dashboard');
    const waits = overview.getByRole('link', { name: /\d+ payouts? waits? for funds/ });
    await expect(overview.getByRole('heading', { name: 'Overview' })).toBeVisible();
    await expect(waits).toHaveCount(0);
    await mark(overview);

    const customer = await chain.newcomer();
    await walletOn(chain, [customer]).install(context);
    const payout = await merchant.createPayout();
    await claim.open(payout.claim_url);
    await expect(claim.heading).toHaveText('Ready for you');
    await allow(usdt(1));
    await page.waitForLoadState('networkidle');
    await claim.connect();
    await claim.comesTo('Waiting for funds');
    await expect(page.getByText('Nothing has left the vault', { exact: false }).first()).toBeVisible();
    await expect(waits).toBeVisible();

    await allow(usdt(100_000));
    await claim.comesTo('Ready for you');
    await claim.begin.click();
    await expect(claim.step).toHaveText('This is what will happen');
    await claim.send();
    await claim.comesTo('On its way');
    await chain.mine(final);
    await claim.paid();
    expect(await chain.balanceOf(customer.address)).toBe(netUnits);
    await expect(waits).toHaveCount(0);
    expect(await isSame(overview)).toBe(true);
  });
});

test('after all of it every balance is the sum of its lines, and the audit is whole', async ({ ownWorld }) => {
  const env = { DATABASE_URL: ownWorld.demo.databaseUrl };
  const script = (name: string) =>
    runNode(['--import', './scripts/resolve-alias.js', `scripts/${name}.ts`], { env, quiet: true });
  expect(await script('check-ledger')).toMatchObject({ code: 0, output: expect.stringContaining('balances equal') });
  expect(await script('verify-audit')).toMatchObject({
    code: 0,
    output: expect.stringContaining('The audit is whole'),
  });
});
