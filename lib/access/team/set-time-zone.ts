import { type Context, requireUser } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { updateTimeZone } from '@/lib/access/people-store';
import type { TimeZone } from '@/lib/kernel/time-zone';

/** From now on the desk tells this person times and counts their days in this zone, in every team that they are in. */
export async function setTimeZone(ctx: Context, timeZone: TimeZone): Promise<void> {
  const { userId, merchantId } = requireUser(ctx);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const before = await updateTimeZone(tx, userId, timeZone);
    if (before === timeZone) return;
    const line = { merchantId, action: 'member.time_zone_set', subjectId: userId, now };
    await audit(tx, ctx, { ...line, before: { time_zone: before }, after: { time_zone: timeZone } });
  });
}
