import { eq } from 'drizzle-orm';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import * as endSession from '@/app/api/desk/sessions/[id]/route';
import { sessions } from '@/db/schema';
import { audit } from '@/lib/access/audit';
import { addPerson, type PersonOptions, type TestPerson } from '@/lib/access/testing/people';
import { TestBrowser } from '@/lib/http/testing/test-browser';
import { testPortal } from '@/lib/http/testing/test-portal';
import * as live from './route';

const portal = testPortal();
let merchantId = '';
let elsewhere = '';
const open: Response[] = [];

beforeAll(async () => {
  merchantId = (await portal.newMerchant()).merchantId;
  elsewhere = (await portal.newMerchant()).merchantId;
});
beforeEach(() => portal.sql`truncate rate_counts`);
afterEach(() => Promise.all(open.splice(0).map((answer) => answer.body?.cancel().catch(() => {}))));

const hire = (options: Partial<PersonOptions> = {}) => addPerson(portal.db, { merchantId, ...options });

async function listen(person: TestPerson): Promise<Response> {
  const answer = await (await TestBrowser.of(person)).send(live.GET);
  open.push(answer);
  return answer;
}

/** Everything that the line says until it ends or `word` is in it. */
async function hearUntil(answer: Response, word: string): Promise<string> {
  const reader = answer.body?.getReader();
  const decoder = new TextDecoder();
  let heard = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    heard += decoder.decode(part.value);
    if (heard.includes(word)) break;
  }
  reader?.releaseLock();
  return heard;
}

const tell = (merchant: string, subjectId: string) =>
  portal.db.transaction((tx) =>
    audit(
      tx,
      { kind: 'system', job: 'test' },
      { merchantId: merchant, subjectId, action: 'payout.created', now: new Date() },
    ),
  );

test('the answer is one that no proxy holds back, keeps or changes', async () => {
  const { status, headers } = await listen(await hire());
  expect(status).toBe(200);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
});

test('of what happens at another merchant, a line says nothing', async () => {
  const answer = await listen(await hire());
  await tell(elsewhere, 'po_theirs');
  await tell(merchantId, 'po_ours');
  const heard = await hearUntil(answer, 'po_ours');
  expect(heard).toContain('po_ours');
  expect(heard).not.toContain('po_theirs');
});

test('the line of a session that is ended from another one ends, and so does one of a person taken out', async () => {
  const person = await hire();
  const other = await hire();
  const ended = await listen(person);
  const stays = await listen(other);
  const own = await TestBrowser.of(person);
  await own.send(endSession.DELETE, { method: 'DELETE', params: { id: person.sessionId } });
  expect(await hearUntil(ended, 'event: over')).toContain('event: over');
  await portal.sql`delete from members where user_id = ${other.userId}`;
  expect(await hearUntil(stays, 'event: over')).toContain('event: over');
});

test('one person has twenty lines and no more, over all sessions; a closed one makes room, others are not concerned', async () => {
  const person = await hire();
  const second = { ...person, sessionId: `${person.sessionId}-2` };
  const [row] = await portal.db.select().from(sessions).where(eq(sessions.id, person.sessionId));
  await portal.db.insert(sessions).values({ ...Object(row), id: second.sessionId });
  for (let index = 0; index < 20; index++) {
    expect((await listen([person, second][index % 2] ?? person)).status).toBe(200);
  }
  const refused = [await listen(person), await listen(second)];
  for (const answer of refused) expect([answer.status, (await answer.json()).code]).toEqual([429, 'rate_limited']);
  expect((await listen(await hire())).status).toBe(200);
  await open[0]?.body?.cancel();
  expect((await listen(second)).status).toBe(200);
});
