/** What PostgreSQL says to the transaction that it ended, so that another one could go on. */
const deadlock = '40P01';
const maxRuns = 5;

function isDeadlock(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return Reflect.get(error, 'code') === deadlock || isDeadlock(error.cause);
}

/**
 * For transactions that lock many deliveries: workers lock many, too, in the order in which answers came in, and the two
 * may meet crosswise. Nothing of the one that was ended is kept, so it is run again.
 */
export async function despiteDeadlock<T>(work: () => Promise<T>): Promise<T> {
  for (let run = 1; ; run++) {
    try {
      return await work();
    } catch (error) {
      if (run === maxRuns || !isDeadlock(error)) throw error;
    }
  }
}
