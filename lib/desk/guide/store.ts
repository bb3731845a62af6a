import { sql } from 'drizzle-orm';
import type { Queryable } from '@/db/client';

export type GuideFacts = {
  branded: boolean;
  assets: number;
  rules: boolean;
  keys: boolean;
  told: boolean;
  paid: boolean;
};

/** What is there of a merchant, each from an index. */
export async function readGuideFacts(db: Queryable, merchantId: string): Promise<GuideFacts> {
  const has = (source: ReturnType<typeof sql>) => sql`exists (select from ${source})`;
  const [row] = await db.execute<GuideFacts>(sql`select
    ${has(sql`merchants where id = ${merchantId}
      and num_nonnulls(logo_hash, logo_url, accent_color, support_url) > 0`)} as branded,
    (select count(*)::int from merchant_assets where merchant_id = ${merchantId}) as assets,
    ${has(sql`approval_rules where merchant_id = ${merchantId}`)} as rules,
    ${has(sql`api_keys where merchant_id = ${merchantId} and revoked_at is null`)} as keys,
    ${has(sql`deliveries d join endpoints e on e.id = d.endpoint_id
      where e.merchant_id = ${merchantId} and e.deleted_at is null and e.status = 'active' and d.status = 'delivered'`)} as told,
    ${has(sql`payouts where merchant_id = ${merchantId} and status = 'completed'`)} as paid`);
  if (!row) throw new Error('A count has a row');
  return row;
}
