import type { Context } from '@/lib/access/actor';
import { fanOutHeld, lockSequences, selectWaitingMerchants, type Turn } from './fan-out-store';

const merchantsAtOnce = 50;
const eventsPerMerchant = 200;
/** Events of a merchant beside whom no other waits: fewer trips for each while a long queue is worked off. */
const eventsAlone = 1000;

/**
 * Gives new events their numbers in their merchants' sequences, without gaps, and turns them into one delivery per
 * endpoint that wants them. Every merchant who waits has one turn of at most so many events, however much others have.
 * Returns whether a merchant had more than that.
 */
export async function fanOut(ctx: Context): Promise<boolean> {
  const turn: Turn = { after: '', merchants: merchantsAtOnce, events: eventsPerMerchant, now: ctx.clock.now() };
  let more = false;
  for (;;) {
    const waiting = await selectWaitingMerchants(ctx.db, turn);
    if (waiting.length > 0 && (await fanOutSome(ctx, waiting, turn))) more = true;
    if (waiting.length < merchantsAtOnce) return more;
    turn.after = waiting.at(-1) ?? '';
  }
}

/** The holder of a merchant's counter is at work for that merchant; it is left to that worker. */
async function fanOutSome(ctx: Context, waiting: string[], turn: Turn): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const held = await lockSequences(tx, waiting);
    if (held.length === 0) return false;
    const events = waiting.length === 1 ? eventsAlone : turn.events;
    const counts = await fanOutHeld(tx, held, { ...turn, events });
    return counts.some((count) => count === events);
  });
}
