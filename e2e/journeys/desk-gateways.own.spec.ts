import { makeBlocks } from '@/e2e/support/blocks';
import { newPerson } from '@/e2e/support/chain';
import { deskOf } from '@/e2e/support/desk';
import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';
import { goodManners } from '@/e2e/support/shkeeper/manners';
import { startGateway } from '@/e2e/support/shkeeper/server';

// The browser's console names every refusal; this journey meets them on purpose.
test.use({ expected: /status of 4(03|22)/ });
test.describe.configure({ mode: 'default', timeout: 240_000 });

let blocks: ReturnType<typeof makeBlocks>;
let server: Awaited<ReturnType<typeof startGateway>>;

test.afterEach(async () => {
  await server.close();
  await blocks.stop();
});

test('a gateway is set up, pays a payout to its end, and what nobody can tell is shown with its evidence', async ({
  page,
  ownWorld,
}) => {
  const { demo, merchant, chain, signerPort: port } = ownWorld;
  const hot = await chain.payer(1_000n);
  const token = {
    name: 'LOCAL-USDT',
    displayName: 'Test USDT',
    token: demo.token.address,
    decimals: demo.token.decimals,
  };
  const manners = { jobSeconds: 1 };
  server = await startGateway({ rpcUrl: chain.rpcUrl, privateKey: hot.privateKey, cryptos: [token], port, manners });
  blocks = makeBlocks(chain.rpcUrl);
  const desk = deskOf(demo);
  const owner = await desk.join('owner');
  await desk.enter(page, owner, '/dashboard/gateways');
  await desk.confirmed(owner);
  await expectSoundScreen(page, 'gateways-none');

  await page.getByRole('button', { name: 'Set up a gateway' }).click();
  const form = page.getByRole('dialog', { name: 'Set up a gateway' });
  const submit = form.getByRole('button', { name: 'Set it up' });
  await submit.click();
  await expect(form.getByText('name at least one currency that it is to pay')).toBeVisible();
  await form.getByLabel('Address of your SHKeeper server').fill(server.url);
  await form.getByLabel('Login').fill('admin');
  await form.getByLabel('Password').fill('not this one');
  await form.getByLabel('API key').fill('test-api-key');
  await form.getByLabel('USDT on Local chain').fill('LOCAL-USDT');
  await submit.click();
  await expect(form.getByText('The server does not accept this login and password.')).toBeVisible();
  await expectSoundScreen(page, 'gateways-set-up');
  await form.getByLabel('Password').fill('admin');
  await submit.click();
  await expect(page.getByText('Works', { exact: true })).toBeVisible();
  await expect(page.getByText('Enough for what waits')).toBeVisible();
  await expectSoundScreen(page, 'gateways');
  expect(await page.content()).not.toContain('test-api-key');

  const payee = newPerson();
  const recipient = { type: 'wallet', address: payee.address };
  const payout = await merchant.createPayout({ rail: 'shkeeper', recipient, amount: '25.00' });
  await page.goto(`${demo.baseUrl}/dashboard/payouts/${payout.id}`);
  const handed = page.getByRole('region', { name: 'At the gateway' });
  await expect(handed.getByText('Paid', { exact: true })).toBeVisible();
  await handed.getByText('What was said and seen').first().click();
  await expectSoundScreen(page, 'gateway-payout');
  expect(await merchant.payout(payout.id)).toMatchObject({ status: 'completed' });
  expect(await chain.balanceOf(payee.address)).toBe(25_000_000n);

  server.behave({ ...goodManners, refuse: 'LOCAL-USDT is not defined in config, cannot make payout' });
  const doubted = await merchant.createPayout({ rail: 'shkeeper', recipient, amount: '26.00' });
  await page.goto(`${demo.baseUrl}/dashboard/gateways`);
  await expect(page.getByRole('heading', { name: 'Nobody can tell whether these were sent' })).toBeVisible();
  await page.getByRole('button', { name: `Decide about ${doubted.reference}` }).click();
  await page.getByLabel('It was not sent').check();
  await expectSoundScreen(page, 'gateways-decide');
  await page.keyboard.press('Escape');
  await expectSoundScreen(page, 'gateways-unclear');

  server.behave({ away: true });
  await page.getByRole('button', { name: 'Disable' }).click();
  await page.getByRole('button', { name: 'Disable it' }).click();
  await expect(page.getByText('Disabled', { exact: true })).toBeVisible();
});
