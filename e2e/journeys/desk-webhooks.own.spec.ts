import type { Page } from '@playwright/test';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { deskOf } from '@/e2e/support/desk';
import { sendsOf } from '@/e2e/support/desk-sends';
import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';
import type { OwnWorld } from '@/e2e/support/world';

// The browser's console names every refusal; these journeys meet them on purpose.
test.use({ expected: /status of 4(04|22)/ });

// One portal and one receiver: these journeys run one after the other.
test.describe.configure({ mode: 'default', timeout: 240_000 });

const created = z.object({ id: z.string(), secret: z.string() });

async function signInDeveloper(page: Page, { demo }: OwnWorld, next: string): Promise<void> {
  const desk = deskOf(demo);
  const member = await desk.join('developer');
  await desk.enter(page, member, next);
  await desk.confirmed(member);
}

/** An endpoint with an address of its own at the test's receiver, by the API; the receiver is in a good mood. */
async function openEndpoint(page: Page, world: OwnWorld, description: string) {
  const { merchant, receiver } = world;
  Object.assign(receiver.answer, { status: 200, body: '' });
  const url = `${receiver.url}/${description}`;
  const endpoint = created.parse(await merchant.ask('POST', '/webhook-endpoints', { url, description }));
  await signInDeveloper(page, world, `/dashboard/webhooks/${endpoint.id}`);
  const posts = () => postsTo(world, description);
  return { ...endpoint, posts, tests: () => posts().filter(isTest) };
}

/** A portal that was just started still tells of what its demo began with. */
const isTest = ({ body }: { body: string }) => body.includes('"test":true');
const postsTo = ({ receiver }: OwnWorld, name: string) =>
  receiver.posts.filter(({ path }) => path.endsWith(`/${name}`));

const sendTest = (page: Page) => page.getByRole('button', { name: 'Send this test' }).click();
const answered = (page: Page, status: number) => page.getByText(`Your server answered ${status}`);
const attemptsOf = (page: Page) => page.getByRole('region', { name: 'Attempts' }).getByRole('listitem');
const deliveryRows = (page: Page) => page.getByRole('table', { name: 'Deliveries' }).locator('tbody').getByRole('row');

test('an endpoint is added at a public address only; its secret is shown once and signs what is sent', async ({
  page,
  ownWorld,
}) => {
  const { receiver } = ownWorld;
  await signInDeveloper(page, ownWorld, '/dashboard/webhooks/new');
  const address = page.getByLabel('Address', { exact: true });
  const hours = page.getByLabel('Keep trying for so many hours');
  const sends = sendsOf(page);
  await address.fill('example.com/hooks');
  await hours.fill('3');
  await page.getByLabel('Whom to tell when we give up').fill('ops');
  await page.getByRole('button', { name: 'Add this endpoint' }).click();
  await expect(page.locator('[aria-invalid="true"]')).toHaveCount(3);
  await expect(address).toBeFocused();
  await expect(address).toHaveAccessibleDescription('It is not a complete web address.');
  expect(sends).toEqual([]);
  await hours.fill('4');
  await page.getByLabel('Whom to tell when we give up').fill('');
  for (const refused of ['https://127.0.0.1/hooks', 'https://[::ffff:169.254.169.254]/', 'http://example.com/']) {
    await address.fill(refused);
    const answer = page.waitForResponse('**/api/desk/webhooks/endpoints');
    await page.getByRole('button', { name: 'Add this endpoint' }).click();
    expect((await answer).status()).toBe(422);
    await expect(address).toBeFocused();
    await expect(address).toHaveAttribute('aria-invalid', 'true');
  }
  await expectSoundScreen(page, 'webhooks-refused-address');
  await address.fill(`${receiver.url}/Shop`);
  await page.getByLabel('Name').fill('Shop');
  await page.getByRole('button', { name: 'Add this endpoint' }).click();
  await expect(page.getByRole('heading', { name: 'The endpoint is there' })).toBeFocused();
  const secret = (await page.getByText(/^whsec_/).textContent()) ?? '';
  await expectSoundScreen(page, 'webhooks-secret');
  await page.getByRole('link', { name: 'I have stored it, on to the endpoint' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Shop' })).toBeVisible();
  await page.reload();
  expect((await page.content()).includes(secret)).toBe(false);

  await sendTest(page);
  await expect(answered(page, 200)).toBeVisible();
  const [post] = postsTo(ownWorld, 'Shop').filter(isTest);
  expect(new Webhook(secret).verify(post?.body ?? '', post?.headers ?? {})).toMatchObject({
    ...{ type: 'payout.completed', test: true },
  });
  await expectSoundScreen(page, 'webhooks-endpoint');
  await page.getByRole('link', { name: 'See what was sent' }).click();
  await expect(attemptsOf(page)).toHaveText([/Attempt 1Answered 200/]);
  await page.getByText('Headers that we sent').click();
  await expect(page.getByText(`webhook-id: ${post?.headers['webhook-id']}`)).toBeVisible();
  await expectSoundScreen(page, 'webhooks-delivery');
});

test('what a server refuses is tried again, can be sent at once, and again after it was taken, always the same message', async ({
  page,
  ownWorld,
}) => {
  const { merchant, receiver, demo } = ownWorld;
  const { id, posts, tests } = await openEndpoint(page, ownWorld, 'Refusing');
  Object.assign(receiver.answer, { status: 503, body: 'not today' });
  await sendTest(page);
  await expect(answered(page, 503)).toBeVisible();
  await page.getByRole('link', { name: 'See what was sent' }).click();
  const attempts = attemptsOf(page);
  await expect(attempts.first()).toContainText('Answered 503');
  await expect(attempts.first()).toContainText('not today');
  await expect(page.getByText('Trying again')).toBeVisible();
  await expectSoundScreen(page, 'webhooks-delivery-refused');

  Object.assign(receiver.answer, { status: 200, body: 'thanks' });
  await page.getByRole('button', { name: /^Send (now|again)/ }).click();
  await expect(page.getByText('Delivered', { exact: true }).first()).toBeVisible();
  await expect(attempts.first()).toContainText('thanks');
  const taken = tests().length;
  await page.getByRole('button', { name: /^Send again/ }).click();
  await expect.poll(() => tests().length).toBeGreaterThan(taken);
  const [first, ...later] = tests().map(({ headers, body }) => `${headers['webhook-id']} ${body}`);
  expect(later.filter((one) => one !== first)).toEqual([]);

  const payout = await merchant.createPayout();
  await expect.poll(() => posts().some(({ body }) => body.includes(payout.id))).toBe(true);
  await page.goto(`${demo.baseUrl}/dashboard/webhooks/deliveries`);
  await page.getByLabel('Endpoint', { exact: true }).selectOption({ label: 'Refusing' });
  await expect(page).toHaveURL(new RegExp(`endpoint=${id}`));
  await expect(deliveryRows(page).filter({ hasNotText: 'Refusing' })).toHaveCount(0);
  await page.getByLabel('Payout', { exact: true }).fill(payout.id);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(deliveryRows(page)).toHaveCount(1);
  await expect(deliveryRows(page)).toContainText('payout.created');
  await expectSoundScreen(page, 'webhooks-deliveries-filtered');
  await page.getByLabel('State', { exact: true }).selectOption({ label: 'Given up' });
  await expect(page.getByText('No delivery matches')).toBeVisible();
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    ...{ status: 'exhausted', endpoint: id, payout: payout.id },
  });
});

test('a new secret signs beside the former one; a pause keeps messages away; a deleted endpoint is gone', async ({
  page,
  ownWorld,
}) => {
  const { merchant, demo } = ownWorld;
  const former = await openEndpoint(page, ownWorld, 'Rotated');
  await page.getByRole('button', { name: 'New secret' }).click();
  await expectSoundScreen(page, 'webhooks-rotate');
  await page.getByRole('button', { name: 'Make a new secret' }).click();
  const made = page.getByRole('dialog', { name: 'Store it now' });
  const secret = (await made.getByText(/^whsec_/).textContent()) ?? '';
  expect(secret).not.toBe(former.secret);
  await made.getByRole('button', { name: 'I have stored it' }).click();
  await expect(page.getByText('Former secret signs, too, until')).toBeVisible();
  await sendTest(page);
  await expect(answered(page, 200)).toBeVisible();
  const [post] = former.tests();
  for (const one of [secret, former.secret]) {
    expect(new Webhook(one).verify(post?.body ?? '', post?.headers ?? {})).toMatchObject({ test: true });
  }

  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await page.getByRole('button', { name: 'Pause it' }).click();
  await expect(page.getByText('It is paused.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send this test' })).toBeDisabled();
  const missed = await merchant.createPayout();
  const queued = () =>
    deskOf(demo).inDatabase(
      (sql) => sql`select 1 from events where subject_id = ${missed.id} and fanned_out_at is null`,
    );
  await expect.poll(async () => [...(await queued())]).toEqual([]);
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByRole('button', { name: 'Send this test' })).toBeEnabled();
  await sendTest(page);
  await expect.poll(() => former.tests().length).toBe(2);
  expect(former.posts().some(({ body }) => body.includes(missed.id))).toBe(false);

  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expectSoundScreen(page, 'webhooks-delete');
  await page.getByRole('button', { name: 'Delete it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Webhooks' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Rotated' })).toHaveCount(0);
  const answer = await page.goto(`${demo.baseUrl}/dashboard/webhooks/${former.id}`);
  expect(answer?.status()).toBe(404);
  await expectSoundScreen(page, 'desk-not-found');
});

test('a message is explained: the right signature, and what is wrong with another', async ({ page, ownWorld }) => {
  const { tests } = await openEndpoint(page, ownWorld, 'Explained');
  await sendTest(page);
  await expect(answered(page, 200)).toBeVisible();
  const [{ body, headers } = { body: '', headers: {} }] = tests();
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const check = async (text: string) => {
    await page.getByLabel('The body that your server received').fill(text);
    await page.getByLabel('The headers that came with it').fill(lines.join('\n'));
    await page.getByRole('button', { name: 'Check this message' }).click();
  };
  await check(body);
  await expect(page.getByText('The signature is right: this message is ours, unchanged.')).toBeVisible();
  await expectSoundScreen(page, 'webhooks-verified');
  await check(JSON.stringify(JSON.parse(body), null, 2));
  await expect(page.getByText('The signature does not fit this message.')).toBeVisible();
  await expect(page.getByText('The body was parsed and written again with other blanks.')).toBeVisible();
  await expectSoundScreen(page, 'webhooks-not-verified');
});
