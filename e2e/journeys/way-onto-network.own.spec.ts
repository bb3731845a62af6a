import type { Browser } from '@playwright/test';
import { z } from 'zod';
import { claimPage, testWallet } from '@/e2e/pages/claim-page';
import { vaultsPage } from '@/e2e/pages/vaults-page';
import { deskOf } from '@/e2e/support/desk';
import type { Installation } from '@/e2e/support/installation';
import { test as base, expect } from '@/e2e/support/journey';
import { type Meadow, networkForm, openMeadow } from '@/e2e/support/meadow';
import { newSafe } from '@/e2e/support/safe';
import { expectSoundScreen } from '@/e2e/support/screens';
import { final } from '@/e2e/support/vault';
import { type Wallet, walletOn } from '@/e2e/support/wallet';
import { inviteMerchant, signIn, stepUp } from '@/e2e/support/way-in';

const test = base.extend<{ meadow: Meadow }>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture that needs no other says so in this way
  meadow: async ({}, use) => {
    const meadow = await openMeadow();
    await use(meadow);
    await meadow.stop();
  },
});

// The browser's console names the refusals of a network that does not fit, and those that ask for a fresh proof.
test.use({ expected: /responded with a status of 4(03|22)|The chain meadow is not known/ });
test.describe.configure({ mode: 'default', timeout: 240_000 });

const made = z.object({ id: z.string(), claim_url: z.url() });
const stateOf = z.object({ status: z.string() });

/** A page of an operator who has just proved who they are. */
async function operatorPage(browser: Browser, installation: Installation, wallet?: Wallet) {
  const context = await browser.newContext();
  await wallet?.install(context);
  await deskOf({ ...installation, merchantId: '' }).admitOperator(context);
  const page = await context.newPage();
  const hall = page.getByRole('main');
  const open = async (name: string, href: string) => {
    await page.goto(`${installation.baseUrl}/operator${href}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  };
  return {
    page,
    hall,
    open,
    button: (name: string) => hall.getByRole('button', { name }),
    close: () => context.close(),
  };
}

test('operators add a network on their pages, a Safe is its vault by the guide, and what its second node denies is completed once both say the same', async ({
  browser,
  context,
  page,
  installation,
  meadow,
}) => {
  const { baseUrl } = installation;
  const { chain } = meadow;
  const [sender, owner, customer] = [await chain.newcomer(), await chain.newcomer(), await chain.newcomer()];
  const [ann, ben] = [
    await operatorPage(browser, installation, walletOn(chain, [sender])),
    await operatorPage(browser, installation),
  ];

  // The network.
  await ann.open('Networks', '/chains');
  await ann.button('Propose a network').click();
  const network = networkForm(ann.page);
  await network.send();
  await network.expectFault('Network id', /is required/);
  await network.expectFault('Node 1', /needs a node/);
  await network.fill(meadow);
  await network.send();
  await network.expectFault('Node 1', /is of the network 77001, not 77002/);
  await expectSoundScreen(ann.page, 'operator-network-refused');
  await network.field('Network id').fill('77001');
  await network.send();
  await expect(ann.hall.getByText('Another operator has to agree', { exact: false })).toBeVisible();
  await expect(ann.button('Agree to Meadow')).toBeHidden();
  await ben.open('Networks', '/chains');
  await ben.button('Agree to Meadow').click();
  await expect(ben.hall.getByRole('list', { name: 'What comes next on Meadow' })).toContainText('Deploy the contract');
  await expectSoundScreen(ben.page, 'operator-network-listed');

  // The contract and a token of it.
  // Her tab is older than the network. Each process of the portal knows of it within two seconds; the tab, once it meets it.
  const step = ann.hall.getByRole('listitem').filter({ hasText: 'Contract on Meadow' });
  await expect(async () => {
    await ann.page.getByRole('link', { name: 'Networks', exact: true }).click();
    await ann.page.getByRole('link', { name: 'Checklist', exact: true }).click();
    await expect(step).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await expect(async () => {
    await step.getByRole('button', { name: 'Deploy it with a wallet' }).click({ timeout: 5_000 });
    await step.getByRole('button', { name: testWallet }).click({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  await expect(step).toContainText('Waiting until the network has it');
  await chain.mine();
  await expect(step).toContainText('Done');
  const safe = await newSafe(chain, 5_000n);
  await ann.open('Tokens', '/tokens');
  await ann.button('Add a token').click();
  const tokens = ann.page.getByRole('dialog', { name: 'Add a token' });
  await tokens.getByLabel('Network').selectOption('Meadow');
  await tokens.getByLabel('Address of the token').fill(meadow.token);
  await tokens.getByLabel('An address that holds some (optional)').fill(safe.address);
  await tokens.getByRole('button', { name: 'Look at it and add it' }).click();
  await expect(ann.hall.getByText('Waits for a second operator')).toBeVisible();
  await ben.open('Tokens', '/tokens');
  await ben.button('Agree to USDT').click();
  await expect(ben.hall.getByText('Waits for a second operator')).toBeHidden();
  await ann.open('Merchants', '/merchants');
  const signInAt = await inviteMerchant(ann.page, { name: 'Hay & Straw', owner: owner.address });

  // The merchant, whose vault is a Safe.
  const wallet = walletOn(chain, [owner, safe]);
  await wallet.install(context);
  const main = page.getByRole('main');
  const button = (name: string | RegExp) => main.getByRole('button', { name });
  const guideStep = (name: string) => main.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name });
  await page.goto(signInAt);
  await signIn(page);
  await main.getByRole('link', { name: 'Begin' }).click();
  await button('It looks right').click();
  await button('Pay out USDT on Meadow').click();
  await stepUp(page);
  await main.getByRole('link', { name: 'Next: Your vault' }).click();
  await expect(button(`Pay out from ${testWallet}`)).toBeVisible();
  await wallet.show(safe);
  await button(`Pay out from ${testWallet}`).click();
  const vaults = vaultsPage(page, baseUrl);
  await vaults.button(/Grant an allowance/).click();
  await vaults.seePreview();
  await vaults.sign();
  await expect(main.getByText('If the vault is a Safe, its other owners have to sign', { exact: false })).toBeVisible();
  await expectSoundScreen(page, 'guide-safe-proposed');
  await wallet.safes.execute();
  await expect(main.getByText(/The payout contract may take/)).toContainText('3,500.00');
  await vaults.button('Close').click();
  await vaults.button(/Name the signer/).click();
  await vaults.seePreview();
  await vaults.sign();
  await expect.poll(() => wallet.safes.proposals.length).toBe(1);
  await wallet.safes.execute();
  await chain.mine(final);
  await expect(guideStep('Your vault')).toContainText(/done$/);
  expect(wallet.state.sent).toEqual([]);
  await guideStep('API key').click();
  await button('Make a key').click();
  await page.getByLabel('What it is for').fill('Server');
  await page.getByRole('button', { name: 'Make this key' }).click();
  const stored = page.getByRole('dialog', { name: 'Store it now' });
  const key = await stored.getByText(/^db_test_/).textContent();
  const ask = async (path: string, body?: object) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const sent = body && { method: 'POST', body: JSON.stringify(body) };
    return (await fetch(`${baseUrl}/api/v1${path}`, { headers, ...sent })).json();
  };
  const recipient = { type: 'anyone' };
  const payout = made.parse(
    await ask('/payouts', { amount: '25.00', asset: 'USDT', chain: 'meadow', recipient, reference: 'hay-1' }),
  );

  // The recipient, while the second node says something else.
  const street = await browser.newContext();
  await walletOn(chain, [customer]).install(street);
  const claim = claimPage(await street.newPage());
  await claim.open(payout.claim_url);
  await expect(claim.page.getByText('Meadow').first()).toBeVisible();
  await claim.prepare();
  await expect(claim.page.getByText(/HAY/).first()).toBeVisible();
  meadow.lie();
  await claim.send();
  await claim.comesTo('On its way');
  await chain.mine(final);
  await expect(async () => {
    await ben.open('Nodes', '/nodes');
    await expect(ben.hall.getByText('Two nodes of Meadow say different things', { exact: false })).toBeVisible();
  }).toPass({ timeout: 60_000 });
  await expectSoundScreen(ben.page, 'operator-nodes-dispute');
  await ben.open('Networks', '/chains');
  await expect(
    ben.hall.getByText('Nothing is completed on this chain until they agree', { exact: false }).first(),
  ).toBeVisible();
  await claim.page.reload();
  await expect(claim.heading).toHaveText('On its way');
  await expectSoundScreen(claim.page, 'claim-while-nodes-disagree');
  expect(stateOf.parse(await ask(`/payouts/${payout.id}`)).status).toBe('processing');
  meadow.agree();
  await claim.paid();
  expect(stateOf.parse(await ask(`/payouts/${payout.id}`)).status).toBe('completed');
  await expect(claim.page.locator('a[href^="https://scan.meadow.example/tx/0x"]').first()).toBeVisible();
  await ben.page.reload();
  await expect(ben.hall.getByText('say different things', { exact: false })).toBeHidden();

  await page.goto(`${baseUrl}/dashboard/payouts/${payout.id}`);
  await expect(main.getByText('Meadow').first()).toBeVisible();
  await expect(main.locator('a[href^="https://scan.meadow.example/"]').first()).toBeVisible();
  await Promise.all([street.close(), ann.close(), ben.close()]);
});
