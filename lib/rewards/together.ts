import type { Database } from '@/db/client';
import { despiteDeadlock } from '@/db/despite-deadlock';
import { together } from '@/lib/kernel/together';
import { bookCoins } from './core/books';
import { type Arrival, insertRewards, WrittenMeanwhile } from './core/locked-store';
import { type RewardSource, selectRewardSourcesAt } from './source-store';

/** So many in one transaction, and so many transactions of a process at the same time. */
const maxTogether = 64;
const lanes = 3;

type Line = {
  book: (arrival: Arrival) => Promise<boolean>;
  find: (id: string) => Promise<RewardSource | null>;
};

/** By pool, so that what waits for one is never read or written through another. */
const lines = new WeakMap<Database, Line>();

function lineOf(db: Database): Line {
  const line = lines.get(db) ?? {
    book: together((many: readonly Arrival[]) => bookMany(db, many), { lanes, take: takeAlike }),
    find: together((ids: readonly string[]) => findMany(db, ids), { lanes: 1, take: (ids) => ids }),
  };
  lines.set(db, line);
  return line;
}

/** The source at an address, read after this was asked, together with those that others ask for. */
export function sourceTogether(db: Database, id: string): Promise<RewardSource | null> {
  return lineOf(db).find(id);
}

async function findMany(db: Database, ids: readonly string[]): Promise<PromiseSettledResult<RewardSource | null>[]> {
  const found = new Map((await selectRewardSourcesAt(db, ids)).map((source) => [source.id, source]));
  return ids.map((id) => ({ status: 'fulfilled', value: found.get(id) ?? null }));
}

/**
 * Books a reward together with others that this process has in hand, and answers once that is committed: true where it is new,
 * false where its id was told before. One that cannot be booked fails alone.
 */
export function bookTogether(db: Database, arrival: Arrival): Promise<boolean> {
  return lineOf(db).book(arrival);
}

/** Of one source and day, and no purse or id twice: each counts against what its user had before it. */
function takeAlike(waiting: readonly Arrival[]): Arrival[] {
  const [first] = waiting;
  const seen = new Set<string>();
  const taken: Arrival[] = [];
  for (const arrival of waiting) {
    const { reward, day, maxEarned } = arrival;
    const isAlike = reward.sourceId === first?.reward.sourceId && day === first.day && maxEarned === first.maxEarned;
    const names = [`id ${reward.transUuid}`, `purse ${reward.userUuid} ${reward.currency}`];
    if (!isAlike || names.some((name) => seen.has(name))) continue;
    for (const name of names) seen.add(name);
    taken.push(arrival);
    if (taken.length === maxTogether) break;
  }
  return taken;
}

async function bookMany(db: Database, many: readonly Arrival[]): Promise<PromiseSettledResult<boolean>[]> {
  try {
    const booked = await book(db, many);
    return many.map(({ reward: { id } }) => ({ status: 'fulfilled', value: booked.has(id) }));
  } catch (reason) {
    const isTold = reason instanceof WrittenMeanwhile;
    if (many.length === 1) return [isTold ? { status: 'fulfilled', value: false } : { status: 'rejected', reason }];
  }
  const results: PromiseSettledResult<boolean>[] = [];
  for (const one of many) results.push(...(await bookMany(db, [one])));
  return results;
}

/** The rewards, their coins and postings in one transaction, or none of them; answers the ids of those that are new. */
function book(db: Database, many: readonly Arrival[]): Promise<Set<string>> {
  return despiteDeadlock(() =>
    db.transaction(async (tx) => {
      const made = await insertRewards(tx, many);
      const rewards = many.flatMap(({ reward }) => {
        const status = made.get(reward.id);
        return status ? [{ ...reward, status }] : [];
      });
      await bookCoins(tx, rewards);
      return new Set(made.keys());
    }),
  );
}
