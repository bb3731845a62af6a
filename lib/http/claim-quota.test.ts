import { randomInt } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import * as claim from '@/app/api/v1/claims/[token]/route';
import { newToken } from '@/lib/kernel/secrets';
import { peerHeader } from './address';
import { claimsPerMinute } from './answer-operation';
import { call, testPortal } from './testing/test-portal';

const portal = testPortal();
beforeEach(() => portal.sql`truncate rate_counts`);

/** Each from a network of its own. */
const from = () => ({ [peerHeader]: `198.51.${randomInt(256)}.${randomInt(256)}` });
const body = { address: '0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65' };
const post = (token: string) => call(claim.POST, { method: 'POST', params: { token }, body, headers: from() });

test('one link takes so many claims a minute, from however many networks; looking at it goes on, and so do others', async () => {
  const [token, other] = [newToken(), newToken()];
  const statuses: number[] = [];
  // A minute may turn in the middle, so up to twice as many can pass.
  for (let tries = 0; tries < 2 * claimsPerMinute + 1; tries++) statuses.push((await post(token)).status);
  expect(new Set(statuses)).toEqual(new Set([404, 429]));
  expect(statuses.indexOf(429)).toBeGreaterThanOrEqual(claimsPerMinute);
  expect((await post(other)).status).toBe(404);
  expect((await call(claim.GET, { params: { token }, headers: from() })).status).toBe(404);
});

test('of the link only a digest is counted', async () => {
  const token = newToken();
  await post(token);
  const rows = await portal.sql`select key from rate_counts`;
  expect(JSON.stringify(rows)).not.toContain(token);
});
