import type { Queryable } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import type { OrderSettingsAnswer, OrderSettingsBody } from './schema';
import { findSettings, upsertSettings } from './store';

const daySeconds = 86_400;
/** What counts until a merchant says otherwise; what is digital arrives at once. */
const usual: OrderSettingsAnswer = { grace_days: 14, categories: { digital: 3 }, dispute_days: 14 };

async function readSettings(db: Queryable, merchantId: string): Promise<OrderSettingsAnswer> {
  const row = await findSettings(db, merchantId);
  if (!row) return usual;
  return { grace_days: row.graceDays, categories: row.categories, dispute_days: row.disputeDays };
}

export type Waits = { graceSeconds: number; disputeSeconds: number };

/** How long a new order of this category waits, and how long a dispute of it may take before a person is alarmed. */
export async function readWaits(db: Queryable, merchantId: string, category: string | null): Promise<Waits> {
  const { grace_days, categories, dispute_days } = await readSettings(db, merchantId);
  const own = category !== null && Object.hasOwn(categories, category) ? categories[category] : undefined;
  return { graceSeconds: (own ?? grace_days) * daySeconds, disputeSeconds: dispute_days * daySeconds };
}

export async function viewOrderSettings(ctx: Context): Promise<OrderSettingsAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  return readSettings(ctx.db, merchantId);
}

/** For orders made from now on: one that is there keeps the time that its sides were told. Refuses: step-up. */
export async function saveOrderSettings(ctx: Context, body: OrderSettingsBody): Promise<OrderSettingsAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  requireStepUp(ctx);
  const now = ctx.clock.now();
  const { grace_days: graceDays, dispute_days: disputeDays, categories } = body;
  await ctx.db.transaction(async (tx) => {
    const before = await readSettings(tx, merchantId);
    await upsertSettings(tx, { merchantId, graceDays, disputeDays, categories, updatedAt: now });
    const facts = { merchantId, action: 'settings.orders_saved', subjectId: merchantId, before, after: body, now };
    await audit(tx, ctx, facts);
  });
  return { grace_days: graceDays, categories, dispute_days: disputeDays };
}
