import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { isDemos } from '@/lib/operators/store';
import { demoAccount, demoAdminEmail, demoApproverEmail } from './accounts';

const known = [demoAdminEmail, demoApproverEmail, demoAccount('admin').address.toLowerCase()];

/** Whether a demo ever ran on this database, or its people are in a team. Everybody has the key with which one of them signs in. */
export async function wasDemo(db: Database): Promise<boolean> {
  if (await isDemos(db)) return true;
  const rows = await db.execute(sql`
    select from identities join members using (user_id) where identities.value in ${known} limit 1`);
  return rows.length > 0;
}
