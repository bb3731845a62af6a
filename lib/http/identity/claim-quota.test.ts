import { randomInt } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import * as claim from '@/app/api/v1/claims/[token]/route';
import * as transfers from '@/app/api/v1/claims/[token]/transfers/route';
import * as payouts from '@/app/api/v1/payouts/route';
import { peerHeader } from '@/lib/http/base/address';
import { call, testPortal } from '@/lib/http/testing/test-portal';
import { env } from '@/lib/kernel/env';
import { newToken } from '@/lib/kernel/secrets';
import { claimsOfLinkPerMinute, claimsPerMinute, looksPerMinute } from './claim-quota';

const portal = testPortal();
let apiKey = '';
beforeAll(async () => {
  apiKey = (await portal.newMerchant()).apiKey;
});
beforeEach(() => portal.sql`truncate rate_counts`);

const office = { [peerHeader]: '203.0.113.9' };
/** A network that nobody else is in. */
const elsewhere = () => ({ [peerHeader]: `198.51.${randomInt(256)}.${randomInt(256)}` });

async function newLink(): Promise<string> {
  const body = { amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' }, reference: newToken() };
  const { claim_url } = await (await call(payouts.POST, { method: 'POST', apiKey, body })).json();
  return claim_url.split('/p/')[1];
}

const look = async (token: string, headers: Record<string, string>) =>
  (await call(claim.GET, { params: { token }, headers })).status;
// What is no address is refused after it was counted.
const press = async (token: string, headers: Record<string, string>) =>
  (await call(claim.POST, { method: 'POST', params: { token }, body: { address: 'x' }, headers })).status;

/** A minute may turn in the middle, so up to twice as many can pass. */
async function untilRefused(most: number, run: () => Promise<number>): Promise<number> {
  for (let sent = 0; sent <= 2 * most; sent++) if ((await run()) === 429) return sent;
  throw new Error('Never refused');
}

test('guesses from an address use up nothing of those there who have a link', async () => {
  const token = await newLink();
  await untilRefused(env.RATE_LIMIT_ADDRESS_PER_MINUTE, () => look(newToken(), office));
  expect(await press(newToken(), office)).toBe(429);
  expect([await look(token, office), await press(token, office)]).toEqual([200, 422]);
});

test('twenty open pages behind one address keep nobody there from looking or claiming', async () => {
  const [busy, token] = [await newLink(), await newLink()];
  await untilRefused(looksPerMinute, () => look(busy, office));
  expect([await look(token, office), await press(token, office)]).toEqual([200, 422]);
  expect(await press(busy, office)).toBe(422);
});

test('claiming is bounded by link and address, and telling of transfers with it; looking goes on', async () => {
  const [token, other] = [await newLink(), await newLink()];
  const sent = await untilRefused(claimsPerMinute, () => press(token, office));
  expect(sent).toBeGreaterThanOrEqual(claimsPerMinute);
  const told = { method: 'POST', params: { token }, body: { hash: `0x${'ab'.repeat(32)}` }, headers: office };
  expect((await call(transfers.POST, told)).status).toBe(429);
  expect([await look(token, office), await press(other, office), await press(token, elsewhere())]).toEqual([
    200, 422, 422,
  ]);
});

test('one link takes so many claims a minute, from however many networks', async () => {
  const token = await newLink();
  await untilRefused(claimsOfLinkPerMinute, () => press(token, elsewhere()));
  expect(await look(token, office)).toBe(200);
});

test('repeated requests from one network use up nothing of what others may do with the link', async () => {
  const token = await newLink();
  for (let sent = 0; sent <= 2 * claimsOfLinkPerMinute; sent++) await press(token, office);
  expect(await press(token, elsewhere())).toBe(422);
});

test('of the link only a digest is counted', async () => {
  const token = await newLink();
  await press(token, office);
  await look(token, office);
  const rows = await portal.sql`select key from rate_counts where key like 'link:%'`;
  expect(rows).toHaveLength(3);
  expect(JSON.stringify(rows)).not.toContain(token);
});
