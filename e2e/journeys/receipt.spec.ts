import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { claimPage } from '@/e2e/pages/claim-page';
import { openVerifyPage } from '@/e2e/pages/verify-page';
import { expect, test } from '@/e2e/support/journey';
import { openNode } from '@/e2e/support/network';
import { expectSoundScreen } from '@/e2e/support/screens';
import { walletOn } from '@/e2e/support/wallet';
import type { World } from '@/e2e/support/world';
import { newKeyPair, signReceipt } from '@/lib/receipts/jws';

// The page that checks receipts is opened from the disk.
test.use({ expected: /^request: file:\/\/.*\/verify-receipt\.html$/ });

/** Pays a new recipient of 24.50 USDT and opens the receipt's page. */
async function paidReceipt(page: Page, claim: ReturnType<typeof claimPage>, { chain, merchant }: World) {
  const customer = await chain.newcomer();
  await walletOn(chain, [customer]).install(page.context());
  const payout = await merchant.createPayout();
  await claim.open(payout.claim_url);
  await claim.prepare();
  await claim.send();
  await claim.paid();
  await page.getByRole('link', { name: 'Open the receipt' }).click();
  await expect(page.getByRole('heading', { name: 'Receipt', exact: true })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save the signed file' }).click();
  const file = await (await download).path();
  return { customer, payout, answer: JSON.parse(readFileSync(file, 'utf8')) };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Differs in its lowest bit, which in the last letter of all is no part of the signature. */
const other = (letter = '') => alphabet[alphabet.indexOf(letter) ^ 1];

/** A letter of each part, and the last one of all, is another one. */
function flipped(jws: string): string[] {
  const ends = [...jws.matchAll(/\.|$/g)].map((match) => match.index);
  const places = ends.flatMap((end) => [end - 20, end - 1]);
  return places.map((place) => jws.slice(0, place) + other(jws[place]) + jws.slice(place + 1));
}

test('a receipt that was saved proves from a disk, offline, who signed it, and by a node that it is true', async ({
  browser,
  page,
  claim,
  request,
  world,
}) => {
  const { answer } = await paidReceipt(page, claim, world);
  const saved = await page.content();
  const keys = await (await request.get('/.well-known/jwks.json')).text();
  const node = await openNode(world.demo.chain.rpcUrl);
  const check = await openVerifyPage(browser);
  await check.openFile('receipt.html', saved);
  await expect(check.signed).toContainText('Give the keys of the portal');
  await check.keys.fill(keys);
  await expect(check.signed).toContainText('Yes: signed with a key of this list');
  await expect(check.page.getByText('24.50 USDT')).toBeVisible();
  await expectSoundScreen(check.page, 'verify-receipt');

  for (const one of flipped(answer.receipt)) {
    await check.receipt.fill(one);
    await expect(check.signed).toContainText(/Changed|no receipt|Unknown key/);
    await expect(check.page.getByText('24.50 USDT')).toBeHidden();
  }
  await check.keys.fill('{"keys":[]}');
  await check.receipt.fill(answer.receipt);
  await expect(check.signed).toContainText('Unknown key: none of these keys signed it');

  await check.openFile('receipt.json', JSON.stringify({ ...answer, keys: JSON.parse(keys).keys }));
  await expect(check.signed).toContainText('Unknown key');
  await check.goOnline();
  await check.askNode(node.url);
  await expect(check.chain).toContainText('There is no receipt that could be looked up');
  await check.page.getByRole('button', { name: `Ask ${world.demo.baseUrl} for its keys` }).click();
  await expect(check.signed).toContainText(`Yes: signed by ${world.demo.baseUrl}.`);
  await check.askNode(node.url);
  await expect(check.chain).toContainText(/Yes, says 127\.0\.0\.1:\d+\. It is \d+ blocks? deep/);
  await node.close();
  await check.close();
  await page.goto('/verify-receipt.html');
  await page.getByLabel('Paste the signed receipt').fill(answer.receipt);
  await expect(page.getByText('Give the keys of the portal')).toBeVisible();
});

test('what a portal signs that is not so is signed, and the chain says no', async ({ browser, page, claim, world }) => {
  const { answer } = await paidReceipt(page, claim, world);
  const { kid, privateJwk, publicJwk } = newKeyPair();
  const node = await openNode(world.demo.chain.rpcUrl);
  const check = await openVerifyPage(browser);
  await check.goOnline();
  await check.keys.fill(JSON.stringify({ keys: [{ ...publicJwk, kid }] }));
  const { decoded } = answer;
  const lies = [
    { recipient: { address: world.demo.feeCollector } },
    { net: { units: '25000000', text: '25.00' } },
    { net: { units: '24500000', text: '2450.00' } },
    { transfer: { ...decoded.transfer, block_hash: decoded.transfer.hash } },
    { transfer: { ...decoded.transfer, hash: decoded.transfer.block_hash } },
    { contract: null, vault: null, claim_id: null },
    { chain: { ...decoded.chain, id: 1 } },
  ];
  for (const lie of lies) {
    await check.receipt.fill(signReceipt({ ...decoded, ...lie }, { kid, privateJwk }));
    await expect(check.signed).toContainText('Yes: signed');
    await check.askNode(node.url);
    await expect(check.chain).toContainText('No, says');
  }
  await check.receipt.fill(signReceipt(decoded, { kid, privateJwk }));
  await expect(check.signed).toContainText('Yes: signed');
  await check.askNode(node.url);
  await expect(check.chain).toContainText('Yes, says');
  await node.close();
  await check.close();
});

test('the receipt prints on one sheet of A4 and of Letter, with the signed text and without buttons', async ({
  page,
  claim,
  world,
}) => {
  const { answer } = await paidReceipt(page, claim, world);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('button', { name: 'Print or save' })).toBeHidden();
  await expect(page.locator('[data-receipt]')).toHaveText(answer.receipt);
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  for (const format of ['A4', 'Letter']) {
    const sheets = (await page.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page\b/g);
    expect(sheets).toHaveLength(1);
  }
});
