/**
 * Does the same for several things in one transaction at once, so that their statements travel together. All of them have ended
 * before the first failure is thrown: none says a word after the rollback. All that they lock is locked before, in one order.
 */
export async function together<T, R>(things: readonly T[], work: (thing: T) => Promise<R>): Promise<R[]> {
  const outcomes = await Promise.allSettled(things.map(work));
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
}

/**
 * The same of different statements, said in their order: what they answer, once all of them have ended. A statement that is given
 * as it was built is said first by its `execute`, so that no other overtakes it.
 */
export async function allEnded<const T extends readonly unknown[]>(
  works: T,
): Promise<{ -readonly [Index in keyof T]: Awaited<T[Index]> }> {
  const begun = works.map((work) => Promise.resolve(work));
  await Promise.allSettled(begun);
  // The answers stand in the order of what was begun, which no type can follow through an array.
  return Object(await Promise.all(begun));
}

/** Writes several things at once; where that fails, each by itself, so that one that cannot be written holds up no other. */
export async function allOrEach<T>(
  things: readonly T[],
  write: (things: readonly T[]) => Promise<void>,
): Promise<void> {
  if (things.length === 0) return;
  try {
    await write(things);
  } catch (error) {
    if (things.length === 1) throw error;
    await eachAlone(things, write);
  }
}

async function eachAlone<T>(things: readonly T[], write: (things: readonly T[]) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const thing of things) await write([thing]).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
