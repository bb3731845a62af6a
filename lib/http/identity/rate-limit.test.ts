import { expect, test } from 'vitest';
import { z } from 'zod';
import * as views from '@/app/api/desk/views/route';
import { rateCounts } from '@/db/schema';
import { addPerson } from '@/lib/access/testing/people';
import { peerHeader } from '@/lib/http/base/address';
import { pageContext } from '@/lib/http/pages/page-context';
import { forgetRequests } from '@/lib/http/pipeline/forget-requests';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { TestBrowser } from '@/lib/http/testing/test-browser';
import { call, testPortal } from '@/lib/http/testing/test-portal';
import { countRequest } from './rate-limit';

const portal = testPortal();

const descriptor = {
  id: 'ping',
  summary: 'Ping',
  tag: 'Portal',
  returns: z.object({ ok: z.boolean() }),
  refuses: [],
} as const;
const keyed = resource('/ping', {
  GET: route({ ...descriptor, permission: { scope: 'payouts:read' } }, async () => ({ ok: true })),
});
const open = resource('/open', { GET: route({ ...descriptor, permission: 'claimant' }, async () => ({ ok: true })) });

async function untilRefused(run: () => Promise<Response>, most: number): Promise<Response> {
  for (let sent = 0; sent < most; sent++) {
    const answer = await run();
    if (answer.status === 429) return answer;
  }
  throw new Error('Never refused');
}

test('a key is told what it may, what is left and, when that is used up, when to come back', async () => {
  const { apiKey } = await portal.newMerchant({ requestsPerMinute: 3 });
  const first = await call(keyed.GET, { apiKey });
  expect(first.headers.get('ratelimit-policy')).toBe('"key";q=3;w=60');
  expect(first.headers.get('ratelimit')).toMatch(/^"key";r=2;t=\d{1,2}$/);
  // A minute may turn in the middle, so up to twice the limit can pass.
  const refused = await untilRefused(() => call(keyed.GET, { apiKey }), 7);
  expect((await refused.json()).code).toBe('rate_limited');
  expect(refused.headers.get('ratelimit')).toMatch(/^"key";r=0;t=\d{1,2}$/);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('one key using up its share leaves another one alone', async () => {
  const busy = await portal.newMerchant({ requestsPerMinute: 1 });
  const quiet = await portal.newMerchant({ requestsPerMinute: 1 });
  await untilRefused(() => call(keyed.GET, { apiKey: busy.apiKey }), 4);
  expect((await call(keyed.GET, { apiKey: quiet.apiKey })).status).toBe(200);
});

test('what a person does is counted apart from what their open pages look at', async () => {
  const { merchantId } = await portal.newMerchant();
  const person = await addPerson(portal.db, { merchantId });
  const browser = await TestBrowser.of(person);
  const minute = new Date(Math.floor(Date.now() / 60_000) * 60_000);
  // As if the minute were the next one, so that it does not turn in the middle.
  const windowStart = new Date(minute.getTime() + 60_000);
  await portal.db.insert(rateCounts).values({ key: `session:${person.sessionId}`, windowStart, count: 600 });
  expect((await browser.send(views.GET)).status).toBe(429);
  expect((await browser.send(views.POST, { method: 'POST', body: { name: 'Mine', query: '' } })).status).toBe(201);
});

test('callers without a key are counted by address, and so is guessing keys', async () => {
  const headers = { [peerHeader]: '203.0.113.7' };
  const answer = await call(open.GET, { headers });
  expect(answer.headers.get('ratelimit-policy')).toBe('"address";q=120;w=60');
  await untilRefused(() => call(keyed.GET, { headers, apiKey: 'db_live_guess' }), 300);
  const other = await call(open.GET, { headers: { [peerHeader]: '203.0.113.8' } });
  expect(other.status).toBe(200);
});

test('an address that a caller claims to have does not count', async () => {
  const headers = { [peerHeader]: '203.0.113.9', 'x-forwarded-for': '198.51.100.1' };
  const before = await call(open.GET, { headers });
  const after = await call(open.GET, { headers: { ...headers, 'x-forwarded-for': '198.51.100.2' } });
  const left = (answer: Response) => answer.headers.get('ratelimit')?.split(';')[1];
  expect([left(before), left(after)]).toEqual(['r=119', 'r=118']);
});

test('counts are kept no longer than they count, so that no number of callers fills the table', async () => {
  await portal.sql`truncate rate_counts`;
  const quota = (subject: string) => ({ policy: 'address', subject, limit: 5 }) as const;
  const now = Date.now();
  for (const [index, ago] of [600, 180, 0].entries()) {
    await countRequest(portal.db, quota(`203.0.113.${index}`), new Date(now - ago * 1000));
  }
  await forgetRequests.run(pageContext());
  expect(await portal.sql`select key from rate_counts`).toEqual([{ key: 'address:203.0.113.2' }]);
});

test('a count starts again with each minute, and a clock that is behind does not turn it back', async () => {
  const quota = { policy: 'key', subject: 'key_clock', limit: 5 } as const;
  const at = (second: number) => countRequest(portal.db, quota, new Date(Date.UTC(2026, 0, 1, 0, 0, second)));
  expect((await at(10)).count).toBe(1);
  expect(await at(59)).toMatchObject({ count: 2, resetSeconds: 1 });
  expect((await at(60)).count).toBe(1);
  expect((await at(59)).count).toBe(2);
});
