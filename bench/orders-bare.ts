// The rows that a sweep wrote, written once more under other ids by SQL alone: what the database itself takes for them.
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';

/** In the order in which they refer to each other, each with what must be unique in it. */
const written = {
  payouts: "claim_id = claim_id + 1000000, reference = reference || '-bare'",
  claim_links: "token_hash = md5(token_hash) || md5('bare' || token_hash)",
  postings: 'round = round + 1000',
  entries: "id = nextval('entries_id_seq')",
  events: "position = nextval('events_position_seq')",
  audit_lines: "id = nextval('audit_lines_id_seq')",
};

export type BareFigures = { totalMs: number; parts: Record<string, number> };

/** What only the database makes is left out of the columns. */
async function columnsOf(db: Database, table: string): Promise<string> {
  const rows = await db.execute<{ name: string }>(sql`
    select column_name as name from information_schema.columns
    where table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`);
  return rows.map(({ name }) => `"${name}"`).join(', ');
}

/** In one transaction and over one line. The orders are those that were released: each is written once more. */
export async function writeBare(db: Database): Promise<BareFigures> {
  const parts: Record<string, number> = {};
  const inserts: [string, string][] = [];
  for (const [table, unique] of Object.entries(written)) {
    const own = table === 'payouts' ? 'order_id is not null' : 'true';
    await db.execute(
      sql.raw(`create unlogged table bare_${table} as
      select (jsonb_populate_record(null::${table}, regexp_replace(to_jsonb(t)::text, '"(po|ps|ev)_', '"\\1_9', 'g')::jsonb)).*
      from ${table} t where ${own}`),
    );
    await db.execute(sql.raw(`update bare_${table} set ${unique}`));
    const columns = await columnsOf(db, table);
    inserts.push([
      table,
      `insert into ${table} (${columns}) overriding system value select ${columns} from bare_${table}`,
    ]);
  }
  await db.execute(sql`vacuum`);
  const started = performance.now();
  await db.transaction(async (tx) => {
    const timed = async (name: string, statement: string) => {
      const from = performance.now();
      await tx.execute(sql.raw(statement));
      parts[name] = performance.now() - from;
    };
    await timed('orders', "update orders set version = version + 1, updated_at = now() where status = 'releasing'");
    for (const [table, insert] of inserts) await timed(table, insert);
  });
  return { totalMs: performance.now() - started, parts };
}
