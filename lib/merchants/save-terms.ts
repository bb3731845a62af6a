import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount, parseAmount } from '@/lib/kernel/money';
import type { SettingsAnswer, TermsBody } from './schema';
import { lockTerms, type Terms, updateTerms } from './store';
import { decimalsOf, presentTerms, readSettings } from './view-settings';

type Money = Pick<Terms, 'fee' | 'minimum' | 'maximum'>;

/**
 * What a payout of one asset costs and may be, for payouts made from now on: those that are promised stay as they are.
 * Refuses: asset_unavailable, amount_malformed, amount_too_precise, invalid_request, step-up.
 */
export async function saveTerms(ctx: Context, body: TermsBody): Promise<SettingsAnswer> {
  const { merchantId } = requirePermission(ctx, 'settings:write');
  requireStepUp(ctx);
  const asset = { merchantId, chain: body.chain, symbol: body.asset };
  const set = readMoney(body, decimalsOf(asset));
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const known = await lockTerms(tx, asset);
    if (!known) {
      const detail = `You do not pay out ${asset.symbol} on ${asset.chain}.`;
      throw new Refusal('asset_unavailable', { field: 'asset', detail });
    }
    if (known.fee === set.fee && known.minimum === set.minimum && known.maximum === set.maximum) return;
    await updateTerms(tx, asset, set);
    const [before, after] = [known, { ...known, ...set }].map(textOf);
    const subjectId = `${asset.chain}:${asset.symbol}`;
    await audit(tx, ctx, { merchantId, action: 'settings.terms_saved', subjectId, before, after, now });
  });
  return readSettings(ctx.db, merchantId);
}

function textOf(terms: Terms) {
  const { fee, minimum, maximum } = presentTerms(terms);
  return { fee, minimum, maximum };
}

function readMoney(body: TermsBody, decimals: number): Money {
  const fee = parseAmount(body.fee, decimals, 'fee');
  const minimum = parseAmount(body.minimum, decimals, 'minimum');
  const maximum = parseAmount(body.maximum, decimals, 'maximum');
  const errors = [];
  if (minimum <= fee) {
    const detail = `Must be above the fee of ${formatAmount(fee, decimals)}: else nothing would be left for the recipient.`;
    errors.push({ field: 'minimum', detail });
  }
  if (maximum < minimum) errors.push({ field: 'maximum', detail: 'Must not be below the smallest payout.' });
  if (errors.length > 0) throw new Refusal('invalid_request', { errors });
  return { fee, minimum, maximum };
}
