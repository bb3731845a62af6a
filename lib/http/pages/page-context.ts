import type { Context } from '@/lib/access/actor';
import { processDatabase } from '@/lib/access/process-context';
import { systemClock } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';

/** What a page acts through: its reader holds a claim link and nothing more. */
export function pageContext(): Context {
  return { db: processDatabase(), clock: systemClock, actor: { kind: 'claimant' }, requestId: newId('request') };
}
