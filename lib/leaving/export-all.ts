import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { csvLine } from '@/lib/kernel/csv';
import { type ExportedRecord, exported } from './exported';
import type { ExportQuery } from './schema';

/**
 * All records of one kind that are the merchant's, oldest or newest first as their room keeps them, in pieces that are made as fast
 * as they are taken. Who took them is in the audit before the first piece leaves. Refuses: forbidden.
 */
export async function exportAll(ctx: Context, { of, format }: ExportQuery): Promise<AsyncGenerator<string>> {
  const { merchantId } = requirePermission(ctx, 'exports:read');
  const now = ctx.clock.now();
  const line = { merchantId, action: 'merchant.exported', subjectId: merchantId, detail: { of, format }, now };
  await ctx.db.transaction((tx) => audit(tx, ctx, line));
  const { columns, pages } = exported[of];
  const records = pages(ctx, merchantId);
  return format === 'csv' ? csvOf(columns, records) : linesOf(records);
}

type Pages = AsyncGenerator<ExportedRecord[]>;

async function* csvOf(columns: readonly string[], pages: Pages): AsyncGenerator<string> {
  yield csvLine(columns);
  for await (const records of pages) {
    if (records.length > 0)
      yield records.map((record) => csvLine(columns.map((name) => cellOf(record[name])))).join('');
  }
}

/** What is more than one value is a cell of JSON. */
function cellOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

async function* linesOf(pages: Pages): AsyncGenerator<string> {
  for await (const records of pages) {
    if (records.length > 0) yield records.map((record) => `${JSON.stringify(record)}\n`).join('');
  }
}
