import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/**
 * Orders work by turns, so that no merchant's heap stands before the others': the first of each, then the second of each.
 * `within` orders what one merchant has.
 */
export function turnOf(merchantId: SQLWrapper, within: SQLWrapper): SQL {
  return sql`row_number() over (partition by ${merchantId} order by ${within})`;
}

/** Where there is no room for a whole turn, chance decides, so that nobody is left out each time. */
export const byChance: SQL = sql`random()`;
