import { type SQL, sql } from 'drizzle-orm';
import { deliveries } from '@/db/schema';

/** As many of the oldest are looked at: that there are so many is all that anybody needs to know. */
const maxCounted = 1_000;

/**
 * What was sent to an endpoint since it last took anything, and was not taken: rows of `started_at`. An endpoint that
 * answers 404 to everything has no breaker, and messages are still lost on it.
 */
export function refusedSinceTaken(endpointId: SQL): SQL {
  const ofStatus = (status: 'pending' | 'exhausted') => sql`(
    select started_at, tries from ${deliveries} where endpoint_id = ${endpointId} and status = ${status} and id > coalesce((
      select id from ${deliveries} where endpoint_id = ${endpointId} and status = 'delivered' order by id desc limit 1), '')
    order by id limit ${maxCounted})`;
  return sql`(select started_at from (${ofStatus('pending')} union all ${ofStatus('exhausted')}) later where tries > 0)`;
}
