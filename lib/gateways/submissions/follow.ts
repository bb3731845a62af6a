import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { hurry, type Open, reopenLost, selectOpen } from './awaited-store';
import { unknownFrom } from './conclude';
import { type Line, lookAt } from './look';

/** After so long no gateway is asked about another submission in the same round: others wait for its end. */
const roundMs = 20_000;

/**
 * Looks at the submissions that are due; what a slow gateway leaves over comes with the next round. One that cannot be looked at
 * now comes again, and holds no other back.
 */
export async function followSubmissions(ctx: Context, chain: ChainKey, forMs = roundMs): Promise<number> {
  const now = ctx.clock.now();
  await reopenLost(ctx.db, chain, now, unknownFrom(now));
  const due = await selectOpen(ctx.db, chain, now);
  await lookAtAll(ctx, due, forMs);
  return due.length;
}

async function lookAtAll(ctx: Context, open: readonly Open[], forMs: number): Promise<void> {
  const until = performance.now() + forMs;
  const lines = Map.groupBy(open, ({ gateway }) => gateway.id);
  await Promise.all(
    [...lines.values()].map(async (line) => {
      const round = { isSilent: false };
      for (const one of line) {
        await lookOrSay(ctx, one, round);
        if (performance.now() > until) break;
      }
    }),
  );
}

async function lookOrSay(ctx: Context, one: Open, round: Line): Promise<void> {
  await lookAt(ctx, one, round).catch((error: unknown) => {
    const down = error instanceof Refusal && error.code === 'chain_unavailable';
    log[down ? 'warn' : 'error']({ submission: one.submission.id, err: error }, 'a submission could not be looked at');
  });
}

/** Makes us look at a submission with the worker's next round, and believe nothing. False where none of it is open. */
export async function lookAtSubmission(ctx: Context, merchantId: string, externalId: string): Promise<boolean> {
  return hurry(ctx.db, merchantId, externalId, ctx.clock.now());
}

/** What a sweep over the open submissions of a chain came to. */
export type GatewaySweep = { looked: number; found: number; unknown: number };

/**
 * Looks at all open submissions of a chain now: finds what was paid though no callback came and no hash was named, and says how
 * many nobody can tell of. Doing it again changes nothing. Refuses: chain_unavailable.
 */
export async function reconcileGateways(ctx: Context, chain: ChainKey): Promise<GatewaySweep> {
  const now = ctx.clock.now();
  await reopenLost(ctx.db, chain, now, unknownFrom(now));
  const before = await selectOpen(ctx.db, chain, null);
  await lookAtAll(ctx, before, Number.POSITIVE_INFINITY);
  const after = await selectOpen(ctx.db, chain, null);
  const waiting = (open: readonly Open[]) => open.filter(({ submission }) => submission.status !== 'seen').length;
  const unknown = after.filter(({ submission }) => submission.status === 'unknown').length;
  return { looked: before.length, found: Math.max(0, waiting(before) - waiting(after)), unknown };
}
