import { sql } from 'drizzle-orm';
import type { Database, Tx } from './client';

/**
 * The same database to a verb that is only to be tried: its transactions run whole, with what is checked at their end,
 * answer, and are rolled back. What a verb does outside a transaction is not undone.
 */
export function undoing(db: Database): Database {
  async function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const answers: T[] = [];
    const undo = new Error('Only tried');
    const ended = db.transaction(async (tx) => {
      answers.push(await work(tx));
      await tx.execute(sql`set constraints all immediate`);
      throw undo;
    });
    await ended.catch((error: unknown) => {
      if (error !== undo) throw error;
    });
    const [answer] = answers;
    if (answers.length === 0 || answer === undefined) throw new Error('What is tried has an answer');
    return answer;
  }
  return Object.create(db, { transaction: { value: transaction } });
}
