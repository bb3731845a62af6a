import type { Context } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { lockOrderIfThere, noteTold } from '@/lib/orders/core/locked-store';
import type { Key } from '@/lib/orders/core/store';
import { mailBoth } from '@/lib/orders/mails/mail-side';
import { selectToAnnounce } from './due-store';
import { eachAlone } from './each-alone';

const daySeconds = 86_400;
const atOnce = 100;
/** So many days before, in this order. */
export const announced = [3, 1] as const;

/** How many of the announcements are in time already when `at` is told now: a mail that says so counts as them. */
export function announcedBy(at: Date | null, now: Date): number | null {
  if (at === null) return null;
  const reached = announced.filter((days) => at <= addSeconds(now, days * daySeconds));
  return reached.at(-1) ?? null;
}

/** Writes to both sides three days and one day before an order is released by itself, each once. */
export async function announceDue(ctx: Context): Promise<boolean> {
  const now = ctx.clock.now();
  const first = await selectToAnnounce(
    ctx.db,
    { soon: addSeconds(now, announced[0] * daySeconds), last: null },
    atOnce,
  );
  const second = await selectToAnnounce(
    ctx.db,
    { soon: addSeconds(now, announced[1] * daySeconds), last: announced[0] },
    atOnce,
  );
  const any = await eachAlone([...first, ...second], (key) => announce(ctx, key));
  return any && (first.length === atOnce || second.length === atOnce);
}

async function announce(ctx: Context, key: Key): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const order = await lockOrderIfThere(tx, key);
    const at = order?.autoReleaseAt ?? null;
    const days = announcedBy(at, now);
    if (!order || days === null || at === null || (order.announcedDays ?? Infinity) <= days) return;
    await noteTold(tx, order, { announcedDays: days });
    // Who is late says how late: where nobody looked for two days, one day is left, and one mail says so.
    await mailBoth(tx, order, { kind: 'soon', amount: order.held, at, days }, now);
  });
}
