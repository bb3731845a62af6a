import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { type PayoutStatus, payoutStatuses, refillable } from '@/db/vocabulary/payouts';
import { maxLookedAt, toBePaid } from '@/lib/desk/list/list-store';
import { handRails } from '@/lib/rails/traits';
import { countsAtAddress } from '@/lib/vaults/store';
import { refusedSinceTaken } from '@/lib/webhooks/endpoints/refused-store';
import { maxCounted, type NeedCounts, type StatusCounts } from './schema';

/** Differences are counted by the room that finds them. */
type CountedHere = Omit<NeedCounts, 'differences'>;

const listed = (words: readonly string[]) =>
  sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  );

/** Counts what waits for a person, by kind, each read from an index of its own and counted up to a limit. */
export async function countNeeds(
  db: Queryable,
  merchantId: string,
  facts: { overdueBefore: Date; askedBefore: Date; failures: number },
): Promise<CountedHere> {
  const upTo = (source: SQL) => sql`(select count(*)::int from (${source} limit ${maxCounted + 1}) as few)`;
  const payouts = (condition: SQL) =>
    upTo(sql`select 1 from payouts where merchant_id = ${merchantId} and ${condition}`);
  const askedBefore = sql`${facts.askedBefore.toISOString()}::timestamptz`;
  const overdueBefore = sql`${facts.overdueBefore.toISOString()}::timestamptz`;
  const [row] = await db.execute<CountedHere>(sql`select
    ${payouts(sql`status = 'awaiting_approval'`)} as approval,
    ${upTo(sql`select 1 from payouts p where merchant_id = ${merchantId} and ${toBePaid}`)} as payment,
    ${upTo(sql`select 1 from payouts p join transfers t on t.payout_id = p.id and t.status = 'prepared'
      join payment_signings b on b.id = t.signing_id and b.calls_id is null
      where p.merchant_id = ${merchantId} and p.rail in ${handRails()} and p.status = 'pending'
        and t.asked_at < ${askedBefore} and t.denied_at_block is null and t.proposal is null`)} as unanswered,
    ${payouts(sql`obstacle in (${listed(refillable)}) and obstacle is not null and status = 'pending'`)} as funds,
    ${payouts(sql`obstacle not in (${listed(refillable)}) and obstacle is not null and status = 'pending'`)} as blocked,
    ${upTo(sql`select 1 from vault_checks c join vaults on vaults.id = c.vault_id
      where c.merchant_id = ${merchantId} and c.trouble_since is not null and ${countsAtAddress}`)} as vaults,
    ${upTo(sql`select 1 from (
      select updated_at from payouts where merchant_id = ${merchantId} and status = 'processing' order by id
      limit ${maxLookedAt}) oldest where updated_at < ${overdueBefore}`)} as stuck,
    ${payouts(sql`status = 'failed'`)} as failed,
    ${upTo(sql`select 1 from orders where merchant_id = ${merchantId} and status = 'disputed'`)} as disputes,
    ${upTo(sql`select 1 from transfers where merchant_id = ${merchantId} and status = 'unknown'`)} as unknown,
    ${upTo(sql`select 1 from deliveries where merchant_id = ${merchantId} and status = 'exhausted'`)} as exhausted,
    ${upTo(sql`select 1 from endpoints e left join breakers b on b.endpoint_id = e.id
      where e.merchant_id = ${merchantId} and e.deleted_at is null
        and (e.pause_reason = 'gone' or (e.status = 'active' and (b.failures >= ${facts.failures}
          or exists (select from ${refusedSinceTaken(sql`e.id`)} refused))))`)} as endpoints`);
  if (!row) throw new Error('A count has a row');
  return row;
}

/** How many payouts are in each state, each read from the index of states and counted up to a limit. */
export async function countStatuses(db: Queryable, merchantId: string): Promise<StatusCounts> {
  const counted = payoutStatuses.map(
    (status) => sql`(select ${status}::text as status, count(*)::int as count from (
      select 1 from payouts where merchant_id = ${merchantId} and status = ${status} limit ${maxCounted + 1}) as few)`,
  );
  const rows = await db.execute<{ status: PayoutStatus; count: number }>(sql.join(counted, sql` union all `));
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

export async function hasPayouts(db: Queryable, merchantId: string): Promise<boolean> {
  const [row] = await db.execute<{ any: boolean }>(
    sql`select exists (select from payouts where merchant_id = ${merchantId}) as any`,
  );
  return row?.any ?? false;
}
