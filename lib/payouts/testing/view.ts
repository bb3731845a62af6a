import { viewPayout } from '@/lib/payouts/view';
import type { testWorld } from './world';

/** A payout as its merchant sees it. */
export function view(world: ReturnType<typeof testWorld>, id: string) {
  return viewPayout(world.merchant(), id);
}
