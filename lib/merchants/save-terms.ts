import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount, parseAmount } from '@/lib/kernel/money';
import type { SettingsAnswer, TermsBody } from './schema';
import { lockTerms, type Terms, updateTerms } from './store';
import { decimalsOf, presentTerms, readSettings } from './view-settings';

type Money = Omit<Terms, 'merchantId' | 'chain' | 'symbol'>;

/**
 * What a payout of one asset costs and may be, for payouts made from now on: those that are promised stay as they are.
 * Refuses: asset_unavailable, amount_malformed, amount_too_precise, invalid_request (also a computed fee where no rates are read), step-up.
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
    if (isSame(known, set)) return;
    await updateTerms(tx, asset, set);
    const [before, after] = [known, { ...known, ...set }].map(textOf);
    const subjectId = `${asset.chain}:${asset.symbol}`;
    await audit(tx, ctx, { merchantId, action: 'settings.terms_saved', subjectId, before, after, now });
  });
  return readSettings(ctx.db, merchantId);
}

function isSame(known: Terms, set: Money): boolean {
  return (
    known.fee === set.fee &&
    known.minimum === set.minimum &&
    known.maximum === set.maximum &&
    known.feeKind === set.feeKind &&
    known.feeMargin === set.feeMargin &&
    known.feeCeiling === set.feeCeiling
  );
}

function textOf(terms: Terms) {
  const { fee, minimum, maximum, fee_kind, fee_margin, fee_ceiling } = presentTerms(terms);
  return { fee, minimum, maximum, ...(fee_kind === 'computed' && { fee_kind, fee_margin, fee_ceiling }) };
}

function readMoney(body: TermsBody, decimals: number): Money {
  const fee = parseAmount(body.fee, decimals, 'fee');
  const minimum = parseAmount(body.minimum, decimals, 'minimum');
  const maximum = parseAmount(body.maximum, decimals, 'maximum');
  const computed = body.fee_kind === 'computed' ? readComputed(body, fee, decimals) : flat;
  const highest = computed.feeCeiling ?? fee;
  const errors = [];
  if (minimum <= highest) {
    const what = computed.feeCeiling === null ? 'fee' : 'highest fee';
    const detail = `Must be above the ${what} of ${formatAmount(highest, decimals)}: else nothing would be left for the recipient.`;
    errors.push({ field: 'minimum', detail });
  }
  if (maximum < minimum) errors.push({ field: 'maximum', detail: 'Must not be below the smallest payout.' });
  if (errors.length > 0) throw new Refusal('invalid_request', { errors });
  return { fee, minimum, maximum, ...computed };
}

type Computed = Pick<Money, 'feeKind' | 'feeMargin' | 'feeCeiling'>;
const flat: Computed = { feeKind: 'flat', feeMargin: null, feeCeiling: null };

function readComputed({ fee_margin, fee_ceiling }: TermsBody, fee: bigint, decimals: number): Computed {
  const fault = (field: string, detail: string) => new Refusal('invalid_request', { field, detail });
  if (env.RATE_FEEDS.length === 0) {
    throw fault('fee_kind', 'This portal reads no rates, which a computed fee needs. Ask its operator.');
  }
  if (fee_margin === null) throw fault('fee_margin', 'A computed fee needs a margin in percent; 0 is one.');
  if (fee_ceiling === null) throw fault('fee_ceiling', 'A computed fee needs a ceiling.');
  const feeCeiling = parseAmount(fee_ceiling, decimals, 'fee_ceiling');
  if (feeCeiling <= 0n || feeCeiling < fee) throw fault('fee_ceiling', 'Must be above 0, and not below the least fee.');
  return { feeKind: 'computed', feeMargin: fee_margin, feeCeiling };
}
