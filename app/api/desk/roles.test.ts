import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { members, sessions } from '@/db/schema';
import { type Role, roles } from '@/db/vocabulary/people';
import { permissionsOf } from '@/lib/access/permissions';
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

const isFresh = ({ name }: DeskOperation) => expectationOf(name).fresh === true;
const mayOf = ({ name }: DeskOperation) => roles.filter((role) => expectationOf(name).may.includes(role.charAt(0)));
const mayNotOf = (one: DeskOperation) => roles.filter((role) => !mayOf(one).includes(role));
/** One of several, another one for each index, so that all have their turn. */
const turnOf = <T>(all: readonly T[], index: number): T[] => all.slice(index % all.length || 0).slice(0, 1);
const cellsOf = (rolesOf: (one: DeskOperation, index: number) => Role[]) =>
  operations.flatMap((one, index) => rolesOf(one, index).map((role) => ({ ...one, role })));

/** What the routes say of themselves, and so the documentation, against the table that was written down by hand. */
test.each(operations)('$name says who may, as it was written down', (one) => {
  const { permission } = one;
  const may = roles.filter((role) => permission === 'any' || permissionsOf[role].some((word) => word === permission));
  expect(may).toEqual(mayOf(one));
});

describe('by role', () => {
  // A person who need not confirm their identity has not, so an operation that asks for it in vain fails here.
  test.each(cellsOf((one, index) => turnOf(mayOf(one), index)))('$name does what it does for $role', async (one) => {
    const { answer, expected } = await ask(await hire({ role: one.role, steppedUp: isFresh(one) }), one);
    expect(answer).toEqual(expected);
  });

  test.each(cellsOf((one, index) => turnOf(mayNotOf(one), index)))('$name refuses $role', async (one) => {
    const { status, code } = await ask(await hire({ role: one.role }), one);
    expect([status, code]).toEqual([403, 'forbidden']);
  });

  const firstOfEach = [...Map.groupBy(operations, ({ permission }) => permission).values()].flatMap(
    ([one]) => one ?? [],
  );
  const cells = firstOfEach.flatMap((one) => roles.map((role) => ({ ...one, role, may: mayOf(one).includes(role) })));
  test.each(cells)('$permission, such as $name, and $role: $may', async (one) => {
    const { status } = await ask(await hire({ role: one.role }), one);
    expect(status !== 403).toBe(one.may);
  });
});

describe('without a fresh proof of who is there', () => {
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
  const all = Object.entries(ways).map(([way, takeAway]) => ({ way, takeAway }));

  test.each(operations.flatMap((one, index) => turnOf(all, index).map((way) => ({ ...one, ...way }))))(
    '$way by $name',
    async ({ takeAway, ...one }) => {
      const person = await hire();
      await takeAway(person);
      const { status, code } = await ask(person, one);
      expect([status, code]).toEqual([401, 'signed_out']);
    },
  );

  test.each(operations)('to a caller without a session by $name', async (one) => {
    const [first] = expectationOf(one.name).attempts(theirs, mine);
    const { status, code } = await attempt(new TestBrowser(), one, first);
    expect([status, code]).toEqual([401, 'signed_out']);
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
