import { type Context, requirePermission } from '@/lib/access/actor';
import { checksumAddress } from '@/lib/chains/address';
import type { ScreeningStory } from '@/lib/screening/schema';
import { selectFlags, selectScreenings } from '@/lib/screening/store';

const newest = 20;

/** What was found about whom a payout goes to, newest first, and whether an owner has to decide. */
export async function viewScreenings(ctx: Context, id: string): Promise<ScreeningStory> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const payout = { merchantId, id };
  const [flags, screenings] = await Promise.all([
    selectFlags(ctx.db, payout),
    selectScreenings(ctx.db, payout, newest),
  ]);
  const open = flags.filter(({ overruledAt }) => overruledAt === null);
  return {
    held: open.length > 0,
    raised: open.map(({ address, verdict }) => ({ address: checksumAddress(address), verdict })),
    screenings: screenings.map(({ address, stage, verdict, level, category, name, screenedAt, answers }) => ({
      ...{ address: checksumAddress(address), stage, verdict, level, category, name, at: screenedAt.toISOString() },
      answers: answers.map(({ screener, said, facts }) => ({ screener, said, facts: { ...facts } })),
    })),
  };
}
