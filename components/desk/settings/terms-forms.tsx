'use client';
import { amountFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { Empty } from '@/components/ui/empty';
import { AmountField, SelectField, TextField } from '@/components/ui/fields';
import { groupAmounts } from '@/components/ui/figures/group-digits';
import { type AssetTerms, maxMargin, settingsAnswer } from '@/lib/merchants/schema';
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

const kinds = [
  ['flat', 'The same for each payout'],
  ['computed', 'What sending costs, with a margin'],
] as const;

/** As a person types them: the margin and the ceiling are kept while the fee is flat, and not sent. */
function draftOf({ fee, minimum, maximum, fee_kind, fee_margin, fee_ceiling }: AssetTerms) {
  return { fee, minimum, maximum, fee_kind, fee_margin: String(fee_margin ?? 20), fee_ceiling: fee_ceiling ?? '' };
}

type Draft = ReturnType<typeof draftOf>;

function bodyOf({ chain, asset }: AssetTerms, { fee_margin, fee_ceiling, ...draft }: Draft) {
  const isComputed = draft.fee_kind === 'computed';
  const computed = { fee_margin: isComputed ? Number(fee_margin.trim() || Number.NaN) : null };
  return { chain, asset, ...draft, ...computed, fee_ceiling: isComputed ? fee_ceiling : null };
}

function faultsOf({ fee, minimum, maximum, fee_margin, fee_ceiling }: ReturnType<typeof bodyOf>, decimals: number) {
  const faults = amountFaults({ fee, minimum, maximum, ...(fee_ceiling !== null && { fee_ceiling }) }, decimals);
  const isMargin = fee_margin === null || (Number.isInteger(fee_margin) && fee_margin >= 0 && fee_margin <= maxMargin);
  if (!isMargin) faults.set('fee_margin', `Must be a whole number from 0 to ${maxMargin}.`);
  return faults;
}

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
