import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { members, sessions } from '@/db/schema';
import { roles } from '@/db/vocabulary';
import { addPerson, type PersonOptions, type TestPerson } from '@/lib/access/testing/people';
import { TestBrowser } from '@/lib/http/testing/test-browser';
import { type TestMerchant, testPortal } from '@/lib/http/testing/test-portal';
import { addSeconds } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { attempt, type DeskOperation, expectationOf, operations } from './testing/operations';
import { ownEverything, type Things } from './testing/own-everything';

/** Who may ask what of the desk, cell by cell, and that what was taken away is gone with the next request. */
const portal = testPortal();
let home: TestMerchant;
let theirs: Things;
let mine: Things;

beforeAll(async () => {
  const elsewhere = await portal.newMerchant();
  home = await portal.newMerchant();
  const { merchantId } = home;
  theirs = await ownEverything(portal.db, elsewhere, await addPerson(portal.db, elsewhere), 'theirs');
  mine = await ownEverything(portal.db, home, await addPerson(portal.db, { merchantId }), 'mine');
});
beforeEach(() => portal.sql`truncate rate_counts`);

const hire = (options: Omit<PersonOptions, 'merchantId'> = {}) =>
  addPerson(portal.db, { merchantId: home.merchantId, ...options });

/** The first of what another tenant's owner would try: it is well formed, and does no harm at home. */
async function ask(person: TestPerson, one: DeskOperation) {
  const [first] = expectationOf(one.name).attempts(theirs, mine);
  const { status, code } = await attempt(await TestBrowser.of(person), one, first);
  return { answer: [status, code].slice(0, first.answer.length), expected: first.answer, status, code };
}

describe.each(roles)('as %s', (role) => {
  const isAllowed = ({ name }: DeskOperation) => expectationOf(name).may.includes(role.charAt(0));

  test.each(operations.filter(isAllowed))('$name does what it does', async (one) => {
    const { answer, expected } = await ask(await hire({ role }), one);
    expect(answer).toEqual(expected);
  });

  test.each(operations.filter((one) => !isAllowed(one)))('$name is refused', async (one) => {
    const { status, code } = await ask(await hire({ role }), one);
    expect([status, code]).toEqual([403, 'forbidden']);
  });
});

describe('without a fresh proof of who is there', () => {
  const isFresh = ({ name }: DeskOperation) => expectationOf(name).fresh === true;

  test.each(operations.filter(isFresh))('$name asks for one', async (one) => {
    const { status, code } = await ask(await hire({ steppedUp: false }), one);
    expect([status, code]).toEqual([403, 'step_up_required']);
  });

  test.each(operations.filter(isFresh))('$name takes none that is eleven minutes old', async (one) => {
    const person = await hire();
    const steppedUpAt = addSeconds(new Date(), -11 * 60);
    await portal.db.update(sessions).set({ steppedUpAt }).where(eq(sessions.id, person.sessionId));
    const { status, code } = await ask(person, one);
    expect([status, code]).toEqual([403, 'step_up_required']);
  });

  test.each(operations.filter((one) => !isFresh(one)))('$name needs none', async (one) => {
    const { answer, expected } = await ask(await hire({ steppedUp: false }), one);
    expect(answer).toEqual(expected);
  });
});

describe('at once, nothing is left', () => {
  const past = (seconds: number) => addSeconds(new Date(), -seconds);
  const change = async ({ sessionId }: TestPerson, set: Partial<typeof sessions.$inferInsert>) => {
    await portal.db.update(sessions).set(set).where(eq(sessions.id, sessionId));
  };
  const ways: Record<string, (person: TestPerson) => Promise<void>> = {
    'of a session that was ended': (person) => change(person, { endedAt: past(0) }),
    'of a session that was idle for too long': (person) =>
      change(person, { lastSeenAt: past(env.SESSION_IDLE_MINUTES * 60 + 1) }),
    'of a session that is over however busy': (person) => change(person, { expiresAt: past(1) }),
    'to a member who was removed': async ({ userId }) => {
      await portal.db.delete(members).where(eq(members.userId, userId));
    },
  };

  describe.each(Object.entries(ways))('%s', (_name, takeAway) => {
    test.each(operations)('$name', async (one) => {
      const person = await hire();
      await takeAway(person);
      const { status, code } = await ask(person, one);
      expect([status, code]).toEqual([401, 'signed_out']);
    });
  });

  test('of an owner’s rights when the role changes', async () => {
    const person = await hire();
    await portal.db.update(members).set({ role: 'viewer' }).where(eq(members.userId, person.userId));
    const owners = operations.filter(({ name }) => expectationOf(name).may === 'o');
    for (const one of owners) {
      const { status, code } = await ask(person, one);
      expect([one.name, status, code]).toEqual([one.name, 403, 'forbidden']);
    }
  });
});
