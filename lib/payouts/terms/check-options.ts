import type { Context } from '@/lib/access/actor';
import { checkByKey, type Leaving } from '@/lib/access/policies/spend';
import { approvalsNeeded } from '@/lib/approvals/rules';
import { Refusal } from '@/lib/kernel/errors';
import type { CreatePayoutBody } from '@/lib/payouts/schema';
import { assetKey } from '@/lib/quotes/asset-key';
import { isClaimed } from '@/lib/rails/traits';
import type { Draft } from './check-terms';
import { readMoney } from './read-money';

/** Whether its recipient is asked again once the quote has lapsed: only where it is they who fetch it. */
function isRequoted({ display, rail, delivery }: CreatePayoutBody): boolean {
  return display !== undefined && isClaimed(rail) && delivery === 'claim';
}

/**
 * What its claimant may choose to be paid in, each held against the merchant's terms, its rules of approval, and what the key that
 * asks may let leave. Refuses: recipient_unsupported, asset_unavailable, amount_*, rate_unavailable, key_*.
 */
export async function checkOptions(
  ctx: Context,
  merchantId: string,
  body: CreatePayoutBody,
  draft: Draft,
): Promise<Draft> {
  const { options = [] } = body;
  if (!isRequoted(body)) {
    if (options.length === 0) return draft;
    const detail = 'Only a payout with `display` that its recipient claims lets them choose.';
    throw new Refusal('recipient_unsupported', { field: 'options', detail });
  }
  const payableIn = [...new Set([body, ...options].map(assetKey))];
  let needed = draft.needed;
  const choices: Leaving[] = [];
  for (const { asset, chain } of options) {
    const { terms, token, money } = await readMoney(ctx, merchantId, { ...body, asset, chain });
    const { recipientType: type, recipientAddress: address, recipientEmail: email } = draft.recipient;
    const leaving = {
      chain,
      symbol: asset,
      decimals: token.decimals,
      amount: money.gross,
      to: { type, address, email },
    };
    await checkByKey(ctx.db, ctx, leaving);
    choices.push(leaving);
    const told = { merchantId, gross: money.gross, ...draft.recipient };
    needed = Math.max(needed, await approvalsNeeded(ctx.db, terms.rule, told));
  }
  return { ...draft, needed, payableIn, choices };
}
