import type { Context } from '@/lib/access/actor';
import { checkByKey } from '@/lib/access/policies/spend';
import { formatAmount } from '@/lib/kernel/money';
import { leavingOf } from '@/lib/payouts/limits/leaving';
import { explainObstacle, isRefillable } from '@/lib/payouts/obstacle-words';
import type { CreatePayoutBody } from '@/lib/payouts/schema';
import { findByReference } from '@/lib/payouts/store';
import { relayReasonWords } from '@/lib/relay/claims/relay-words';
import { checkCreate, referenceTaken } from './check-create';
import type { Draft } from './check-terms';
import { type Outlook, readOutlook } from './outlook';
import type { PayoutValidation, PayoutWarning } from './validate-schema';

/**
 * Runs every rule of `createPayout` and makes nothing: no row, no line of the audit. What would hold up the payout once it
 * is made is a warning, since it could be made. Refuses: what `createPayout` refuses.
 */
export async function validatePayout(ctx: Context, body: CreatePayoutBody): Promise<PayoutValidation> {
  const { merchantId, draft } = await checkCreate(ctx, body);
  const { token: paid, money: sums, recipient } = draft;
  await checkByKey(
    ctx.db,
    ctx,
    leavingOf({ ...body, ...sums, ...recipient, symbol: body.asset, decimals: paid.decimals }),
  );
  const existing = await findByReference(ctx.db, merchantId, body.reference);
  if (existing) throw referenceTaken(body.reference, existing);
  const outlook = await readOutlook(ctx, merchantId, body, draft);
  const { money, token, needed, vault, computed } = draft;
  const text = (units: bigint) => formatAmount(units, token.decimals);
  return {
    valid: true,
    amount: text(body.fee_payer === 'recipient' ? money.gross : money.net),
    fee: text(money.fee),
    net: text(money.net),
    network_cost: computed?.shown ?? null,
    approvals_needed: needed,
    coverage: vault && coverageOf(outlook.vault),
    warnings: warningsOf(draft, outlook),
  };
}

function coverageOf(standing: Outlook['vault']): PayoutValidation['coverage'] {
  if (!standing) return { state: 'unknown', payable: null, obstacle: null };
  const { payable, obstacle, short } = standing;
  if (obstacle && !isRefillable(obstacle)) return { state: 'blocked', payable, obstacle };
  return { state: obstacle || short ? 'short' : 'funded', payable, obstacle };
}

function warningsOf(
  { vault: hasVault, needed, computed }: Draft,
  { notes, vault, approvers, sending_waits }: Outlook,
): PayoutWarning[] {
  const found: PayoutWarning[] = (notes ?? []).map(({ check, text }) => ({ code: check, detail: text }));
  if (vault?.obstacle) found.push({ code: 'vault_obstructed', detail: explainObstacle(vault.obstacle) });
  else if (vault?.short) {
    const detail = `The vault can pay ${vault.payable} now, and with this payout more than that is promised.`;
    found.push({ code: 'vault_short', detail });
  }
  if (approvers < needed) {
    found.push({ code: 'approvers_missing', detail: `${needed} must approve it, and ${approvers} could.` });
  }
  if (computed?.shown?.too_dear && sending_waits !== 'gas_too_dear') {
    const detail =
      'Sending it costs more now than the ceiling of its fee. It waits, or its recipient pays the network fee.';
    found.push({ code: 'network_fee_dear', detail });
  }
  if (sending_waits) found.push({ code: 'sending_waits', detail: relayReasonWords(sending_waits) });
  if (notes === null || (hasVault && !vault)) {
    found.push({ code: 'network_silent', detail: 'The network could not be asked about the address or the vault.' });
  }
  return found;
}
