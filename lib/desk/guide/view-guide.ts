import { type GuideStep, guideSteps } from '@/db/vocabulary/merchants';
import { type Context, requirePermission } from '@/lib/access/actor';
import { endGuide } from '@/lib/merchants/guide';
import { findOpenGuide } from '@/lib/merchants/guide-store';
import type { VaultOnPage } from '@/lib/vaults/schema';
import { viewVaults } from '@/lib/vaults/view-vaults';
import type { GuideOnPage, GuideStepOnPage } from './schema';
import { type GuideFacts, readGuideFacts } from './store';

type State = GuideStepOnPage['state'];

const isZero = (amount: string) => /^[0.]+$/.test(amount);

/** Whether some vault holds and allows something, and names our signer, so that a payout can be claimed from it. */
function vaultState(vaults: readonly VaultOnPage[]): State {
  const readings = vaults.flatMap(({ assets }) => assets.map(({ reading }) => reading));
  const pays = readings.some(
    (reading) =>
      reading && !isZero(reading.balance) && !isZero(reading.allowance) && reading.signer && !reading.signer.expired,
  );
  if (pays) return 'done';
  return readings.some((reading) => reading === null) ? 'unknown' : 'open';
}

function isDone(facts: GuideFacts, step: GuideStep): boolean {
  switch (step) {
    case 'branding':
      return facts.branded;
    case 'assets':
      return facts.assets > 0;
    case 'approvals':
      return facts.rules;
    case 'api_key':
      return facts.keys;
    case 'webhook':
      return facts.told;
    case 'first_payout':
      return facts.paid;
    case 'terms':
    case 'vault':
      return false;
  }
}

/**
 * How far the merchant is; null where it has no guide, or has none any more. The first look that finds every step done closes
 * it for good.
 */
export async function viewGuide(ctx: Context): Promise<GuideOnPage | null> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const guide = await findOpenGuide(ctx.db, merchantId);
  if (!guide) return null;
  const [facts, { data: vaults }] = await Promise.all([readGuideFacts(ctx.db, merchantId), viewVaults(ctx)]);
  const stateOf = (step: GuideStep): State => {
    if (step === 'vault') return vaultState(vaults);
    return isDone(facts, step) || guide.passed.includes(step) ? 'done' : 'open';
  };
  const steps = guideSteps.map((step) => ({ step, state: stateOf(step) }));
  const done = steps.every(({ state }) => state === 'done');
  if (done) await endGuide(ctx, merchantId);
  return { steps, done };
}
