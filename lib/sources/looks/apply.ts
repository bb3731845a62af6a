import type { MessageOutcome } from '@/db/vocabulary/webhooks';
import type { Context } from '@/lib/access/actor';
import { lookAtSubmission } from '@/lib/gateways/submissions/follow';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { inspectHash, noteSeenHash } from '@/lib/payouts/vouchers/inspect-hash';
import type { Inspection } from '@/lib/rails/rail';
import { isByPortal, isClaimed } from '@/lib/rails/traits';
import { closeMessage, leaseMessages, postponeMessage, type StoredMessage } from '@/lib/sources/message-store';
import { readMessage } from '@/lib/sources/receive';
import { findNamed } from './named-store';

const batch = 20;
/** How long a worker may be busy with the messages that it leased: longer than a node that never answers. */
const leaseSeconds = 60;
/** How long a hash may be unknown, or not yet tell what it pays, before we stop looking for it: the watcher goes on. */
const maxWaitSeconds = 600;

/** What a look came to, and of which payout; null when it has to be repeated. */
type MessageFinding = { outcome: MessageOutcome; payoutId: string | null } | null;

/**
 * Looks at what others told us. A message names a payout and perhaps a hash; what becomes of the payout is what the
 * chain shows of that hash, and nothing else in the message counts. True when there may be more to do at once.
 */
export async function applyMessages(ctx: Context): Promise<boolean> {
  const now = ctx.clock.now();
  const taken = await leaseMessages(ctx.db, { now, until: addSeconds(now, leaseSeconds), limit: batch });
  await Promise.all(taken.map((message) => applyMessage(ctx, message)));
  return taken.length === batch;
}

/** One message that cannot be looked at now, for any reason, comes again later and holds no other back. */
async function applyMessage(ctx: Context, message: StoredMessage): Promise<void> {
  const found = await lookInto(ctx, message).catch((error: unknown) => {
    const down = error instanceof Refusal && error.code === 'chain_unavailable';
    log[down ? 'warn' : 'error']({ message: String(message.id), err: error }, 'A message could not be looked at');
    return null;
  });
  if (found) await closeMessage(ctx.db, message, found, ctx.clock.now());
  else await postponeMessage(ctx.db, message, nextLook(message, ctx.clock.now()));
}

/** The older the message, the longer the wait: between 5 seconds and 10 minutes. */
function nextLook({ receivedAt }: StoredMessage, now: Date): Date {
  const age = (now.getTime() - receivedAt.getTime()) / 1000;
  return addSeconds(now, Math.min(600, Math.max(5, age / 2)));
}

async function lookInto(ctx: Context, message: StoredMessage): Promise<MessageFinding> {
  const said = readMessage(message);
  const named = said && (await findNamed(ctx.db, message.merchantId, said));
  if (!named) return { outcome: 'nothing_of_ours', payoutId: null };
  const { payout, vault } = named;
  const looked = { outcome: 'looked', payoutId: payout.id } as const;
  const { hash } = said;
  if (said.submission && isByPortal(payout.rail)) await lookAtSubmission(ctx, message.merchantId, said.submission);
  // Without a claim to look for there is only what the watcher sees by itself.
  if (!hash || !isClaimed(payout.rail) || payout.status === 'completed') return looked;
  const seen = await inspectHash(payout, vault, hash);
  if (isOurs(seen)) {
    await ctx.db.transaction((tx) => noteSeenHash(tx, ctx, payout, hash, seen));
    return { outcome: 'followed', payoutId: payout.id };
  }
  const undecided = seen.state === 'missing' || seen.state === 'waiting';
  return undecided && addSeconds(message.receivedAt, maxWaitSeconds) > ctx.clock.now() ? null : looked;
}

/** Unlike a claimant's own report, a message is kept only when the chain shows that it is about this payout. */
function isOurs(seen: Inspection): boolean {
  return seen.state === 'paid' || ('ours' in seen && seen.ours);
}
