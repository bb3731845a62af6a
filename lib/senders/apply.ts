import type { NoticeOutcome } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { keepSeen, lookUp } from '@/lib/claims/look';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import type { Inspection } from '@/lib/rails/rail';
import { findNamed } from './named-store';
import { claimNotices, type Notice, postponeNotice, settleNotice } from './notice-store';
import { readNotice } from './receive';

const batch = 20;
/** How long whoever took notices may be busy with them: longer than a node that never answers. */
const leaseSeconds = 60;
/** How long a hash may be unknown, or not yet tell what it pays, before we stop looking for it: the watcher goes on. */
const patienceSeconds = 600;

/** What a look came to, and of which payout; null when it has to be repeated. */
type Found = { outcome: NoticeOutcome; payoutId: string | null } | null;

/**
 * Looks at what others told us. A notice names a payout and perhaps a hash; what becomes of the payout is what the
 * chain shows of that hash, and nothing else in the notice counts. True when there may be more to do at once.
 */
export async function applyNotices(ctx: Context): Promise<boolean> {
  const now = ctx.clock.now();
  const taken = await claimNotices(ctx.db, { now, until: addSeconds(now, leaseSeconds), limit: batch });
  await Promise.all(taken.map((notice) => applyNotice(ctx, notice)));
  return taken.length === batch;
}

/** One notice that cannot be looked at now, for whatever reason, comes again later and holds no other back. */
async function applyNotice(ctx: Context, notice: Notice): Promise<void> {
  const found = await lookInto(ctx, notice).catch((error: unknown) => {
    const down = error instanceof Refusal && error.code === 'chain_unavailable';
    log[down ? 'warn' : 'error']({ notice: String(notice.id), err: error }, 'A notice could not be looked at');
    return null;
  });
  if (found) await settleNotice(ctx.db, notice, found, ctx.clock.now());
  else await postponeNotice(ctx.db, notice, nextLook(notice, ctx.clock.now()));
}

/** The older the notice, the longer the wait: between 5 seconds and 10 minutes. */
function nextLook({ receivedAt }: Notice, now: Date): Date {
  const age = (now.getTime() - receivedAt.getTime()) / 1000;
  return addSeconds(now, Math.min(600, Math.max(5, age / 2)));
}

async function lookInto(ctx: Context, notice: Notice): Promise<Found> {
  const said = readNotice(notice);
  const named = said && (await findNamed(ctx.db, notice.merchantId, said));
  if (!named) return { outcome: 'nothing_of_ours', payoutId: null };
  const { payout, vault } = named;
  const looked = { outcome: 'looked', payoutId: payout.id } as const;
  const { hash } = said;
  // Without a claim to look for there is only what the watcher sees by itself.
  if (!hash || payout.rail !== 'contract' || payout.status === 'completed') return looked;
  const seen = await lookUp(payout, vault, hash);
  if (isOurs(seen)) {
    await ctx.db.transaction((tx) => keepSeen(tx, ctx, payout, hash, seen));
    return { outcome: 'followed', payoutId: payout.id };
  }
  const undecided = seen.state === 'missing' || seen.state === 'waiting';
  return undecided && addSeconds(notice.receivedAt, patienceSeconds) > ctx.clock.now() ? null : looked;
}

/** Unlike a claimant's own report, a notice is kept only when the chain shows that it is about this payout. */
function isOurs(seen: Inspection): boolean {
  return seen.state === 'paid' || ('ours' in seen && seen.ours);
}
