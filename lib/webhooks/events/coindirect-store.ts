import { type SQLWrapper, sql } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import type { CoindirectFacts } from '@/lib/dialects/coindirect-summary';

/** What Coindirect's words tell beside a payout, as one value of SQL that has its id; null where there is no such payout. */
export const coindirectFactsOf = (payoutId: SQLWrapper) => sql<CoindirectFacts | null>`(
  select json_build_object('uuid', asked.uuid, 'merchantId', case when asked.uuid is not null then key.settings ->> 'merchant_id' end,
    'linked', link.token_hash is not null, 'payer', coalesce(vault.address, moved.sender),
    'address', coalesce(sending.recipient, case when asked.accepted_at is not null then asked.address end),
    'risk', found.risk)
  from payouts payout
  left join coindirect_payouts asked on asked.payout_id = payout.id
  left join claim_links link on link.token_hash = asked.link_hash and link.revoked_at is null
  left join door_keys key on key.key_id = payout.created_by_key and key.door = 'coindirect'
  left join vaults vault on vault.id = payout.vault_id
  left join lateral (select sender, recipient from transfers where payout_id = payout.id order by id desc limit 1) moved on true
  left join relayed_claims sending on sending.payout_id = payout.id and sending.status in ('queued', 'under_way')
  left join lateral (
    select json_build_object('verdict', verdict, 'level', level, 'name', name, 'category', category) as risk
    from screenings where payout_id = payout.id and address = coalesce(moved.recipient, payout.recipient_address)
    order by id desc limit 1) found on true
  where payout.id = ${payoutId})`;

/** The same for payouts of one merchant, by their ids. */
export async function selectCoindirectFacts(
  db: Queryable,
  merchantId: string,
  ids: readonly string[],
): Promise<Map<string, CoindirectFacts>> {
  const rows = await db.execute<{ id: string; facts: CoindirectFacts }>(sql`
    select own.id, ${coindirectFactsOf(sql`own.id`)} as facts from payouts own
    where own.merchant_id = ${merchantId} and own.id = any(${sql.param([...ids])}::text[])`);
  return new Map(rows.map(({ id, facts }) => [id, facts]));
}
