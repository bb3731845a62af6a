import { vaultsPage } from '@/e2e/pages/vaults-page';
import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';
import { final, ownerAtVaults, restoreVault, usdt, vaultOnChain } from '@/e2e/support/vault';

// The browser's console names every refusal; these journeys meet them on purpose.
test.use({ expected: /responded with a status of 4(03|09|22)/ });
// One portal, one vault and one chain without blocks of its own: these journeys run one after the other.
test.describe.configure({ mode: 'default', timeout: 240_000 });

test.afterAll(({ ownWorld }) => restoreVault(ownWorld));

test('the signer’s limits are changed, the signer is revoked, and named again', async ({ page, ownWorld }) => {
  const { chain, demo } = ownWorld;
  const onChain = vaultOnChain(ownWorld);
  await onChain.allow(1_000);
  await onChain.setSigner(usdt(1_000_000));
  const { vaults } = await ownerAtVaults(ownWorld, page, [demo.wallets.vault]);
  const limits = vaults.form('Signer’s limits in USDT');
  const fill = async (capacity: string, ceiling: string, day: string) => {
    await limits.getByLabel('Most within 24 hours').fill(capacity);
    await limits.getByLabel('Highest fee of one payout').fill(ceiling);
    await limits.getByLabel('Valid until the end of').fill(day);
    await vaults.seePreview();
  };
  await vaults.button(/Change the signer’s limits/).click();
  await fill('0', '2', '2040-01-31');
  await expect(limits.getByText('Must be above 0; to stop the signer, revoke it.')).toBeVisible();
  await fill('400', '2', '2040-01-31');
  await vaults.expectChange('Capacity in 24 hours', '1,000,000.00 USDT', '400.00 USDT');
  await vaults.expectChange('Valid until', '2106-02-07 06:28 UTC', '2040-01-31 23:59 UTC');
  await expect(limits.getByText('Your largest payout is 10,000.00 USDT', { exact: false })).toBeVisible();
  await expectSoundScreen(page, 'vaults-signer');
  await vaults.sign();
  await expect(vaults.main.getByText(/^Sent\./)).toBeVisible();
  await chain.mine(final);
  await expect(vaults.main.getByText('Done, and confirmed for good')).toBeVisible();
  await expect(vaults.figure('Signer’s limit')).toContainText('400.00 USDT');
  await expect(vaults.figure('Exposure')).toContainText('400.00 USDT');
  const expiry = BigInt(Date.parse('2040-01-31T23:59:59Z') / 1000);
  expect(await onChain.signer()).toEqual([usdt(400), usdt(2), expiry, usdt(400)]);

  await vaults.button('Stop all payouts').click();
  await vaults.seePreview();
  await vaults.expectChange('Signer for USDT', /^0x/, 'none');
  await expectSoundScreen(page, 'vaults-stop');
  await vaults.sign();
  await expect(vaults.main.getByText(/^Sent\./)).toBeVisible();
  await chain.mine(final);
  await expect(vaults.figure('Signer')).toContainText('no claim link can be paid until the vault names it');
  await expect(vaults.figure('Exposure')).toContainText('0.00 USDT');
  expect((await onChain.signer())[0]).toBe(0n);
  await expectSoundScreen(page, 'vaults-stopped');

  await page.reload();
  await vaults.button('Name the signer').click();
  await fill('900', '1', '2041-06-30');
  await vaults.expectChange('Capacity in 24 hours', 'not set', '900.00 USDT');
  await vaults.sign();
  await expect(vaults.main.getByText(/^Sent\./)).toBeVisible();
  await chain.mine(final);
  await expect(vaults.figure('Signer’s limit')).toContainText('900.00 USDT');
  expect((await onChain.signer())[0]).toBe(usdt(900));
});

test('a guardian that the vault named stops payouts with a wallet of its own', async ({ page, ownWorld }) => {
  const { chain, demo } = ownWorld;
  const onChain = vaultOnChain(ownWorld);
  await onChain.setSigner(usdt(1_000_000));
  const guardian = await chain.newcomer();
  const { vaults, wallet } = await ownerAtVaults(ownWorld, page, [demo.wallets.vault, guardian]);
  await vaults.button(/(Name a|Change the) guardian/).click();
  await vaults.form('Guardian').getByLabel('Address of the guardian').fill(guardian.address);
  await vaults.seePreview();
  await vaults.sign();
  await expect(vaults.main.getByText(/^Sent\./)).toBeVisible();
  await chain.mine(final);
  await expect(vaults.main.getByText('Done, and confirmed for good')).toBeVisible();

  await wallet.show(guardian);
  await vaults.button('Stop all payouts').click();
  await vaults.form('Stop all payouts from this vault').getByLabel('The guardian').check();
  await vaults.seePreview();
  await vaults.sign();
  await expect(vaults.main.getByText(/^Sent\./)).toBeVisible();
  await chain.mine(final);
  await expect(vaults.figure('Signer')).toContainText('not named');
  expect(wallet.last().from.address).toBe(guardian.address);
  expect((await onChain.signer())[0]).toBe(0n);
});

test('a wallet that is not the vault’s is told so and signs nothing, until the right account is chosen', async ({
  page,
  ownWorld,
}) => {
  const { chain, demo } = ownWorld;
  const onChain = vaultOnChain(ownWorld);
  await onChain.allow(1_000);
  const { vaults, wallet } = await ownerAtVaults(ownWorld, page, [demo.wallets.admin, demo.wallets.vault]);
  await vaults.wantAllowance('0');
  await vaults.sign();
  const short = (address: string) => `${address.slice(0, 8)}…${address.slice(-6)}`;
  await expect(vaults.alert).toContainText(`shows ${short(demo.wallets.admin.address)}`);
  await expect(vaults.alert).toContainText(
    `this needs ${short(demo.vault)}, and no other account will do. Nothing was signed.`,
  );
  await expectSoundScreen(page, 'vaults-wrong-wallet');
  expect(wallet.state.sent).toHaveLength(0);
  expect(await onChain.allowance()).toBe(usdt(1_000));

  await wallet.show(demo.wallets.vault);
  await vaults.button('Choose another account').click();
  await expect(vaults.main.getByText(/^Sent\./)).toBeVisible();
  await chain.mine();
  await expect(vaults.figure('Allowance')).toContainText('0.00 USDT');
  expect(wallet.last().from.address).toBe(demo.wallets.vault.address);
  expect(await onChain.allowance()).toBe(0n);
});

test('on another network, after a refusal and after a wallet’s fault nothing is sent, and each can be tried again', {
  tag: '@deep',
}, async ({ page, ownWorld }) => {
  const { chain, demo } = ownWorld;
  const onChain = vaultOnChain(ownWorld);
  await onChain.allow(1_000);
  const { vaults, wallet } = await ownerAtVaults(ownWorld, page, [demo.wallets.vault]);
  wallet.state.chainId = 1;
  wallet.state.declinesSwitch = true;
  await vaults.wantAllowance('0');
  await vaults.sign();
  await expect(vaults.alert).toContainText(
    'Your wallet is on another network. Choose Local chain (network number 31337)',
  );
  await expectSoundScreen(page, 'vaults-wrong-network');
  wallet.state.declinesSwitch = false;
  wallet.state.manner = 'reject';
  await vaults.sign();
  await expect(vaults.alert).toContainText('You declined in the wallet. Nothing was sent, and nothing changed.');
  wallet.state.manner = 'fail';
  await vaults.sign();
  await expect(vaults.alert).toContainText('The device is not responding.');
  expect(wallet.state.sent).toHaveLength(0);
  expect(await onChain.allowance()).toBe(usdt(1_000));
  wallet.state.manner = 'send';
  await vaults.sign();
  await expect(vaults.main.getByText(/^Sent\./)).toBeVisible();
  await chain.mine();
  await expect(vaults.figure('Allowance')).toContainText('0.00 USDT');
  expect(await onChain.allowance()).toBe(0n);
});

test('a tab that is closed right after signing loses nothing: another one shows the chain’s state and goes on', {
  tag: '@deep',
}, async ({ context, page, ownWorld }) => {
  const { chain, demo } = ownWorld;
  const onChain = vaultOnChain(ownWorld);
  await onChain.allow(1_000);
  const { vaults, wallet } = await ownerAtVaults(ownWorld, page, [demo.wallets.vault]);
  const tab = await context.newPage();
  const other = vaultsPage(tab, demo.baseUrl);
  await other.open();
  await expect(other.figure('Allowance')).toContainText('1,000.00 USDT');
  await tab.evaluate(() => document.body.setAttribute('data-same', 'yes'));

  wallet.state.manner = 'hold';
  await vaults.wantAllowance('3000');
  await vaults.sign();
  await expect(vaults.main.getByText('Sent. You may close this page; it goes on')).toBeVisible();
  await page.close();
  await wallet.release();
  await chain.mine();
  await expect(other.figure('Allowance')).toContainText('0.00 USDT');
  expect(await tab.evaluate(() => document.body.dataset.same)).toBe('yes');
  await expect(other.main.getByText(/was to become 3,000\.00 USDT/)).toBeVisible();

  wallet.state.manner = 'send';
  await other.button('Go on with the second step').click();
  await other.expectChange('Allowance in USDT', '0.00 USDT', '3,000.00 USDT');
  await other.sign();
  await expect(other.main.getByText(/Sent\./)).toBeVisible();
  await chain.mine();
  await expect(other.figure('Allowance')).toContainText('3,000.00 USDT');
  expect(await onChain.allowance()).toBe(usdt(3_000));
});
