import type { Database } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { chainOf } from '@/lib/chains/registry';
import { env } from '@/lib/kernel/env';
import { log } from '@/lib/kernel/log';
import { queueMail } from '@/lib/mail/outbox';

/** What is over within this time was a short failure, such as a deadlock; milliseconds. */
const tellAfterMs = 60_000;
/** Of one chain, however many are held; milliseconds. */
const mailEachMs = 3_600_000;

/** Transfers that could not be settled by the last step along a chain, each with when it first could not. */
type Known = { since: Map<string, number>; mailedAt: number | null };
const knownBy = new WeakMap<Database, Map<ChainKey, Known>>();

/** A transfer, by its id. */
export type Held = { id: string; payoutId: string; error: unknown };

/**
 * Tells the operator of payments that are final and cannot be settled here, once it lasts. They are tried again with each step,
 * and hold up no other.
 */
export async function tellHeld(ctx: Context, chain: ChainKey, held: readonly Held[]): Promise<void> {
  const chains = knownBy.get(ctx.db) ?? new Map<ChainKey, Known>();
  knownBy.set(ctx.db, chains);
  const before = chains.get(chain);
  const now = ctx.clock.now();
  const at = now.getTime();
  for (const { id, payoutId, error } of held)
    log.error({ chain, transfer: id, payout: payoutId, err: error }, 'a final payment cannot be settled here');
  const since = new Map(held.map(({ id }) => [id, before?.since.get(id) ?? at]));
  const lasting = held.filter(({ id }) => at - (since.get(id) ?? at) >= tellAfterMs);
  const mailedAt = before?.mailedAt ?? null;
  const isDue = lasting.length > 0 && (mailedAt === null || at - mailedAt >= mailEachMs);
  chains.set(chain, { since, mailedAt: isDue ? at : mailedAt });
  const to = env.OPERATOR_EMAIL;
  if (!isDue || !to) return;
  await ctx.db.transaction((tx) => queueMail(tx, { merchantId: null, to, ...mailOf(chain, lasting), now }));
}

const shownMost = 20;

function mailOf(chain: ChainKey, lasting: readonly Held[]) {
  const { name } = chainOf(chain);
  const text = [
    `Payments on ${name} that are final cannot be settled here. Their money has moved; their payouts stay in processing:`,
    lasting
      .slice(0, shownMost)
      .map(({ payoutId }) => payoutId)
      .join('\n'),
    'The log of the worker says why, at “a final payment cannot be settled here”. They are tried again all the time. All other payouts go on.',
  ].join('\n\n');
  return { subject: `Payments on ${name} cannot be settled`, text };
}
