import { randomUUID } from 'node:crypto';
import { claimPage } from '@/e2e/pages/claim-page';
import { expect, test } from '@/e2e/support/journey';
import { mailTo } from '@/e2e/support/mailbox';
import { expectSoundScreen } from '@/e2e/support/screens';
import { walletOn } from '@/e2e/support/wallet';

test('a payout to a mailbox: invited by mail, proved with a code in the page, refused elsewhere, and paid', async ({
  context,
  page,
  browser,
  claim,
  world,
}) => {
  const { chain, merchant, demo } = world;
  const email = `ann-${randomUUID().slice(0, 8)}@shop.example`;
  const wallet = await chain.newcomer();
  await walletOn(chain, [wallet]).install(context);
  const payout = await merchant.createPayout({ recipient: { type: 'email', email } });

  const invitation = await mailTo(demo.baseUrl, email, /24\.50 USDT for you/);
  const [link = ''] = /http\S+\/p\/\S+/.exec(invitation) ?? [];
  await claim.open(link);
  await expect(claim.heading).toHaveText('Ready for you');
  await expect(page.getByText(`a•••@s•••.example`).first()).toBeVisible();
  await expect(claim.button(/wallet/i)).toHaveCount(0);
  await claim.button('Send a code to').click();
  await expect(page.getByText('We have sent a code')).toBeVisible();
  await expectSoundScreen(page, 'code');
  const code = /\b(\d{3} \d{3})\b/.exec(await mailTo(demo.baseUrl, email, /is your code/))?.[1] ?? '';

  const elsewhere = await browser.newContext();
  const stranger = claimPage(await elsewhere.newPage());
  await stranger.open(payout.claim_url);
  const proof = `${payout.claim_url.replace('/p/', '/api/v1/claims/')}/proof`;
  const refused = await stranger.page.request.post(proof, { data: { code } });
  expect([refused.status(), (await refused.json()).code]).toEqual([401, 'proof_expired']);
  await elsewhere.close();

  await page.getByLabel('Code from the mail').fill(code);
  await claim.prepare();
  await claim.send();
  await claim.paid();
  expect(await chain.balanceOf(wallet.address)).toBe(24_500_000n);
  await expect.poll(async () => (await merchant.payout(payout.id)).status).toBe('completed');
});
