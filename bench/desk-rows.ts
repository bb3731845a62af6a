// Any number of payouts with their events, transfers, bookings and audit lines, made by PostgreSQL itself.
import type postgres from 'postgres';

export type Growth = {
  merchantId: string;
  vaultId: string;
  count: number;
  /** So many of the newest have a link, events, bookings and audit lines, too: what one story reads, and no list does. */
  storied: number;
  days: number;
  now: Date;
  /** Leaves the planner without statistics. */
  stale?: boolean;
};

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const letters = Array.from(
  { length: 10 },
  (_, i) => `substr('${alphabet}', (((ms << 2) >> ${45 - 5 * i}) & 31)::int + 1, 1)`,
);

/** Ids of one moment in our own spelling: ten letters of time and its first random bits, then digits of the number. */
const idFunction = `
  create or replace function pg_temp.made_id(prefix text, ms bigint, n bigint) returns text language sql immutable as $$
    select prefix || '_' || ${letters.join(' || ')} || substr(md5(prefix || n), 1, 15) || '0'
  $$`;

/** Older payouts are mostly over; of the newest two days a third is open. Amounts are spread over four magnitudes. */
const drafts = ({ count, days, now }: Growth) => `
  create temp table drafts as
  select n, made, pg_temp.made_id('po', floor(extract(epoch from made) * 1000)::bigint, n) as id, status,
    made + make_interval(secs => 20 + 40000 * power(luck, 6)) as done,
    round((10 ^ (luck2 * 4)) * 1e6)::numeric as net,
    case when luck3 < 0.55 then 'wallet' when luck3 < 0.75 then 'email' else 'anyone' end as recipient_type,
    '0x' || substr(md5('w' || (n * 7919) % 40000) || md5('x' || (n * 7919) % 40000), 1, 40) as wallet
  from (
    select n, luck, luck2, luck3,
      date_trunc('milliseconds', '${now.toISOString()}'::timestamptz - make_interval(secs => ${days} * 86400.0 * (1 - n::float8 / ${count}))) as made,
      case
        when n > ${count} * (1 - 2.0 / ${days}) and luck3 < 0.33 then case when luck < 0.8 then 'pending' when luck < 0.95 then 'processing' else 'awaiting_approval' end
        when luck2 < 0.06 then 'expired' when luck2 < 0.10 then 'cancelled' when luck2 < 0.18 then 'pending'
        when luck2 < 0.1801 then 'failed' else 'completed' end as status
    from (
      select n, ('x' || substr(md5('a' || n), 1, 8))::bit(32)::bigint / 4294967296.0 as luck,
        ('x' || substr(md5('b' || n), 1, 8))::bit(32)::bigint / 4294967296.0 as luck2,
        ('x' || substr(md5('c' || n), 1, 8))::bit(32)::bigint / 4294967296.0 as luck3
      from generate_series(1::bigint, ${count}) n
    ) numbers
  ) chosen`;

const tables = ({ merchantId, vaultId, count, storied, now }: Growth) => [
  `insert into payouts (id, merchant_id, vault_id, status, version, rail, chain, symbol, token, decimals, gross, fee, net,
     fee_payer, fee_collector, recipient_type, recipient_address, recipient_email, reference, description, claim_id,
     failure_code, expires_at, obstacle, obstacle_since, completed_at, created_at, updated_at)
   select id, '${merchantId}', '${vaultId}', status, case status when 'completed' then 3 when 'pending' then 1 else 2 end,
     'contract', 'local', 'USDT', '0x' || repeat('1', 40), 6, net + 500000, 500000, net, 'recipient', '0x' || repeat('2', 40),
     recipient_type, case when recipient_type = 'wallet' then wallet end,
     case when recipient_type = 'email' then 'person' || n % 90000 || '@example.com' end,
     'order-' || 1000000 + n, 'Refund of order ' || 1000000 + n, 1e20::numeric + n,
     case when status = 'failed' then 'reorganised' end,
     case status when 'expired' then made + interval '7 days' else '${now.toISOString()}'::timestamptz + interval '7 days' end,
     case when status = 'pending' and n % 400 = 0 then 'funds' end,
     case when status = 'pending' and n % 400 = 0 then made + interval '1 minute' end,
     case when status = 'completed' then least(done, '${now.toISOString()}'::timestamptz) end, made, least(done, '${now.toISOString()}'::timestamptz) from drafts`,
  `insert into transfers (id, merchant_id, payout_id, rail, chain, status, hash, sender, nonce, recipient, block_number,
     block_hash, log_index, seen_at, created_at, updated_at)
   select pg_temp.made_id('tr', floor(extract(epoch from done) * 1000)::bigint, n), '${merchantId}', id, 'contract', 'local',
     case when status = 'completed' then 'confirmed' when n % 500 = 0 then 'unknown' else 'confirming' end,
     '0x' || md5('h' || n) || md5('i' || n), wallet, n % 90, wallet, n, '0x' || md5('j' || n) || md5('k' || n), 1, done, done, done
   from drafts where status in ('completed', 'processing')`,
  `insert into claim_links (token_hash, payout_id, merchant_id, created_at)
   select md5('t' || n) || md5('u' || n), id, '${merchantId}', made from drafts where n > ${count - storied}`,
  `insert into events (id, merchant_id, type, subject_kind, subject_id, subject_version, data, created_at, fanned_out_at, sequence)
   select pg_temp.made_id('ev', floor(extract(epoch from at) * 1000)::bigint, n * 4 + step), '${merchantId}', type, 'payout', id, step,
     jsonb_build_object('id', id, 'status', status, 'asset', 'USDT', 'reference', 'order-' || n), at, at,
     row_number() over (order by n, step)
   from drafts, lateral (values (1, 'payout.created', made, true), (2, 'payout.processing', done, status in ('completed', 'processing')),
     (3, 'payout.completed', done, status = 'completed')) step (step, type, at, happened) where happened and n > ${count - storied}`,
  `insert into postings (id, merchant_id, kind, subject_kind, subject_id, chain, symbol, created_at)
   select pg_temp.made_id('ps', floor(extract(epoch from at) * 1000)::bigint, n * 4 + step), '${merchantId}', kind, 'payout', id, 'local', 'USDT', at
   from drafts, lateral (values (1, 'reserve', made, true), (2, 'settle', done, status = 'completed'),
     (3, 'unreserve', done, status in ('cancelled', 'expired'))) step (step, kind, at, happened) where happened and n > ${count - storied}`,
  `insert into entries (merchant_id, posting_id, chain, symbol, credit, debit, amount)
   select '${merchantId}', pg_temp.made_id('ps', floor(extract(epoch from at) * 1000)::bigint, n * 4 + step), 'local', 'USDT', credit, debit, amount
   from drafts, lateral (values (1, made, 'available', 'committed', net + 500000, true), (2, done, 'committed', 'paid', net, status = 'completed'),
     (2, done, 'committed', 'fees', 500000, status = 'completed'),
     (3, done, 'committed', 'available', net + 500000, status in ('cancelled', 'expired'))) line (step, at, credit, debit, amount, happened)
   where happened and n > ${count - storied}`,
  `insert into audit_lines (merchant_id, actor_kind, actor_id, action, subject_id, detail, created_at)
   select '${merchantId}', kind, actor, action, id, '{}', at
   from drafts, lateral (values ('api_key', 'key_bench', 'payout.created', made, true),
     ('system', 'watch local', 'payout.processing', done, status in ('completed', 'processing')),
     ('system', 'watch local', 'payout.completed', done, status = 'completed')) line (kind, actor, action, at, happened)
   where happened and n > ${count - storied}`,
];

const grown = ['payouts', 'transfers', 'claim_links', 'events', 'postings', 'entries', 'audit_lines'];

/** As the owner of the tables, whose own triggers rest meanwhile: ringing a million times is no part of what is measured. */
export async function growPayouts(sql: postgres.Sql, growth: Growth): Promise<void> {
  const one = await sql.reserve();
  const triggers = (state: string) =>
    one.unsafe(grown.map((name) => `alter table ${name} ${state} trigger user`).join(';'));
  try {
    await triggers('disable');
    await one.unsafe(`${idFunction}; ${drafts(growth)}; analyze drafts`);
    for (const statement of tables(growth)) await one.unsafe(statement);
    await one.unsafe('drop table drafts');
    await triggers('enable');
  } finally {
    one.release();
  }
  if (!growth.stale) await sql.unsafe(`vacuum (analyze) ${grown.join(', ')}`);
}
