import type { Context } from '@/lib/access/actor';
import { processDatabase } from '@/lib/access/process-context';
import { systemClock } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { knowingChains } from '@/lib/tokens/learn';

/** What a page acts through: its reader holds a claim link and nothing more. */
export function pageContext(): Context {
  return { db: processDatabase(), clock: systemClock, actor: { kind: 'claimant' }, requestId: newId('request') };
}

/** What such a page shows, read once more where another process of the portal learned of its chain first. */
export function readPage<T>(read: (ctx: Context) => Promise<T>): Promise<T> {
  const ctx = pageContext();
  return knowingChains(ctx.db, () => read(ctx));
}
