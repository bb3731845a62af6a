import { type Context, requirePermission } from '@/lib/access/actor';
import { selectAssetSymbols } from '@/lib/desk/list/list-store';

/** The symbols that the merchant pays out, for choosing one. */
export async function listAssetSymbols(ctx: Context): Promise<string[]> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  return selectAssetSymbols(ctx.db, merchantId);
}
