'use client';
import { useId } from 'react';
import { useMay } from '@/components/desk/frame/desk';
import { amountFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { Empty } from '@/components/ui/empty';
import { controlOf, Field, inputClass } from '@/components/ui/field';
import { groupAmounts } from '@/components/ui/group-digits';
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
  const id = useId();
  const may = useMay('settings:write');
  const { chain, chain_name: network, asset, decimals, fee, minimum, maximum } = terms;
  const {
    form,
    draft,
    set,
    reset,
    submit,
    onBlur,
    fault: faultIn,
    pending,
    problem,
    changed,
    saved,
  } = useDraft({
    ...{ path: '/api/desk/settings/terms', stored: { fee, minimum, maximum }, returns: settingsAnswer },
    bodyOf: (given) => ({ chain, asset, ...given }),
    faultsOf: (given) => amountFaults(given, decimals),
  });
  return (
    <form
      ref={form}
      noValidate
      onBlur={onBlur}
      onSubmit={submit}
      className="space-y-3 rounded-lg border border-line bg-surface p-4"
    >
      <h3 className="text-sm font-semibold">
        {asset} on {network}
      </h3>
      <div className="grid gap-3 sm:grid-cols-3">
        {fields.map(([name, label]) => {
          const fault = faultIn(name);
          return (
            <Field
              key={name}
              id={`${id}-${name}`}
              label={label}
              hint={`${groupAmounts(`${draft[name].trim()} ${asset}`)}, up to ${decimals} decimals.`}
              fault={fault}
            >
              <input
                {...controlOf(`${id}-${name}`, fault)}
                data-field={name}
                className={`${inputClass} tabular-nums`}
                inputMode="decimal"
                autoComplete="off"
                maxLength={80}
                required
                disabled={!may}
                value={draft[name]}
                onChange={({ target }) => set({ [name]: target.value })}
              />
            </Field>
          );
        })}
      </div>
      <ProblemCallout problem={problem} fields={['fee', 'minimum', 'maximum']} />
      <SaveRow {...{ pending, changed, saved }} verb={`Save ${asset} on ${network}`} onReset={reset} />
    </form>
  );
}
