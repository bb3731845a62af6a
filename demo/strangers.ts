import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { demoAccount, demoAdminEmail, demoApproverEmail } from './accounts';

const known = [demoAdminEmail, demoApproverEmail, demoAccount('admin').address.toLowerCase()];

/** Whether the demo's people are in a team of this database. Everybody has the key with which one of them signs in. */
export async function hasDemoTeam(db: Database): Promise<boolean> {
  const rows = await db.execute(sql`
    select from identities join members using (user_id) where identities.value in ${known} limit 1`);
  return rows.length > 0;
}
