import { type Context, requirePermission } from '@/lib/access/actor';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { Refusal } from '@/lib/kernel/errors';
import type { CreatePayoutBody } from '@/lib/payouts/schema';
import type { Payout } from '@/lib/payouts/store';
import { checkOptions } from './check-options';
import { checkTerms, type Draft } from './check-terms';
import { type KeyVoucher, readKeyVoucher } from './read-key-voucher';

/** Every rule of a new payout but the one that its reference is new, which holds only where it is written. */
export async function checkCreate(
  ctx: Context,
  body: CreatePayoutBody,
): Promise<{ merchantId: string; draft: Draft; signed: KeyVoucher | null }> {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  requireStepUp(ctx);
  const draft = await checkOptions(ctx, merchantId, body, await checkTerms(ctx, merchantId, body));
  return { merchantId, draft, signed: await readKeyVoucher(ctx, merchantId, body, draft) };
}

export function referenceTaken(reference: string, existing: Pick<Payout, 'id'> | null): Refusal {
  return new Refusal('reference_taken', {
    field: 'reference',
    detail: `You have a payout with the reference "${reference}".`,
    extra: existing ? { payout_id: existing.id } : {},
  });
}
