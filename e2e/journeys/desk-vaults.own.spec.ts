import { sendsOf } from '@/e2e/support/desk-sends';
import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';
import { final, ownerAtVaults, restoreVault, usdt, vaultOnChain } from '@/e2e/support/vault';
import { walletOn } from '@/e2e/support/wallet';

// The browser's console names every refusal; these journeys meet them on purpose.
test.use({ expected: /responded with a status of 4(03|09|22)/ });
// One portal, one vault and one chain without blocks of its own: these journeys run one after the other.
test.describe.configure({ mode: 'default', timeout: 240_000 });

test.afterAll(({ ownWorld }) => restoreVault(ownWorld));

test('a larger allowance takes two signatures where the token demands it, shown one by one and followed to the end', async ({
  page,
  ownWorld,
}) => {
  const { chain, demo } = ownWorld;
  const onChain = vaultOnChain(ownWorld);
  await onChain.allow(1_000);
  const { vaults, wallet } = await ownerAtVaults(ownWorld, page, [demo.wallets.vault]);
  await expect(vaults.figure('Allowance')).toContainText('1,000.00 USDT');
  const sends = sendsOf(page);
  await vaults.wantAllowance('50000,5');
  const amount = vaults.allowanceForm.getByLabel('The contract may take, in all');
  await expect(amount).toHaveAccessibleDescription('"50000,5" has a comma: write 50000.5, with a point.');
  expect(sends).toEqual([]);
  await amount.fill('50000.5');
  await vaults.seePreview();
  const steps = vaults.allowanceForm.getByRole('list').first().getByRole('listitem');
  await expect(vaults.allowanceForm.getByRole('heading')).toHaveText('Allowance in USDT · step 1 of 2');
  await expect(steps).toHaveText([/Take the allowance back to 0/, /Allow 50,000\.50 USDT/]);
  await vaults.expectChange('Allowance in USDT', '1,000.00 USDT', '0.00 USDT');
  await expectSoundScreen(page, 'vaults-first-of-two');
  await vaults.sign();
  await expect(vaults.main.getByText(/^Sent\./)).toBeVisible();
  expect(wallet.last().to.toLowerCase()).toBe(demo.token.address.toLowerCase());
  expect(await onChain.allowance()).toBe(usdt(1_000));
  await chain.mine();

  await expect(vaults.allowanceForm.getByRole('heading')).toHaveText('Allowance in USDT · step 2 of 2');
  await expect(steps.first()).toContainText('(done)');
  await vaults.expectChange('Allowance in USDT', '0.00 USDT', '50,000.50 USDT');
  expect(await onChain.allowance()).toBe(0n);
  await vaults.sign();
  await expect(vaults.main.getByText(/Sent\./)).toBeVisible();
  await chain.mine();
  await expect(vaults.main.getByText('In force; confirmed 1 of 3 times')).toBeVisible();
  await expect(vaults.figure('Allowance')).toContainText('50,000.50 USDT');
  await expectSoundScreen(page, 'vaults-in-force');
  await chain.mine(final);
  await expect(vaults.main.getByText('Done, and confirmed for good')).toBeVisible();
  expect(await onChain.allowance()).toBe(50_000_500_000n);
  expect(wallet.state.sent).toHaveLength(2);
});

test('when the second signature is refused nothing is lost: after a reload the page offers exactly that step', async ({
  page,
  ownWorld,
}) => {
  const { chain, demo } = ownWorld;
  const onChain = vaultOnChain(ownWorld);
  await onChain.allow(1_000);
  const { vaults, wallet } = await ownerAtVaults(ownWorld, page, [demo.wallets.vault]);
  await vaults.wantAllowance('7000');
  await vaults.sign();
  await expect(vaults.main.getByText(/^Sent\./)).toBeVisible();
  await chain.mine();
  await expect(vaults.allowanceForm.getByRole('heading')).toHaveText(/step 2 of 2/);
  wallet.state.manner = 'reject';
  await vaults.sign();
  await expect(vaults.alert.filter({ hasText: 'You declined in the wallet. Nothing was sent' })).toBeVisible();
  expect(wallet.state.sent).toHaveLength(1);
  expect(await onChain.allowance()).toBe(0n);

  await page.reload();
  await expect(vaults.figure('Allowance')).toContainText('0.00 USDT');
  await expect(vaults.main.getByText(/was to become 7,000\.00 USDT/)).toBeVisible();
  await expectSoundScreen(page, 'vaults-halfway');
  await vaults.button('Go on with the second step').click();
  await expect(vaults.allowanceForm.getByRole('heading')).toHaveText(/step 2 of 2/);
  await vaults.expectChange('Allowance in USDT', '0.00 USDT', '7,000.00 USDT');
  wallet.state.manner = 'send';
  await vaults.sign();
  await expect(vaults.main.getByText(/Sent\./)).toBeVisible();
  await chain.mine(final);
  await expect(vaults.main.getByText('Done, and confirmed for good')).toBeVisible();
  expect(await onChain.allowance()).toBe(usdt(7_000));
  await page.reload();
  await expect(vaults.figure('Allowance')).toContainText('7,000.00 USDT');
  await expect(vaults.main.getByText(/stopped halfway/)).toHaveCount(0);
});

test('an allowance below what is promised says first what becomes of open payouts; they wait, and go on once it is raised', async ({
  browser,
  context,
  claim,
  ownWorld,
}) => {
  const { chain, demo, merchant } = ownWorld;
  const onChain = vaultOnChain(ownWorld);
  await onChain.allow(90_000);
  const customer = await chain.newcomer();
  await walletOn(chain, [customer]).install(context);
  const payout = await merchant.createPayout();
  await claim.open(payout.claim_url);
  await expect(claim.heading).toHaveText('Ready for you');

  const office = await browser.newContext();
  const desk = await office.newPage();
  const { vaults } = await ownerAtVaults(ownWorld, desk, [demo.wallets.vault]);
  const overview = await office.newPage();
  await overview.goto(`${demo.baseUrl}/dashboard`);
  const waits = overview.getByRole('link', { name: /payouts? waits? for funds/ });
  await expect(waits).toHaveCount(0);
  await expect(vaults.figure('Coverage')).toContainText('left once all is paid');

  await vaults.wantAllowance('1');
  const told = vaults.allowanceForm.getByText(/are promised, more than this allowance/);
  await expect(told).toContainText('Open payouts beyond the allowance wait for funds until you raise it');
  await expect(told).toContainText('None is lost, and no money moves');
  await expectSoundScreen(desk, 'vaults-below-promised');
  await vaults.sign();
  await expect(vaults.main.getByText(/^Sent\./)).toBeVisible();
  await chain.mine();
  await expect(vaults.allowanceForm.getByRole('heading')).toHaveText(/step 2 of 2/);
  await vaults.sign();
  await expect(vaults.main.getByText(/Sent\./)).toBeVisible();
  await chain.mine();
  await expect(vaults.figure('Coverage')).toContainText(/-[\d,.]+ USDT.*short by this much/);
  await expect(vaults.main.getByRole('alert').filter({ hasText: 'More is promised than can be taken' })).toBeVisible();
  expect(await onChain.allowance()).toBe(usdt(1));
  await expectSoundScreen(desk, 'vaults-short');

  await claim.comesTo('Waiting for funds');
  const asked = await fetch(payout.claim_url.replace('/p/', '/api/v1/claims/'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ address: customer.address }),
  });
  expect([asked.status, (await asked.json()).code]).toEqual([409, 'awaiting_funds']);
  await expect(waits).toBeVisible();
  expect((await merchant.payout(payout.id)).awaiting_funds).toBe(true);

  await vaults.button('Close').click();
  await vaults.wantAllowance('95000');
  await vaults.sign();
  await expect(vaults.main.getByText(/^Sent\./)).toBeVisible();
  await chain.mine();
  await expect(vaults.allowanceForm.getByRole('heading')).toHaveText(/step 2 of 2/);
  await vaults.sign();
  await expect(vaults.main.getByText(/Sent\./)).toBeVisible();
  await chain.mine();
  await expect(vaults.figure('Coverage')).toContainText('left once all is paid');
  await claim.comesTo('Ready for you');
  await claim.prepare();
  await claim.send();
  await claim.comesTo('On its way');
  await chain.mine(final);
  await claim.paid();
  expect(await chain.balanceOf(customer.address)).toBe(24_500_000n);
  await expect(waits).toHaveCount(0);
  await expect(vaults.figure('Allowance')).toContainText('94,975.00 USDT');
  await office.close();
});

test('the allowance is taken back with one signature, and then nothing can leave the vault', async ({
  page,
  ownWorld,
}) => {
  const { chain, demo } = ownWorld;
  const onChain = vaultOnChain(ownWorld);
  await onChain.allow(1_000);
  const { vaults } = await ownerAtVaults(ownWorld, page, [demo.wallets.vault]);
  await vaults.button('Change the allowance').click();
  await vaults.button('Take it back').click();
  await vaults.seePreview();
  await expect(vaults.allowanceForm.getByRole('heading')).toHaveText('Allowance in USDT');
  await vaults.expectChange('Allowance in USDT', '1,000.00 USDT', '0.00 USDT');
  await vaults.sign();
  await expect(vaults.main.getByText(/^Sent\./)).toBeVisible();
  await chain.mine(final);
  await expect(vaults.main.getByText('Done, and confirmed for good')).toBeVisible();
  await expect(vaults.figure('Allowance')).toContainText('0.00 USDT');
  await expect(vaults.figure('Exposure')).toContainText('0.00 USDT');
  expect(await onChain.allowance()).toBe(0n);
});
