import { undoing } from '@/db/undoing';
import type { Context } from '@/lib/access/actor';
import { formatAmount } from '@/lib/kernel/money';
import { explainObstacle, isRefillable } from '@/lib/payouts/obstacle-words';
import type { CreatePayoutBody } from '@/lib/payouts/schema';
import { relayReasonWords } from '@/lib/relay/claims/relay-words';
import { checkCreate } from './check-create';
import { writeChecked } from './create';
import { type Foreseen, type Outlook, readOutlook, type ToForesee } from './outlook';
import type { PayoutValidation, PayoutWarning } from './validate-schema';

/**
 * Writes the payout as `createPayout` does, and undoes it: no row is left, no line of the audit. What would hold up the payout
 * once it is made is a warning, since it could be made. Refuses: what `createPayout` refuses.
 */
export async function validatePayout(ctx: Context, body: CreatePayoutBody): Promise<PayoutValidation> {
  const checked = await checkCreate(ctx, body);
  await writeChecked({ ...ctx, db: undoing(ctx.db) }, body, checked);
  return foresee(ctx, checked.merchantId, body, checked.draft);
}

/** What is answered of a payout that could be made, now or in time. */
export async function foresee(
  ctx: Context,
  merchantId: string,
  body: ToForesee & Pick<CreatePayoutBody, 'fee_payer'>,
  draft: Foreseen,
): Promise<PayoutValidation> {
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
  { vault: hasVault, needed, computed }: Foreseen,
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
