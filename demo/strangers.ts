import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { isDemos } from '@/lib/operators/store';
import { demoAccount, demoAdminEmail, demoApproverEmail, demoOperatorEmail } from './accounts';

const wallets = [demoAccount('admin'), demoAccount('operator')].map(({ address }) => address.toLowerCase());
const known = [demoAdminEmail, demoApproverEmail, demoOperatorEmail, ...wallets];

/** Whether a demo ever ran on this database, or its people are in a team or run it. Everybody has the keys with which they sign in. */
export async function wasDemo(db: Database): Promise<boolean> {
  if (await isDemos(db)) return true;
  const rows = await db.execute(sql`
    select from identities join (select user_id from members union select user_id from operators) here using (user_id)
    where identities.value in ${known} limit 1`);
  return rows.length > 0;
}
