import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, expect } from '@playwright/test';

const address = pathToFileURL(path.resolve('public/verify-receipt.html')).href;

/** The page that checks receipts, opened from the disk in a browser of its own, with the network off. */
export async function openVerifyPage(browser: Browser) {
  const context = await browser.newContext();
  await context.setOffline(true);
  const page = await context.newPage();
  await page.goto(address);
  const receipt = page.getByLabel('Paste the signed receipt');
  const keys = page.getByLabel('Paste its jwks.json');
  const signed = page.locator('#signed');
  const chain = page.locator('#chain');
  return {
    page,
    receipt,
    keys,
    signed,
    chain,
    goOnline: () => context.setOffline(false),
    async openFile(name: string, text: string): Promise<void> {
      const file = path.resolve('test-results', 'receipts', name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
      await page.getByLabel('Or open a saved page').setInputFiles(file);
    },
    async askNode(node: string): Promise<void> {
      await page.getByLabel('Address of the node').fill(node);
      await page.getByRole('button', { name: 'Ask this node' }).click();
      await expect(chain).not.toContainText(/Asking|Not asked yet/);
    },
    close: () => context.close(),
  };
}
