import { type BrowserContext, test as base, expect } from '@playwright/test';
import { claimPage } from '@/e2e/pages/claim-page';
import { type Installation, openInstallation } from './installation';
import { type OwnWorld, openOwnWorld, sharedWorld, type World } from './world';

type Fixtures = {
  /** Console errors and requests to other hosts that a journey expects; anything else fails it. */
  expected: RegExp;
  complaints: { heard: string[] };
  claim: ReturnType<typeof claimPage>;
  world: World;
};
type WorkerFixtures = { ownWorld: OwnWorld; installation: Installation };

const ours = /^(https?:\/\/(localhost|127\.0\.0\.1)[:/]|data:|blob:|about:)/;

function listenTo(heard: string[]) {
  return (context: BrowserContext) => {
    context.on('console', (message) => {
      const errors = [message].filter((one) => one.type() === 'error');
      heard.push(...errors.map((one) => `console: ${one.text()}`));
    });
    context.on('weberror', (error) => heard.push(`page: ${error.error().message}`));
    context.on('request', (request) => {
      heard.push(...[request.url()].filter((url) => !ours.test(url)).map((url) => `request: ${url}`));
    });
  };
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  expected: [/(?!)/, { option: true }],
  complaints: [
    async ({ browser, context, expected }, use) => {
      const heard: string[] = [];
      const listen = listenTo(heard);
      listen(context);
      // Every other browser that the journey opens is heard, too.
      browser.on('context', listen);
      await use({ heard });
      browser.off('context', listen);
      expect(heard.filter((words) => !expected.test(words))).toEqual([]);
    },
    { auto: true },
  ],
  claim: async ({ page }, use) => use(claimPage(page)),
  // biome-ignore lint/correctness/noEmptyPattern: a fixture that needs no other says so in this way
  world: async ({}, use) => use(sharedWorld()),
  ownWorld: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const { world, stop } = await openOwnWorld();
      await use(world);
      await stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  installation: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const installation = await openInstallation();
      await use(installation);
      await installation.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

export { expect } from '@playwright/test';
