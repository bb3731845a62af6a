import type { Queryable } from '@/db/client';
import { checksumAddress } from '@/lib/chains/address';
import { knownChains, learnTokens, missedChains } from '@/lib/chains/registry';
import { log } from '@/lib/kernel/log';
import { learnAddedChains } from '@/lib/networks/learn';
import { selectAddedTokens } from './store';

/** How soon a process knows of a chain or token that another one listed, in milliseconds. */
const againMs = 2_000;

/** Lets this process know the chains and tokens that operators added and that are listed. */
export async function learnAddedTokens(db: Queryable): Promise<void> {
  await learnAddedChains(db);
  const rows = await selectAddedTokens(db);
  const listed = rows.filter(({ status }) => status === 'listed');
  const tokens = listed.map(({ token, ...rest }) => ({ ...rest, address: checksumAddress(token) }));
  learnTokens(tokens);
}

/** The same now, and again and again until the process ends. What cannot be read is read the next time. */
export async function keepLearning(db: Queryable): Promise<void> {
  setInterval(() => learnOrTell(db), againMs).unref();
  await learnOrTell(db);
}

function learnOrTell(db: Queryable): Promise<void> {
  return learnAddedTokens(db).catch((error: unknown) =>
    log.warn({ err: error }, 'added chains and tokens cannot be read now'),
  );
}

/** Looks after misses begin no more often than this, in milliseconds: anybody can name a chain that nobody knows. */
const missMs = 250;

/** By database: the last look that brought nothing, or that is under way. */
const looks = new WeakMap<Queryable, { at: number; done: Promise<void> }>();

/** Asks the database once what another process may know already. Misses at the same time share the answer. */
async function learnMissing(db: Queryable): Promise<void> {
  const at = performance.now();
  const last = looks.get(db);
  if (last && at - last.at < missMs) return last.done;
  const known = knownChains().length;
  const done = learnOrTell(db).then(() => {
    if (knownChains().length > known) looks.delete(db);
  });
  looks.set(db, { at, done });
  return done;
}

/**
 * Reads; where that fails and a chain was not known, learns the chains and reads once more. For what may run twice. `orElse` makes the error
 * of what may not, once the chain is known.
 */
export async function knowingChains<T>(
  db: Queryable,
  read: () => T | Promise<T>,
  orElse?: (error: unknown) => unknown,
): Promise<T> {
  const [missed, known] = [missedChains(), knownChains().length];
  try {
    return await read();
  } catch (error) {
    if (missedChains() === missed) throw error;
    await learnMissing(db);
    if (knownChains().length === known) throw error;
    if (orElse) throw orElse(error);
    return read();
  }
}
