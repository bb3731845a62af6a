import type { Queryable } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { configuredChains } from '@/lib/chains/served';
import { standard } from '@/lib/dialects/standard';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount, parseAmount } from '@/lib/kernel/money';
import { seal } from '@/lib/kernel/secrets';
import { checkTarget, operatorRules, rulesOf } from '@/lib/outgoing/target-url';
import { oracleOn } from './oracles';
import type { SavedScreening, ScreeningBody, ScreeningSettingsAnswer } from './schema';
import { findList, findSettings, lockSettings, type ScreeningSettings, saveSettings } from './store';

/** An amount of whichever asset: each has at most so many decimals. */
const decimals = 18;

export async function viewScreening(ctx: Context): Promise<ScreeningSettingsAnswer> {
  const { merchantId } = requirePermission(ctx, 'settings:read');
  return readSettings(ctx.db, merchantId);
}

async function readSettings(db: Queryable, merchantId: string): Promise<ScreeningSettingsAnswer> {
  const [settings, list] = await Promise.all([
    findSettings(db, merchantId),
    env.OFAC_LIST_URL ? findList(db, 'ofac') : null,
  ]);
  return {
    ...textOf(settings),
    oracle_on: configuredChains().filter((chain) => oracleOn(chain) !== null),
    list: list && { date: list.listDate, addresses: list.addresses, read_at: list.readAt?.toISOString() ?? null },
  };
}

function textOf(settings: ScreeningSettings | null) {
  const below = settings?.payUnknownBelow ?? null;
  return {
    pay_unknown_below: below === null ? null : formatAmount(below, decimals),
    screener_url: settings?.screenerUrl ?? null,
  };
}

/**
 * Says what a merchant pays while nobody can tell, and names its own screener. A screener at another address gets a secret of its
 * own, which is in this answer and in no later one. Refuses: target_refused, amount_*, step-up.
 */
export async function saveScreening(ctx: Context, body: ScreeningBody): Promise<SavedScreening> {
  const actor = requirePermission(ctx, 'settings:write');
  requireStepUp(ctx);
  const { merchantId } = actor;
  const payUnknownBelow = readBelow(body.pay_unknown_below);
  const url = body.screener_url && (await checkTarget(body.screener_url, rulesOf(merchantId, operatorRules))).href;
  const fresh = standard.newSecret('hmac');
  const now = ctx.clock.now();
  const secret = await ctx.db.transaction(async (tx) => {
    await lockSettings(tx, merchantId);
    const known = await findSettings(tx, merchantId);
    const isNew = url !== null && known?.screenerUrl !== url;
    const sealed = isNew ? seal(fresh, `screener ${merchantId}`) : (known?.screenerSecret ?? null);
    const row = {
      ...{ merchantId, payUnknownBelow, screenerUrl: url, screenerSecret: url === null ? null : sealed },
      ...{ updatedBy: actor.kind === 'user' ? actor.userId : null, updatedAt: now },
    };
    await saveSettings(tx, row);
    const [before, after] = [textOf(known), textOf(row)];
    await audit(tx, ctx, { merchantId, action: 'settings.screening_saved', subjectId: merchantId, before, after, now });
    return isNew ? fresh : null;
  });
  return { settings: await readSettings(ctx.db, merchantId), secret };
}

function readBelow(text: string | null): bigint | null {
  if (text === null) return null;
  const below = parseAmount(text, decimals, 'pay_unknown_below');
  if (below > 0n) return below;
  throw new Refusal('amount_too_small', { field: 'pay_unknown_below', detail: 'Leave it empty to pay none.' });
}
