// A create in the very statements of the portal's, said one after the other by postgres.js: what the rules of a create take
// of the database, without the portal.
import { createHash, randomBytes } from 'node:crypto';
import type postgres from 'postgres';

const id = (prefix: string) => `${prefix}_${Date.now().toString(32)}${randomBytes(13).toString('hex')}`;
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

type Made = { payout: string; token: string };

/** Key and limit, terms with the rule of approval, stops, suspension, limits of a new merchant, policy of the key, and what is written. */
export async function createSame(sql: postgres.Sql, keyHash: string, reference: string): Promise<Made> {
  const [key] = await sql`
    with live as (select key.id, key.merchant_id, key.scopes, key.requests_per_minute, key.last_used_at, policy.ip_ranges
      from api_keys key left join key_policies policy on policy.key_id = key.id
      where key.hash = ${keyHash} and key.revoked_at is null
    ), counted as (insert into rate_counts as counts (key, window_start, count)
      select 'bare:' || id, date_trunc('minute', now()), 1 from live on conflict (key) do update set
        count = case when counts.window_start >= excluded.window_start then counts.count + 1 else 1 end,
        window_start = greatest(counts.window_start, excluded.window_start) returning count)
    select live.*, counted.count from live, counted`;
  const merchant = key?.merchant_id;
  const [terms] = await sql`
    select a.*, v.*, r.*, v.id as vault_id from merchant_assets a
    left join vaults v on v.merchant_id = a.merchant_id and v.chain = a.chain
    left join approval_rules r on r.merchant_id = a.merchant_id and r.chain = a.chain and r.symbol = a.symbol
    where a.merchant_id = ${merchant} and a.chain = 'local' and a.symbol = 'USDT'`;
  const token = randomBytes(32).toString('base64url');
  const payout = await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock_shared(hashtextextended('stops', 0))`;
    await tx`select exists (select id from stops where lifted_at is null and suspends and merchant_id = ${merchant}),
      closing_since from merchants where id = ${merchant}`;
    await tx`select * from merchant_limits where merchant_id = ${merchant} for update`;
    await tx`select * from key_policies where merchant_id = ${merchant} and key_id = ${key?.id}`;
    const row = {
      ...{ id: id('po'), merchant_id: merchant, vault_id: terms?.vault_id, status: 'pending', rail: 'contract' },
      ...{
        chain: 'local',
        symbol: 'USDT',
        token: `0x${'1'.repeat(40)}`,
        decimals: 6,
        gross: '25000000',
        fee: '500000',
      },
      ...{ net: '24500000', fee_payer: 'recipient', fee_collector: terms?.fee_collector, recipient_type: 'anyone' },
      ...{ reference, metadata: {}, created_by_key: key?.id, expires_at: new Date(Date.now() + 6e8) },
      ...{ created_at: new Date(), updated_at: new Date() },
    };
    const names = tx.unsafe(Object.keys(row).join());
    await tx`insert into payouts (${names}, claim_id) select ${names}, next_claim_id(vault_id)
      from jsonb_populate_recordset(null::payouts, ${tx.json([row])}) on conflict (merchant_id, reference) do nothing returning *`;
    await writeBeside(tx, row, token);
    return row.id;
  });
  return { payout, token };
}

type Row = { id: string; merchant_id: string; reference: string; created_by_key: string; created_at: Date };

/** Link, posting with its line, event and audit line, in one statement. */
async function writeBeside(tx: postgres.TransactionSql, row: Row, token: string): Promise<void> {
  const { id: payout, merchant_id: merchant, created_at: now, created_by_key: keyId, reference } = row;
  const posting = id('ps');
  const data = { id: payout, reference, status: 'pending', filler: 'x'.repeat(600) };
  const facts = { status: 'pending', rail: 'contract', reference, filler: 'x'.repeat(200) };
  await tx`
    with linked as (insert into claim_links (token_hash, payout_id, merchant_id, created_at)
      values (${hashOf(token)}, ${payout}, ${merchant}, ${now}) returning 1
    ), booked as (insert into postings (id, merchant_id, kind, subject_kind, subject_id, round, chain, symbol, created_at)
      values (${posting}, ${merchant}, 'reserve', 'payout', ${payout}, 1, 'local', 'USDT', ${now}) on conflict do nothing returning id
    ), written as (insert into entries (merchant_id, posting_id, chain, symbol, credit, debit, amount)
      select ${merchant}, id, 'local', 'USDT', 'available', 'committed', 25000000 from booked returning 1
    ), told as (insert into events (id, merchant_id, type, subject_kind, subject_id, subject_version, data, created_at)
      values (${id('ev')}, ${merchant}, 'payout.created', 'payout', ${payout}, 1, ${tx.json(data)}, ${now})
      returning pg_notify('work', 'events')
    ), audited as (insert into audit_lines (merchant_id, actor_kind, actor_id, action, subject_id, after, created_at)
      values (${merchant}, 'api_key', ${keyId}, 'payout.created', ${payout}, ${tx.json(facts)}, ${now}) returning 1)
    select (select count(*) from linked), (select count(*) from booked), (select count(*) from written),
      (select count(*) from told), (select count(*) from audited)`;
}
