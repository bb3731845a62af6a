import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { deskOf } from '@/e2e/support/desk';
import { expect, foundMerchant, test } from '@/e2e/support/desk-team';
import { expectSoundScreen } from '@/e2e/support/screens';
import type { World } from '@/e2e/support/world';

// The browser's console names every refusal and every line that is cut; these journeys meet them on purpose.
test.use({ expected: /status of 4(01|03|04|09)|ERR_FAILED/ });
test.describe.configure({ timeout: 180_000 });

/** A team of its own, so that who is its only owner is for the test to say. */
const newTeam = async ({ demo }: World) => deskOf({ ...demo, merchantId: await foundMerchant() });

const membersOf = (page: Page) => page.getByRole('table', { name: 'Members of the team' }).getByRole('row');
const memberRow = (page: Page, email: string) => membersOf(page).filter({ hasText: email });
/** Where a person is led who is signed in and has no team any more. */
const withoutTeam = (page: Page) => page.getByRole('heading', { level: 1, name: 'You are in no team yet' });
const inMenu = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name, exact: true });
const untilLive = (page: Page) =>
  expect(page.getByRole('complementary').getByText('Live', { exact: true })).toBeVisible();

async function makeThem(page: Page, email: string, role: 'Owner' | 'Approver' | 'Viewer'): Promise<void> {
  await memberRow(page, email)
    .getByRole('button', { name: /^Change role/ })
    .click();
  const dialog = page.getByRole('dialog', { name: `The role of ${email}` });
  await dialog.getByRole('radio', { name: new RegExp(`^${role}`) }).check();
  await dialog.getByRole('button', { name: `Make them ${role.toLowerCase()}` }).click();
  await expect(memberRow(page, email).getByRole('cell', { name: role, exact: true })).toBeVisible();
}

test('who is invited by mail signs in by a code with the role of the invitation, and loses at once what is taken away', async ({
  page,
  browser,
  world,
}) => {
  const { baseUrl } = world.demo;
  const desk = await newTeam(world);
  const owner = await desk.join('owner');
  const guest = { email: `guest-${randomUUID().slice(0, 8)}@demo.example` };
  await desk.signIn(page, owner, '/dashboard/team');
  await page.getByRole('button', { name: 'Invite a person' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite a person' });
  await dialog.getByLabel('Their mail address').fill(guest.email);
  await dialog.getByRole('radio', { name: /^Developer/ }).check();
  await expectSoundScreen(page, 'team-invite');
  await dialog.getByRole('button', { name: 'Invite them as developer' }).click();
  await desk.stepUp(page, owner);
  await page.getByRole('dialog', { name: 'The invitation is there' }).getByRole('button', { name: 'Done' }).click();
  const invited = page.getByRole('table', { name: 'Open invitations' });
  await expect(invited.getByRole('row').filter({ hasText: guest.email })).toContainText('Developer');
  await expectSoundScreen(page, 'team-invited');

  const theirs = await browser.newContext();
  // Their pages hear of nothing by themselves for now: what is refused must be refused by the portal.
  await theirs.route('**/api/desk/live', (route) => route.abort());
  const tab = await theirs.newPage();
  await tab.goto(`${baseUrl}/dev/mailbox?to=${encodeURIComponent(guest.email)}`);
  await expect(tab.getByRole('heading', { name: /^An invitation to a team/ })).toBeVisible();
  await tab.getByRole('link', { name: /\/sign-in$/ }).click();
  await desk.bringCode(tab, guest);
  await expect(memberRow(page, guest.email).getByRole('cell', { name: 'Developer', exact: true })).toBeVisible();
  await expect(invited).toHaveCount(0);

  await tab.goto(`${baseUrl}/dashboard/api-keys`);
  await tab.getByRole('button', { name: 'Make a key' }).click();
  await tab.getByLabel('What it is for').fill('Shop server');
  await desk.confirmed(guest);
  await makeThem(page, guest.email, 'Viewer');
  await tab.getByRole('button', { name: 'Make this key' }).click();
  await expect(tab.getByRole('dialog').getByRole('alert')).toHaveText(
    'The role viewer may not do that: it needs keys:write.',
  );
  await expectSoundScreen(tab, 'refused-by-role');

  await theirs.unroute('**/api/desk/live');
  await tab.goto(`${baseUrl}/dashboard`);
  await untilLive(tab);
  await expect(inMenu(tab, 'Payouts')).toBeVisible();
  await expect(inMenu(tab, 'API keys')).toHaveCount(0);
  await expect(inMenu(tab, 'Audit')).toHaveCount(0);
  await makeThem(page, guest.email, 'Approver');
  await expect(inMenu(tab, 'Audit')).toBeVisible();

  await memberRow(page, guest.email)
    .getByRole('button', { name: /^Remove/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove them' }).click();
  await expect(memberRow(page, guest.email)).toHaveCount(0);
  await expect(withoutTeam(tab)).toBeVisible();
  await tab.goto(`${baseUrl}/dashboard/payouts`);
  await expect(withoutTeam(tab)).toBeVisible();
  await theirs.close();
});

test('a team keeps its last owner, also when a page that does not know it yet asks', { tag: '@deep' }, async ({
  page,
  browser,
  world,
}) => {
  const desk = await newTeam(world);
  const [owner, other] = [await desk.join('owner'), await desk.join('owner')];
  await page.context().route('**/api/desk/live', (route) => route.abort());
  await desk.enter(page, owner, '/dashboard/team');
  await desk.confirmed(owner);

  const theirs = await browser.newContext();
  const tab = await theirs.newPage();
  await desk.enter(tab, other, '/dashboard/team');
  await desk.confirmed(other);
  await memberRow(tab, other.email)
    .getByRole('button', { name: /^Leave/ })
    .click();
  await tab.getByRole('dialog').getByRole('button', { name: 'Leave the team' }).click();
  await expect(withoutTeam(tab)).toBeVisible();
  await theirs.close();

  const own = memberRow(page, owner.email);
  await own.getByRole('button', { name: /^Leave/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave the team' }).click();
  const refused = page.getByRole('alert').getByText('This is the only owner of the team. Make another member an owner');
  await expect(refused).toBeVisible();
  await expectSoundScreen(page, 'team-last-owner');
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it as it is' }).click();

  await own.getByRole('button', { name: /^Change role/ }).click();
  const dialog = page.getByRole('dialog', { name: 'The role of yourself' });
  await dialog.getByRole('radio', { name: /^Viewer/ }).check();
  await dialog.getByRole('button', { name: 'Make yourself viewer' }).click();
  await expect(refused).toBeVisible();

  await page.reload();
  await expect(own.getByText('The only owner. To change that, make another member one first.')).toBeVisible();
  await expect(own.getByRole('button', { name: /role|Leave/ })).toHaveCount(0);
});

test('a member of several teams goes from one to another, and no open tab acts for the one it does not show', async ({
  context,
  page,
  world,
}) => {
  const { demo } = world;
  const names = [`North ${randomUUID().slice(0, 4)}`, `South ${randomUUID().slice(0, 4)}`] as const;
  const [north, south] = [await foundMerchant(names[0]), await foundMerchant(names[1])];
  const desk = deskOf({ ...demo, merchantId: north });
  const member = await desk.join('owner');
  await desk.inDatabase(async (sql) => {
    await sql`insert into members (merchant_id, user_id, role, created_at)
      values (${south}, ${member.userId}, 'viewer', now())`;
  });
  await desk.enter(page, member, '/dashboard/team');
  const shown = (tab: Page) => tab.getByRole('complementary').locator('summary').first();
  await expect(shown(page)).toContainText(names[0]);
  await expect(page.getByRole('button', { name: 'Invite a person' })).toBeVisible();
  const [open, busy] = [await context.newPage(), await context.newPage()];
  await open.goto(`${demo.baseUrl}/dashboard/team`);
  await untilLive(open);
  await busy.goto(`${demo.baseUrl}/dashboard/team`);
  await busy.getByRole('button', { name: 'Invite a person' }).click();
  await busy.getByLabel('Their mail address').fill('another@demo.example');

  // They go to the other merchant while this tab's invitation is on its way.
  await busy.route('**/api/desk/team/invites', async (route) => {
    await shown(page).click();
    await page.getByRole('button', { name: new RegExp(names[1]) }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
    await route.continue();
  });
  await desk.confirmed(member);
  await busy.getByRole('button', { name: /^Invite them/ }).click();
  for (const tab of [page, busy, open]) {
    await tab.bringToFront();
    await expect(shown(tab)).toContainText(names[1]);
    await expect(tab.getByRole('button', { name: 'Invite a person' })).toHaveCount(0);
  }
  await shown(page).click();
  await expectSoundScreen(page, 'merchant-switch');
  const invites = await desk.inDatabase((sql) => sql`select id from invites where merchant_id in (${north}, ${south})`);
  expect([...invites]).toEqual([]);
});
