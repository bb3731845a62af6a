import { randomUUID } from 'node:crypto';
import { type Address, encodeFunctionData, type Hex, stringToHex } from 'viem';
import { demoAccount } from '@/demo/accounts';
import { newPerson, type Person } from '@/e2e/support/chain';
import { deskOf } from '@/e2e/support/desk';
import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';
import { final } from '@/e2e/support/vault';
import { walletOn } from '@/e2e/support/wallet';
import type { OwnWorld } from '@/e2e/support/world';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { hex } from '@/lib/chains/address';

// The browser's console names the refusal of a token.
test.use({ expected: /responded with a status of 422/ });
test.describe.configure({ mode: 'default', timeout: 240_000 });

/** A token like Tether's under another name, which keeps a part of what is sent; the holder has a million of it. */
async function feeToken({ chain, demo }: OwnWorld, holder: Person): Promise<Address> {
  const { address } = newPerson();
  const code = (await chain.client.getCode({ address: demo.token.address })) ?? '0x';
  const rename = (text: Hex, from: string, to: string) =>
    hex(text.replaceAll(stringToHex(from).slice(2), stringToHex(to).slice(2)));
  await chain.rpc('anvil_setCode', [
    address,
    rename(rename(code, 'Tether USD (test)', 'Gold of Test Bank'), 'USDT', 'FEES'),
  ]);
  const abi = testUsdtAbi;
  const mint = encodeFunctionData({ abi, functionName: 'mint', args: [holder.address, 1_000_000_000_000n] });
  await chain.call(holder, address, mint);
  // The owner of the token that it is made of is its owner, too.
  await chain.call(
    demoAccount('faucet'),
    address,
    encodeFunctionData({ abi, functionName: 'setParams', args: [19n, 49n] }),
  );
  return address;
}

test('an operator sees every page, stops a network in the middle of a claim and lets it go on, is told why a token is refused, and lets a business in and closes it', async ({
  browser,
  context,
  page,
  claim,
  ownWorld,
}) => {
  const { chain, demo, merchant } = ownWorld;
  const { baseUrl } = demo;
  const desk = deskOf(demo);
  const customer = await chain.newcomer();
  const office = await browser.newContext();
  await desk.admitOperator(office);
  const tab = await office.newPage();
  const hall = tab.getByRole('main');
  const open = async (name: string, href: string) => {
    await tab.goto(`${baseUrl}${href}`);
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText(name);
  };
  await open('Checklist', '/operator');
  const links = tab.getByRole('navigation', { name: 'Operators’ pages' }).getByRole('link');
  const sections = await links.evaluateAll((all) =>
    all.map((link) => ({ name: link.textContent ?? '', href: link.getAttribute('href') ?? '' })),
  );
  expect(sections.length).toBeGreaterThan(9);
  for (const { name, href } of sections) {
    await open(name, href);
    await expect(tab).toHaveTitle(new RegExp(`^${name} · `));
    await expectSoundScreen(tab, `operator${href.replace('/operator', '').replace('/', '-')}`);
  }

  const wallet = walletOn(chain, [customer]);
  await wallet.install(context);
  const payout = await merchant.createPayout();
  await claim.open(payout.claim_url);
  await claim.prepare();
  await open('Stops', '/operator/stops');
  await tab.getByLabel('Why').fill('A drill');
  await hall.getByRole('button', { name: 'Stop: Everything on Local chain' }).click();
  await expect(hall.getByText('A drill')).toBeVisible();
  await claim.comesTo('Payments are paused for now');
  await expect(claim.offer).toHaveCount(0);
  await expectSoundScreen(page, 'claim-stopped');
  await hall.getByRole('button', { name: 'Lift: Everything on Local chain' }).click();
  await expect(hall.getByRole('button', { name: 'Stop: Everything on Local chain' })).toBeVisible();
  await claim.comesTo('Ready for you');
  expect(wallet.state.sent).toHaveLength(0);
  await claim.begin.click();
  await expect(claim.step).toHaveText('This is what will happen');
  await claim.send();
  await claim.comesTo('On its way');
  await chain.mine(final);
  await claim.paid();

  await open('Tokens', '/operator/tokens');
  await hall.getByRole('button', { name: 'Add a token' }).click();
  const form = tab.getByRole('dialog', { name: 'Add a token' });
  await form.getByLabel('Address of the token').fill(await feeToken(ownWorld, customer));
  await form.getByLabel('An address that holds some (optional)').fill(customer.address);
  await form.getByRole('button', { name: 'Look at it and add it' }).click();
  await expect(form.getByText(/keeps a part of what is sent/)).toBeVisible();
  await expectSoundScreen(tab, 'operator-token-refused');
  await open('Merchants', '/operator/merchants');
  const registration = hall.getByLabel('People without a team may create a business by themselves');
  await registration.click();
  await expect(registration).toBeChecked();
  const person = { email: `ann-${randomUUID().slice(0, 8)}@street.example` };
  const street = await browser.newContext();
  const own = await street.newPage();
  await own.goto(`${baseUrl}/dashboard`);
  await own.getByLabel('Your e-mail address').fill(person.email);
  await own.getByRole('button', { name: 'Send me a code' }).click();
  await own.getByLabel('Code from the e-mail').fill(await desk.mailedCode(person, /is your code/));
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('Create your business');
  await expectSoundScreen(own, 'create-business');
  await own.getByLabel('Name of your business').fill('Brook & Daughters');
  await own.getByRole('button', { name: 'Create your business' }).click();
  await expect(own.getByText('Test money: this merchant pays on test networks alone', { exact: false })).toBeVisible();

  await open('Merchants', '/operator/merchants');
  const business = hall.getByRole('listitem').filter({ hasText: 'Brook & Daughters' });
  await expect(business).toContainText('Limited to 20 payouts a day of at most 500 coins each.');
  await business.getByRole('button', { name: 'Lift its limits' }).click();
  await expect(business.getByText('Limited to', { exact: false })).toBeHidden();
  await business.getByRole('button', { name: 'Close Brook & Daughters' }).click();
  const dialog = tab.getByRole('dialog', { name: 'Close Brook & Daughters?' });
  await expectSoundScreen(tab, 'operator-close');
  await dialog.getByRole('button', { name: 'Close it for good' }).click();
  await expect(dialog.getByLabel('Why')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Why').fill('They asked for it');
  await dialog.getByRole('button', { name: 'Close it for good' }).click();
  await expect(business.getByText('Closed', { exact: true })).toBeVisible();
  await expect(business.getByRole('button', { name: /^(Close|Suspend)/ })).toHaveCount(0);
  await street.close();
  await office.close();
});

test.afterAll(async ({ ownWorld }) => {
  await deskOf(ownWorld.demo).inDatabase((sql) => sql`update installation set self_registration = false`);
});
