import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { demoAccount, demoAdminEmail } from '@/demo/accounts';
import { prepareBrowser } from '@/e2e/support/browser';
import { readDemo } from '@/e2e/support/demo-file';
import { deskOf } from '@/e2e/support/desk';
import { merchantOf } from '@/e2e/support/merchant';
import { projectRoot } from '@/scripts/foundry';
import { programs, runNode } from '@/scripts/services/runner';

/**
 * Pictures of the demo portal that runs on DATA_DIR (default .data): the claim page and the desk's overview for README
 * and guide, in docs/images, then every screen that the browser tests meet, in both themes and three sizes, below
 * .tmp/screens. Usage: node --import ./scripts/resolve-alias.js e2e/screenshots.ts [--docs-only]
 */
const demoFile = path.resolve(process.env.DATA_DIR || '.data', 'demo.json');
const images = path.join(projectRoot, 'docs/images');
const gallery = path.join(projectRoot, '.tmp/screens');
const place = { timezoneId: 'UTC', locale: 'en-GB' };
const desktop = { viewport: { width: 1280, height: 800 }, colorScheme: 'light' } as const;
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, colorScheme: 'light' } as const;

async function claimPicture(browser: Browser): Promise<void> {
  const payout = await merchantOf(readDemo(demoFile)).createPayout();
  const page = await browser.newPage({ ...phone, ...place });
  await page.goto(payout.claim_url, { waitUntil: 'networkidle' });
  await page.screenshot({ path: path.join(images, 'claim-page.png'), fullPage: true });
}

/** Some is owed by hand, and some waits to be claimed. */
async function deskPicture(browser: Browser): Promise<void> {
  const demo = readDemo(demoFile);
  const merchant = merchantOf(demo);
  const recipient = { type: 'wallet', address: demoAccount('customer').address };
  for (const amount of ['25.00', '140.00', '80.50']) await merchant.createPayout({ amount });
  for (const amount of ['60.00', '312.40']) await merchant.createPayout({ amount, rail: 'wallet', recipient });
  const page = await browser.newPage({ ...desktop, ...place });
  await deskOf(demo).signIn(page, { email: demoAdminEmail });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.screenshot({ path: path.join(images, 'desk-overview.png') });
}

async function picturesForDocs(): Promise<void> {
  mkdirSync(images, { recursive: true });
  const browser = await chromium.launch(prepareBrowser());
  try {
    await claimPicture(browser);
    await deskPicture(browser);
  } finally {
    await browser.close();
  }
}

async function everyScreen(): Promise<number> {
  rmSync(gallery, { recursive: true, force: true });
  const env = { E2E_DEMO_FILE: demoFile, SCREENS_DIR: gallery };
  const run = await runNode([programs.playwright, 'test'], { env, minutes: 40 });
  return run.code;
}

if (!existsSync(demoFile)) {
  console.error(`No demo portal runs on ${path.dirname(demoFile)}: start one with "npm start".`);
  process.exit(1);
}
await picturesForDocs();
console.log(`Written: ${path.relative(projectRoot, images)}`);
if (!process.argv.includes('--docs-only')) {
  process.exitCode = await everyScreen();
  console.log(`Written: ${path.relative(projectRoot, gallery)}`);
}
