import type { Page } from '@playwright/test';
import { type DeskPage, deskPages, type Named, routesOnDisk } from '@/e2e/support/desk-pages';
import { enterAs, expect, test } from '@/e2e/support/desk-team';
import { expectSoundScreen } from '@/e2e/support/screens';

const nowhere = 'There is nothing here for you';
const fileOf = ({ route }: DeskPage) => route.replaceAll(/[^a-z]+/g, '-') || '-overview';
const pointsAtThings = ({ route }: DeskPage) => route.includes('[');

test('every page of the desk is looked at, and no two have one title', () => {
  expect(deskPages.map(({ route }) => route).toSorted()).toEqual(routesOnDisk().toSorted());
  const titles = deskPages.map(({ title }) => String(title));
  expect(new Set(titles).size).toBe(titles.length);
});

/** Goes to a page of the desk and sees that it is the one, whole. */
async function visit(page: Page, baseUrl: string, one: DeskPage, named: Named): Promise<void> {
  const answer = await page.goto(`${baseUrl}${one.at(named)}`);
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(one.heading);
  await expect.poll(async () => (await page.title()).split(' · ')[0]).toMatch(one.title);
  expect(await page.title()).toMatch(/ · Drawbridge$/);
}

for (const one of deskPages) {
  test(`/dashboard${one.route} is sound`, async ({ context, page, world, named, owner }) => {
    await enterAs(context, owner);
    await visit(page, world.demo.baseUrl, one, named);
    await expectSoundScreen(page, `desk${fileOf(one)}-owner`);
  });
}

test.describe('a viewer', () => {
  for (const one of deskPages.filter(({ viewer }) => viewer)) {
    test(`sees /dashboard${one.route}`, async ({ context, page, world, named, viewer }) => {
      await enterAs(context, viewer);
      await visit(page, world.demo.baseUrl, one, named);
    });

    // What a viewer sees is what an owner sees, without what only an owner may do.
    test(`finds /dashboard${one.route} sound`, { tag: '@deep' }, async ({ context, page, world, named, viewer }) => {
      await enterAs(context, viewer);
      await visit(page, world.demo.baseUrl, one, named);
      await expectSoundScreen(page, `desk${fileOf(one)}-viewer`);
    });
  }
});

test.describe('what a role may not see', () => {
  test.use({ expected: /status of 404/ });

  for (const one of deskPages.filter(({ viewer }) => !viewer)) {
    test(`a viewer is told so at /dashboard${one.route}`, async ({ context, page, world, named, viewer }) => {
      await enterAs(context, viewer);
      const answer = await page.goto(`${world.demo.baseUrl}${one.at(named)}`);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(nowhere);
      await expect(page.getByText('as viewer')).toBeVisible();
    });
  }
});

test.describe('another merchant’s owner', () => {
  test.use({ expected: /status of 404/ });

  for (const one of deskPages.filter(pointsAtThings)) {
    test(`finds nothing at /dashboard${one.route}`, async ({ context, page, world, named, stranger }) => {
      await enterAs(context, stranger);
      const answer = await page.goto(`${world.demo.baseUrl}${one.at(named)}`);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(nowhere);
      expectNothingOf(named, one.at(named), await page.content());
    });
  }

  for (const one of deskPages.filter((page) => !pointsAtThings(page))) {
    test(`sees nothing of others at /dashboard${one.route}`, async ({ context, page, world, named, stranger }) => {
      await enterAs(context, stranger);
      const answer = await page.goto(`${world.demo.baseUrl}${one.at(named)}`);
      expect(answer?.status()).toBe(200);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(one.heading);
      expectNothingOf(named, one.at(named), await page.content());
      await expectSoundScreen(page, `desk${fileOf(one)}-empty`);
    });
  }
});

/** The address that was asked for may be repeated; nothing else of the other merchant may stand anywhere. */
function expectNothingOf({ payout, endpoint, delivery, source }: Named, asked: string, html: string): void {
  const ids = [payout, endpoint, delivery, source].filter((id) => !asked.includes(id));
  expect(ids.filter((id) => html.includes(id))).toEqual([]);
}
