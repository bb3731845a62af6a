import type { Queryable } from '@/db/client';
import { checksumAddress } from '@/lib/chains/address';
import { learnTokens } from '@/lib/chains/registry';
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
  const learn = () =>
    learnAddedTokens(db).catch((error: unknown) =>
      log.warn({ err: error }, 'added chains and tokens cannot be read now'),
    );
  setInterval(learn, againMs).unref();
  await learn();
}
