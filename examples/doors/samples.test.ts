import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as callback from '@/app/api/hooks/adjoe/[source]/route';
import * as createPayout from '@/app/api/v1/createpayout/route';
import * as payments from '@/app/api/v1/pay/summary/route';
import * as rewardsOf from '@/app/api/v1/rewards/users/[id]/route';
import { type DemoDoors, seedDemoDoors } from '@/demo/doors';
import { servedRoutes } from '@/lib/http/testing/serve-routes';
import { type TestMerchant, testPortal } from '@/lib/http/testing/test-portal';
import { env } from '@/lib/kernel/env';

/** The commands that the page of each door shows, pasted as they are into the folder of a demo. */
const portal = testPortal();
const served = servedRoutes([createPayout, payments, callback, rewardsOf]);
const home = mkdtempSync(path.join(tmpdir(), 'drawbridge-doors-'));
const run = promisify(execFile);
let merchant: TestMerchant;

beforeAll(async () => {
  merchant = await portal.newMerchant();
  const doors = await seedDemoDoors(portal, merchant);
  const facts = { baseUrl: env.BASE_URL, apiKey: merchant.apiKey, doors };
  mkdirSync(path.join(home, '.data'));
  writeFileSync(path.join(home, '.data', 'demo.json'), JSON.stringify(facts));
  // The portal's own address, as it is signed over, leads to where it is served here.
  const { host } = new URL(env.BASE_URL);
  writeFileSync(path.join(home, '.curlrc'), `connect-to = "${host}:${new URL(served.url).host}"\n`);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** What stands under *Try it*. */
function sampleOf(page: string): string {
  const text = readFileSync(path.join('docs', page), 'utf8');
  return /^## Try it\n.*?^```sh\n(.*?)^```/ms.exec(text)?.[1] ?? expect.unreachable(`${page} shows no sample`);
}

async function paste(page: string): Promise<string> {
  const settings = { PATH: process.env.PATH, HOME: home, NODE_ENV: 'test' as const };
  const { stdout } = await run('sh', ['-euc', sampleOf(page)], { cwd: home, env: settings });
  return stdout;
}

test.each([
  ['dex3.md', /^\{"state":true,"data":\{"payout_id":"dex3\w{26}","link":"http:\/\/localhost:3000\/p\/[\w-]{43}"\}\}$/],
  ['coindirect.md', /"status":"PENDING".*"amount":25,.*"redirectUrl":"http:\/\/localhost:3000\/p\/[\w-]{43}"/],
  ['rewards.md', /^\{"received":true,"duplicate":false\}\{.*1500/],
])('the sample of %s works when it is pasted', async (page, answer) => {
  expect(await paste(page)).toMatch(answer);
});

test('a demo that is started again keeps its keys, and makes another where one was revoked', async () => {
  const first: DemoDoors = await seedDemoDoors(portal, merchant);
  expect(await seedDemoDoors(portal, merchant)).toEqual(first);
  await portal.sql`update api_keys set revoked_at = now() where prefix = ${first.dex3.public}`;
  const { dex3, ...others } = await seedDemoDoors(portal, merchant);
  expect(dex3.public).not.toBe(first.dex3.public);
  expect({ ...first, dex3, ...others }).toEqual({ ...first, dex3 });
});
