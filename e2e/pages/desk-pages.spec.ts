import type { Page } from '@playwright/test';
import { type DeskPage, deskPages, type Named, routesOnDisk } from '@/e2e/support/desk-pages';
import { enterAs, expect, type SignedIn, test } from '@/e2e/support/desk-team';
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
  await expect(page).toHaveTitle(/ · Drawbridge$/);
}

/** Pages that one browser looks at, one after the other: what it has of the first ones it does not load again. */
const together = 11;
const walks = Array.from({ length: Math.ceil(deskPages.length / together) }, (_, index) =>
  deskPages.slice(index * together, (index + 1) * together),
);

for (const pages of walks) {
  const routes = pages.map(({ route }) => route || '/').join(', ');
  test(`of the desk, ${routes} are sound`, async ({ context, page, world, named, owner }) => {
    test.slow();
    await enterAs(context, owner);
    for (const one of pages) {
      await visit(page, world.demo.baseUrl, one, named);
      await expectSoundScreen(page, `desk${fileOf(one)}-owner`);
    }
  });
}

type Answer = { status: number; heading: string; html: string };

/** A page as the portal answers it: what a role may see is decided there, and takes no browser. */
async function read(baseUrl: string, { cookies }: SignedIn, address: string): Promise<Answer> {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${baseUrl}${address}`, { headers: { cookie }, redirect: 'manual' });
  const html = await answer.text();
  const [, inside = ''] = /<h1[^>]*>(.*?)<\/h1>/s.exec(html) ?? [];
  return { status: answer.status, heading: inside.replaceAll(/<!--.*?-->|<[^>]+>/g, ''), html };
}

/** The address that was asked for may be repeated; nothing else of the other merchant may stand anywhere. */
function idsIn({ html }: Answer, { payout, endpoint, delivery, source }: Named, asked: string): string[] {
  return [payout, endpoint, delivery, source].filter((id) => !asked.includes(id) && html.includes(id));
}

/** What `one` is for this person: there, with its heading, or nothing. */
function expectPage(answer: Answer, { route, heading }: DeskPage, isThere: boolean): void {
  expect.soft(answer.status, route).toBe(isThere ? 200 : 404);
  // The page that says that there is nothing is drawn in the browser.
  expect.soft(answer.heading, route).toMatch(isThere ? heading : /^$/);
}

test('a viewer gets each page that viewers may see, and none of the others', async ({ world, named, viewer }) => {
  for (const one of deskPages) {
    expectPage(await read(world.demo.baseUrl, viewer, one.at(named)), one, one.viewer);
  }
});

test('another merchant’s owner gets none of its things, and no other page with a word of them', async ({
  world,
  named,
  stranger,
}) => {
  for (const one of deskPages) {
    const answer = await read(world.demo.baseUrl, stranger, one.at(named));
    expectPage(answer, one, !pointsAtThings(one));
    expect.soft(idsIn(answer, named, one.at(named)), one.route).toEqual([]);
  }
});

test.describe('what is not there', () => {
  test.use({ expected: /status of 404/ });

  test('a viewer is told so, and as whom', async ({ context, page, world, viewer }) => {
    await enterAs(context, viewer);
    await page.goto(`${world.demo.baseUrl}/dashboard/audit`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(nowhere);
    await expect(page.getByText('as viewer')).toBeVisible();
  });

  test('another merchant’s owner is told so', async ({ context, page, world, named, stranger }) => {
    await enterAs(context, stranger);
    await page.goto(`${world.demo.baseUrl}/dashboard/payouts/${named.payout}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(nowhere);
  });
});

// What a viewer sees is what an owner sees, without what only an owner may do; and a page with nothing on it is a short one.
for (const one of deskPages.filter(({ viewer }) => viewer)) {
  test(`a viewer finds /dashboard${one.route} sound`, { tag: '@deep' }, async ({
    context,
    page,
    world,
    named,
    viewer,
  }) => {
    await enterAs(context, viewer);
    await visit(page, world.demo.baseUrl, one, named);
    await expectSoundScreen(page, `desk${fileOf(one)}-viewer`);
  });
}

for (const one of deskPages.filter((page) => !pointsAtThings(page))) {
  test(`who has nothing yet finds /dashboard${one.route} sound`, { tag: '@deep' }, async ({
    context,
    page,
    world,
    named,
    stranger,
  }) => {
    await enterAs(context, stranger);
    await visit(page, world.demo.baseUrl, one, named);
    await expectSoundScreen(page, `desk${fileOf(one)}-empty`);
  });
}
