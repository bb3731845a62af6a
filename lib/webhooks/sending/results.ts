import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { log } from '@/lib/kernel/log';
import { breaker } from '@/lib/webhooks/endpoints/breaker';
import {
  countFailures,
  lengthenPause,
  lockEndpoints,
  pauseGone,
  type Trouble,
} from '@/lib/webhooks/endpoints/breaker-store';
import { type Moved, type Result, recordResults } from './result-store';
import { tellExhausted, tellGone } from './tell-merchant';

/**
 * Writes down how attempts went, many in one statement; what ended well and what did not are written apart, so that an
 * endpoint in trouble holds up no other.
 */

/** A result, and how many of this endpoint's attempts failed in a row up to it, as this worker saw them. */
export type CountedResult = Result & { inRow: number };

/** Attempts that ended well, or with a refusal that says nothing worse; such an answer ends the trouble. */
export async function writeGood(ctx: Context, results: CountedResult[]): Promise<void> {
  warn(results, await recordResults(ctx.db, results, results));
}

/** Whether a result needs more than its delivery's row: breakers, pauses, mails. */
export const isTrouble = ({ failing, gone, next }: Result) => failing || gone || next.status === 'exhausted';

/** Attempts that failed, with all that follows, in one transaction. */
export async function writeTrouble(ctx: Context, results: CountedResult[]): Promise<void> {
  const byEndpoint = [...Map.groupBy(results, (result) => result.endpointId)].sort(([a], [b]) => (a < b ? -1 : 1));
  const answered = byEndpoint.flatMap(([, all]) => all.slice(-1).filter((last) => !last.failing));
  const moved = await ctx.db.transaction(async (tx) => {
    const changing = results.filter((one) => one.gone || one.next.status === 'exhausted').map((one) => one.endpointId);
    // Endpoints before deliveries before breakers: the order of everybody who takes more than one of them.
    if (changing.length > 0) await lockEndpoints(tx, changing);
    const done = await recordResults(tx, results, answered);
    const exhausted = new Set(done.filter((one) => one.status === 'exhausted').map((one) => one.deliveryId));
    const now = ctx.clock.now();
    for (const [endpointId, all] of byEndpoint) {
      const merchantId = all[0]?.merchantId ?? '';
      const ended = all.filter((one) => exhausted.has(one.deliveryId)).length;
      if (all.some((one) => one.gone) && (await pauseGone(tx, endpointId))) {
        const detail = { pauseReason: 'gone' };
        await audit(tx, ctx.actor, { merchantId, action: 'endpoint.paused', subjectId: endpointId, detail, now });
        await tellGone(tx, endpointId, now);
      } else if (ended > 0) await tellExhausted(tx, endpointId, { count: ended, now });
    }
    for (const [, all] of byEndpoint) await noteTroubles(tx, all);
    return done;
  });
  warn(results, moved);
}

/** One endpoint's failures of a batch, in the order in which they came. */
async function noteTroubles(tx: Tx, all: CountedResult[]): Promise<void> {
  const failed = all.filter((one) => one.failing);
  const probe = failed.find((one) => one.probe);
  if (probe && (await lengthenPause(tx, troubleOf(probe, 1)))) return;
  const last = failed.at(-1);
  if (last) await countFailures(tx, troubleOf(last, Math.min(failed.length, last.inRow)));
}

function troubleOf({ endpointId, merchantId, askedAt, endedAt: at }: Result, failures: number): Trouble {
  const latest = at.getTime() + breaker.maxAskedSeconds * 1000;
  const asked = askedAt && new Date(Math.min(askedAt.getTime(), latest));
  return { endpointId, merchantId, failures, at, askedAt: asked };
}

function warn(results: Result[], moved: Moved[]): void {
  const statusOf = new Map(moved.map((one) => [one.deliveryId, one.status]));
  for (const { deliveryId, attempt } of results) {
    const facts = { delivery: deliveryId, number: attempt.number, status: attempt.status, error: attempt.error };
    const status = statusOf.get(deliveryId);
    if (!status) log.warn(facts, 'An attempt ended after its lease was gone');
    else if (status === 'exhausted') log.warn(facts, 'A delivery is exhausted');
  }
}
