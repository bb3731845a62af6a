import { randomUUID } from 'node:crypto';
import { type Browser, type BrowserContext, type Cookie, expect } from '@playwright/test';
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { hex } from '@/lib/chains/address';
import { claimAnswer } from '@/lib/claims/schema';
import { newId } from '@/lib/kernel/ids';
import { sourceAnswer } from '@/lib/sources/schema';
import { deskOf, type Role } from './desk';
import type { Named } from './desk-pages';
import { test as base } from './journey';
import { sharedWorld } from './world';

export type SignedIn = { cookies: Cookie[] };

type WorkerFixtures = {
  owner: SignedIn;
  viewer: SignedIn;
  /** The owner of another merchant, who has nothing. */
  stranger: SignedIn;
  /** Things of the demo's merchant that have pages of their own. */
  named: Named;
};

async function signIn(browser: Browser, role: Role, merchantId?: string): Promise<SignedIn> {
  const { demo } = sharedWorld();
  const desk = deskOf({ ...demo, ...(merchantId && { merchantId }) });
  const context = await browser.newContext();
  await desk.admit(context, await desk.join(role));
  const { cookies } = await context.storageState();
  await context.close();
  return { cookies };
}

/** Another merchant, which has nothing but its name. */
export async function foundMerchant(name = `Shop ${randomUUID().slice(0, 4)}`): Promise<string> {
  const id = newId('merchant');
  await deskOf(sharedWorld().demo).inDatabase(async (sql) => {
    await sql`insert into merchants (id, name, test_mode) values (${id}, ${name}, true)`;
  });
  return id;
}

/** A payout that its recipient claimed, and that is completed. */
async function payOne(): Promise<string> {
  const { chain, merchant } = sharedWorld();
  const recipient = await chain.newcomer();
  const { id, claim_url: link } = await merchant.createPayout();
  const claimed = await merchant.ask('POST', `/claims/${link.split('/').at(-1)}`, { address: recipient.address });
  const { to, data } = claimAnswer.parse(claimed).transfer;
  await chain.call(recipient, hex(to), hex(data));
  await expect.poll(async () => (await merchant.payout(id)).status, { timeout: 60_000 }).toBe('completed');
  return id;
}

/** Makes sure that there is a payout, an order, an endpoint, a delivery, a source and a closed day, and says how they are called. */
async function nameThings(browser: Browser, { cookies }: SignedIn): Promise<Named> {
  const { demo, merchant } = sharedWorld();
  const desk = deskOf(demo);
  const paid = await payOne();
  const { id: payout, claim_url: link } = await merchant.createPayout();
  const address = privateKeyToAddress(generatePrivateKey());
  const { id: order } = await merchant.createOrder(address);
  // Its story tells then of a payout that was signed, too.
  await merchant.ask('POST', `/claims/${link.split('/').at(-1)}`, { address });
  const { id: source } = sourceAnswer.parse(
    await merchant.ask('POST', '/sources', { dialect: 'nitro', description: 'Our gateway' }),
  );
  const context = await browser.newContext();
  await context.addCookies(cookies);
  await context.request.post(`${demo.baseUrl}/api/desk/reconciliation`, {
    headers: { origin: demo.baseUrl, 'x-drawbridge-desk': '1' },
    data: {},
  });
  await context.close();
  const find = () =>
    desk.inDatabase(async (sql): Promise<Named[]> => {
      const rows = await sql`select d.id as delivery, d.endpoint_id as endpoint, p.id as posting, c.day
        from deliveries d join closes c using (merchant_id) join postings p using (merchant_id)
        where d.merchant_id = ${demo.merchantId} and c.chain = 'local' order by d.id desc, c.day desc limit 1`;
      return rows.map(({ delivery, endpoint, posting, day }) => ({
        ...{ payout, paid, order, source, delivery, endpoint, posting, day },
      }));
    });
  await expect.poll(find, { timeout: 60_000 }).not.toEqual([]);
  const [found] = await find();
  if (!found) throw new Error('What was there a moment ago is gone');
  return found;
}

/** Journeys of people who are signed in already, once for all tests of a worker. */
export const test = base.extend<object, WorkerFixtures>({
  owner: [async ({ browser }, use) => use(await signIn(browser, 'owner')), { scope: 'worker' }],
  viewer: [async ({ browser }, use) => use(await signIn(browser, 'viewer')), { scope: 'worker' }],
  stranger: [
    async ({ browser }, use) => use(await signIn(browser, 'owner', await foundMerchant())),
    { scope: 'worker' },
  ],
  named: [async ({ browser, owner }, use) => use(await nameThings(browser, owner)), { scope: 'worker' }],
});

export const enterAs = (context: BrowserContext, { cookies }: SignedIn) => context.addCookies(cookies);

export { expect } from '@playwright/test';
