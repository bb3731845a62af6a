import { desc, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { connect } from '@/db/client';
import { auditLines } from '@/db/schema';
import { testDesk } from '@/lib/desk/testing/desk';
import { exportPayouts } from './export';
import type { PayoutFilters } from './schema';

const desk = testDesk();

async function linesOf(filters: PayoutFilters, merchantId = 'mer_one'): Promise<string[]> {
  const chunks = await Array.fromAsync(await exportPayouts(desk.member(merchantId), filters));
  return chunks.join('').split('\r\n');
}

beforeAll(async () => {
  await desk.payout({ reference: '=1+1', description: 'a, "b"', status: 'failed', failureCode: 'reorganised' });
  for (let index = 0; index < 501; index++) await desk.payout({ reference: `many-${String(index).padStart(3, '0')}` });
  await desk.payout({ merchantId: 'mer_two', reference: 'theirs' });
});

test('exactly what is filtered comes out, over as many pages as it takes', async () => {
  const all = await linesOf({});
  expect(all).toHaveLength(1 + 502 + 1);
  expect(new Set(all.map((line) => line.split(',')[0])).size).toBe(504);
  expect(all.join()).not.toContain('theirs');
  const many = await linesOf({ q: 'many-' });
  expect([many.length, many[1]?.split(',')[1], many.at(-2)?.split(',')[1]]).toEqual([503, 'many-500', 'many-000']);
  const [header = '', failed = ''] = await linesOf({ status: 'failed' });
  expect(failed).toContain(
    `,'=1+1,failed,base,USDC,25.00,0.50,24.50,recipient,contract,anyone,,,,,"a, ""b""",A reorganisation of the chain took the payment back.,`,
  );
  expect(failed.replace('"a, ""b"""', 'x').split(',')).toHaveLength(header.split(',').length);
});

test('a reader who stands still holds no connection to the database', async () => {
  const { db, close } = connect(desk.database.url, 1);
  const lines = await exportPayouts({ ...desk.member(), db }, {});
  await lines.next();
  await lines.next();
  expect(await db.execute(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  expect((await lines.next()).done).toBe(false);
  await close();
});

test('pages are read as they are taken, and who took what is in the audit first', async () => {
  const lines = await exportPayouts(desk.member(), { status: 'pending' });
  const [line] = await desk.database.db.select().from(auditLines).orderBy(desc(auditLines.id)).limit(1);
  expect(line).toMatchObject({
    action: 'payouts.exported',
    actorId: 'usr_ann',
    detail: { filters: { status: 'pending' } },
  });
  expect((await lines.next()).value).toMatch(/^id,reference,/);
  await lines.return(undefined);
  expect((await lines.next()).done).toBe(true);
});
