import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { prepareBrowser } from './e2e/support/browser';
import { isDeep } from './e2e/support/depth';

// What each portal and each worker would compile again.
process.env.NODE_COMPILE_CACHE ??= path.resolve('.tmp/compiled');

const { executablePath, args, env } = prepareBrowser();

const paying = /desk-(pay|write-off)(-\w+)*\.spec\.ts$/;

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/portal.ts',
  outputDir: 'test-results/artefacts',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  ...(isDeep ? {} : { grepInvert: /@deep/ }),
  // Two for the own portals, one for paying and one for the rest, since tests wait for pages and blocks more than they reckon.
  workers: 4,
  // One that fails once among hundreds is tried again there, and told by name if it passes then.
  retries: process.env.CI ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    ...(process.env.E2E_BASE_URL ? { baseURL: process.env.E2E_BASE_URL } : {}),
    // What moves while a journey waits is drawn by the processor, 60 times a second.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { args, env, ...(executablePath ? { executablePath } : {}) },
    // Recording each test keeps the processor busy; `--trace retain-on-failure` does it for one that fails.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    // Empties the vault, cuts the network and stops the chain: on a portal that each worker has for itself, file after file.
    { name: 'own-portal', testMatch: /\.own\.spec\.ts$/, fullyParallel: false, workers: 2, timeout: 120_000 },
    // The page for paying by hand shows what the whole team has under way: one of its journeys after the other.
    { name: 'paying', testMatch: paying, workers: 1 },
    { name: 'shared-portal', testIgnore: [/\.own\.spec\.ts$/, paying] },
  ],
});
