import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['{app,bench,components,db,demo,examples,lib,scripts}/**/*.test.{ts,tsx}', '*.test.ts'],
    exclude: ['**/node_modules/**', '.next/**', '.tmp/**', '.data/**'],
    globalSetup: process.env.WITHOUT_DATABASE ? [] : ['db/testing/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Settings of the tested verbs; addresses of real servers come from the tests' own set-up.
    env: {
      DATABASE_URL: 'postgres://127.0.0.1:1/each-test-file-has-its-own',
      SECRETS_KEY: randomBytes(32).toString('base64'),
      BASE_URL: 'http://localhost:3000',
      RATE_LIMIT_ADDRESS_PER_MINUTE: '120',
      LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
    },
  },
});
