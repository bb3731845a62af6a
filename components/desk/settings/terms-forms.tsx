'use client';
import { amountFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { Empty } from '@/components/ui/empty';
import { AmountField } from '@/components/ui/fields';
import { groupAmounts } from '@/components/ui/figures/group-digits';
import { type AssetTerms, settingsAnswer } from '@/lib/merchants/schema';
import { SaveRow } from './save-row';
import { useDraft } from './use-draft';

/** What a payout of each asset costs and may be. */
export function TermsForms({ assets }: { assets: readonly AssetTerms[] }) {
  if (assets.length === 0) {
    return <Empty title="No asset is set up yet">Your portal’s operator sets up what you pay out.</Empty>;
  }
  return (
    <div className="space-y-4">
      <p className="max-w-prose text-sm text-pretty text-quiet">
        They apply to new payouts; those that are promised stay as they are. The fee is taken only from payouts that are
        claimed through the contract.
      </p>
      {assets.map((terms) => (
        <TermsForm key={`${terms.chain} ${terms.asset}`} terms={terms} />
      ))}
    </div>
  );
}

const fields = [
  ['fee', 'Fee of one payout'],
  ['minimum', 'Smallest payout'],
  ['maximum', 'Largest payout'],
] as const;

function TermsForm({ terms }: { terms: AssetTerms }) {
  const { chain, chain_name: network, asset, decimals, fee, minimum, maximum } = terms;
  const { form, draft, field, problem, row } = useDraft({
    ...{ path: '/api/desk/settings/terms', stored: { fee, minimum, maximum }, returns: settingsAnswer },
    bodyOf: (given) => ({ chain, asset, ...given }),
    faultsOf: (body) => amountFaults({ fee: body.fee, minimum: body.minimum, maximum: body.maximum }, decimals),
  });
  return (
    <form {...form} className="space-y-3 rounded-lg border border-line bg-surface p-4">
      <h3 className="text-sm font-semibold">
        {asset} on {network}
      </h3>
      <div className="grid gap-3 sm:grid-cols-3">
        {fields.map(([name, label]) => (
          <AmountField
            key={name}
            {...field(name)}
            label={label}
            hint={`${groupAmounts(`${draft[name].trim()} ${asset}`)}, up to ${decimals} decimals.`}
            required
          />
        ))}
      </div>
      <ProblemCallout problem={problem} fields={['fee', 'minimum', 'maximum']} />
      <SaveRow {...row} verb={`Save ${asset} on ${network}`} />
    </form>
  );
}
