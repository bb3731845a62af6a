import type { Context } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { log } from '@/lib/kernel/log';
import { download } from '@/lib/outgoing/download';
import { operatorRules } from '@/lib/outgoing/target-url';
import { listScanner } from './scan-list';
import { findList, replaceAddresses, saveList } from './store';

const maxBytes = 400_000_000;
const timeoutMs = 600_000;
const everySeconds = { read: 86_400, failed: 3_600 } as const;

/** Reads the list where a day has passed since the last time, or an hour since it failed. */
export async function readDueList(ctx: Context, url: string): Promise<void> {
  const now = ctx.clock.now();
  const known = await findList(ctx.db, 'ofac');
  const wait = known?.trouble ? everySeconds.failed : everySeconds.read;
  if (!known || addSeconds(known.triedAt, wait) <= now) await readList(ctx, url);
}

/**
 * Reads the list from an address that the operator named; it alone may be private or speak plain http. What did not come whole,
 * or holds no address, changes nothing: the former list stays. Never throws for what is there.
 */
export async function readList(ctx: Context, url: string): Promise<void> {
  const scanner = listScanner();
  const { hostname, port, protocol } = new URL(url);
  const own = `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
  const rules = { ...operatorRules, allowedPrivateHosts: [own] };
  const { error } = await download(url, { rules, timeoutMs, maxBytes, onChunk: (chunk) => scanner.take(chunk) });
  const { addresses, listDate, sha256, isWhole } = scanner.end();
  const trouble = error ?? troubleOf({ isWhole, count: addresses.length, listDate });
  if (trouble) log.error({ trouble }, 'the list of sanctioned addresses cannot be read; the former one stays');
  const triedAt = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const known = await findList(tx, 'ofac');
    const former = known ?? { list: 'ofac' as const, listDate: null, sha256: null, addresses: 0, readAt: null };
    const read = { listDate, sha256, addresses: addresses.length, readAt: triedAt };
    await saveList(tx, { ...former, ...(trouble ? {} : read), triedAt, trouble });
    if (!trouble) await replaceAddresses(tx, 'ofac', addresses);
  });
}

function troubleOf(found: { isWhole: boolean; count: number; listDate: string | null }): string | null {
  if (!found.isWhole) return 'It does not end as the list does.';
  if (found.listDate === null) return 'It does not say of which day it is.';
  return found.count > 0 ? null : 'It holds no address.';
}
