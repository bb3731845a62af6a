'use client';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { Empty } from '@/components/ui/empty';
import { AmountField, SelectField, TextField } from '@/components/ui/fields';
import { groupAmounts } from '@/components/ui/figures/group-digits';
import { type AssetTerms, settingsAnswer } from '@/lib/merchants/schema';
import { SaveRow } from './save-row';
import { bodyOf, draftOf, faultsOf } from './terms-draft';
import { useDraft } from './use-draft';

/** What a payout of each asset costs and may be. */
export function TermsForms({ assets }: { assets: readonly AssetTerms[] }) {
  if (assets.length === 0) {
    return <Empty title="No asset is chosen yet">The guide to your first payout leads to what you pay out.</Empty>;
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

const kinds = [
  ['flat', 'The same for each payout'],
  ['computed', 'What sending costs, with a margin'],
] as const;

function TermsForm({ terms }: { terms: AssetTerms }) {
  const { chain_name: network, asset, decimals } = terms;
  const { form, draft, field, problem, row } = useDraft({
    ...{ path: '/api/desk/settings/terms', stored: draftOf(terms), returns: settingsAnswer },
    bodyOf: (given) => bodyOf(terms, given),
    faultsOf: (body) => faultsOf(body, decimals),
  });
  const isComputed = draft.fee_kind === 'computed';
  const amount = (name: 'fee' | 'minimum' | 'maximum' | 'fee_ceiling', label: string) => (
    <AmountField
      {...field(name)}
      label={label}
      hint={`${groupAmounts(`${draft[name].trim()} ${asset}`)}, up to ${decimals} decimals.`}
      required
    />
  );
  return (
    <form {...form} className="space-y-3 rounded-lg border border-line bg-surface p-4">
      <h3 className="text-sm font-semibold">
        {asset} on {network}
      </h3>
      <SelectField {...field('fee_kind')} label="How the fee comes about" options={kinds} />
      <div className="grid gap-3 sm:grid-cols-3">
        {amount('fee', isComputed ? 'Least fee of one payout' : 'Fee of one payout')}
        {isComputed && amount('fee_ceiling', 'Highest fee of one payout')}
        {isComputed && <TextField {...field('fee_margin')} label="Margin" after="%" inputMode="numeric" required />}
        {amount('minimum', 'Smallest payout')}
        {amount('maximum', 'Largest payout')}
      </div>
      {isComputed && (
        <p className="max-w-prose text-xs text-pretty text-quiet">
          Worked out when a payout is made, from what sending its claim costs then, rounded up. It stays with the
          payout. While sending costs more than the highest fee, the claim waits, or its recipient pays the network fee.
        </p>
      )}
      <ProblemCallout
        problem={problem}
        fields={['fee', 'minimum', 'maximum', 'fee_kind', 'fee_margin', 'fee_ceiling']}
      />
      <SaveRow {...row} verb={`Save ${asset} on ${network}`} />
    </form>
  );
}
