import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

/** Each reads settings that are read once in a process, and gives them other values. */
const ownSettings = [
  ...['app/dev/mailbox/route.test.ts', 'app/api/bad-input.test.ts', 'lib/http/identity/behind-proxy.test.ts'],
  ...['lib/http/pipeline/over-tls.test.ts', 'lib/kernel/env.test.ts', 'lib/chains/deployments.test.ts'],
  'lib/merchants/registration.test.ts',
  ...['lib/merchants/settings.test.ts', 'lib/webhooks/trial/outgoing-addresses.test.ts'],
  'lib/payouts/screening/screening.test.ts',
  'app/api/metrics/metrics.test.ts',
  'scripts/operator-scripts.test.ts',
  'lib/traces/traces.test.ts',
];

const everywhere = [...configDefaults.exclude, '.next/**', '.tmp/**', '.data/**'];

// Scripts that tests start are compiled once and not for each test.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('.tmp/compiled', import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      '@drawbridge/sdk': fileURLToPath(new URL('packages/sdk/src/drawbridge.ts', import.meta.url)),
      '@': fileURLToPath(new URL('.', import.meta.url)),
    },
  },
  test: {
    globalSetup: process.env.WITHOUT_DATABASE
      ? []
      : ['db/testing/global-setup.ts', 'lib/payouts/testing/prepared-chain.ts'],
    // Only what hangs takes so long: a busy machine is ten times as slow as an idle one, and what is waited for comes in the end.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
    // A line for each file is enough while all goes well.
    slowTestThreshold: 10_000,
    pool: 'forks',
    // One more than there are processors to reckon with: tests often wait for a database or a chain.
    maxWorkers: 3,
    provide: { depth: process.env.TEST_DEPTH === 'deep' ? 'deep' : 'quick' },
    // Settings of the tested verbs; addresses of real servers come from the tests' own set-up.
    env: {
      DATABASE_URL: 'postgres://127.0.0.1:1/each-test-file-has-its-own',
      SECRETS_KEY: randomBytes(32).toString('base64'),
      BASE_URL: 'http://localhost:3000',
      RATE_LIMIT_ADDRESS_PER_MINUTE: '120',
      OPERATOR_EMAIL: 'operator@portal.example',
      RATE_CURRENCIES: 'EUR,JPY',
      LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: [
            '{app,bench,components,db,demo,deploy,examples,lib,packages,scripts}/**/*.test.{ts,tsx}',
            '*.test.ts',
          ],
          exclude: [...everywhere, ...ownSettings],
          isolate: false,
          setupFiles: ['db/testing/own-file.ts'],
        },
      },
      { extends: true, test: { name: 'own process', include: ownSettings, exclude: everywhere } },
    ],
  },
});
