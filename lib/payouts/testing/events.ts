import type { testWorld } from './world';

/** The types of a payout's events, oldest first. */
export async function eventsOf(world: ReturnType<typeof testWorld>, payoutId: string): Promise<string[]> {
  const rows = await world.database.sql<{ type: string }[]>`
    select type from events where subject_id = ${payoutId} order by subject_version, id`;
  return rows.map((row) => row.type);
}
