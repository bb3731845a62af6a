import { type Context, requirePermission, requireUser } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { payoutFilters, type SavedView, type SavedViewBody } from './schema';
import { countViews, deleteViewRow, saveViewRow, selectViews } from './views-store';

/** Views belong to a person within a merchant: nobody else sees them. */
const maxViews = 50;

function holderOf(ctx: Context) {
  requirePermission(ctx, 'payouts:read');
  return requireUser(ctx);
}

export async function listViews(ctx: Context): Promise<SavedView[]> {
  return (await selectViews(ctx.db, holderOf(ctx))).map(present);
}

/** Keeps filters under a name; a name that is taken is given to the new ones. Refuses: invalid_request. */
export async function saveView(ctx: Context, { name, query }: SavedViewBody): Promise<SavedView> {
  const { merchantId, userId } = holderOf(ctx);
  const filters = payoutFilters.safeParse(Object.fromEntries(new URLSearchParams(query)));
  if (!filters.success) {
    throw new Refusal('invalid_request', { field: 'query', detail: 'These are not filters of the list of payouts.' });
  }
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    if ((await countViews(tx, { merchantId, userId })) >= maxViews) {
      throw new Refusal('invalid_request', { field: 'name', detail: `There are ${maxViews} already; delete one.` });
    }
    const kept = new URLSearchParams(Object.entries(filters.data)).toString();
    const id = newId('view', now.getTime());
    return present(await saveViewRow(tx, { id, merchantId, userId, name, query: kept, createdAt: now }));
  });
}

/** Refuses: not_found, also for another person's. */
export async function deleteView(ctx: Context, id: string): Promise<void> {
  const { merchantId, userId } = holderOf(ctx);
  const gone = await ctx.db.transaction((tx) => deleteViewRow(tx, { merchantId, userId }, id));
  if (!gone) throw new Refusal('not_found', { detail: 'You have no such view.' });
}

function present({ id, name, query }: SavedView): SavedView {
  return { id, name, query };
}
