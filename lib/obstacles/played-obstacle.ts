import type { Queryable } from '@/db/client';
import type { Obstacle } from '@/db/vocabulary/payouts';
import type { SandboxOutcome } from '@/db/vocabulary/sandbox';
import { playedOutcome } from '@/lib/merchants/sandbox';
import type { Payout } from '@/lib/payouts/store';

const obstacles: Partial<Record<SandboxOutcome, Obstacle>> = {
  refused_by_token: 'token_refuses',
  awaiting_funds: 'funds',
};

/** What is said to keep a test payout to a reserved address from being paid, and so keeps it; null for every other. */
export async function playedObstacle(db: Queryable, payout: Payout): Promise<Obstacle | null> {
  const outcome = await playedOutcome(db, payout);
  return outcome && (obstacles[outcome] ?? null);
}
