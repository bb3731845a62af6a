import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { prepareBrowser } from '@/e2e/support/browser';
import { readDemo } from '@/e2e/support/demo-file';
import { merchantOf } from '@/e2e/support/merchant';
import { projectRoot } from './foundry';
import { programs, runNode } from './services/runner';

/**
 * Pictures of the claim page, from the demo portal that runs on DATA_DIR (default .data): docs/images/claim-page.png for
 * the README, then every screen that the browser tests meet, in both themes and three sizes, below .tmp/screens.
 * Usage: node --import ./scripts/resolve-alias.js scripts/screenshots.ts [--readme-only]
 */
const demoFile = path.resolve(process.env.DATA_DIR || '.data', 'demo.json');
const readmePicture = path.join(projectRoot, 'docs/images/claim-page.png');
const gallery = path.join(projectRoot, '.tmp/screens');
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, colorScheme: 'light' } as const;

async function pictureForReadme(): Promise<void> {
  const payout = await merchantOf(readDemo(demoFile)).createPayout();
  const browser = await chromium.launch(prepareBrowser());
  try {
    const page = await browser.newPage({ ...phone, timezoneId: 'UTC', locale: 'en-GB' });
    await page.goto(payout.claim_url, { waitUntil: 'networkidle' });
    mkdirSync(path.dirname(readmePicture), { recursive: true });
    await page.screenshot({ path: readmePicture, fullPage: true });
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
await pictureForReadme();
console.log(`Written: ${path.relative(projectRoot, readmePicture)}`);
if (!process.argv.includes('--readme-only')) {
  process.exitCode = await everyScreen();
  console.log(`Written: ${path.relative(projectRoot, gallery)}`);
}
