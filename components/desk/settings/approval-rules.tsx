'use client';
import { amountFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { Choice } from '@/components/ui/choice';
import { AmountField } from '@/components/ui/fields';
import { groupAmounts } from '@/components/ui/figures/group-digits';
import { type ApprovalRuleList, approvalRuleList } from '@/lib/approvals/schema';
import type { AssetTerms } from '@/lib/merchants/schema';
import { ruleWords } from './rule-words';
import { SaveRow } from './save-row';
import { useDraft } from './use-draft';

type Rule = ApprovalRuleList['data'][number];
type ApprovalRulesProps = { assets: readonly AssetTerms[]; rules: readonly Rule[] };

/** Which payouts need people to consent, per asset. */
export function ApprovalRules({ assets, rules }: ApprovalRulesProps) {
  return (
    <div className="space-y-4">
      <p className="max-w-prose text-sm text-pretty text-quiet">
        What needs approval waits until enough people consented, never the one who made it. A rule applies to new
        payouts.
      </p>
      {assets.map((terms) => (
        <RuleForm
          key={`${terms.chain} ${terms.asset}`}
          terms={terms}
          rule={rules.find(({ chain, asset }) => chain === terms.chain && asset === terms.asset) ?? null}
        />
      ))}
    </div>
  );
}

const fields = [
  ['one_from', 'One person approves from', 'Empty: no amount needs one.'],
  ['two_from', 'Two people approve from', 'Empty: no amount needs two.'],
] as const;

function RuleForm({ terms, rule }: { terms: AssetTerms; rule: Rule | null }) {
  const { chain, chain_name: network, asset, decimals } = terms;
  const stored = {
    ...{ one_from: rule?.one_from ?? '', two_from: rule?.two_from ?? '' },
    new_destination: rule?.new_destination ?? false,
  };
  const { form, draft, set, field, may, problem, row } = useDraft({
    ...{ path: '/api/desk/approval-rules', stored, returns: approvalRuleList },
    bodyOf: ({ one_from, two_from, new_destination }) => ({
      ...{ chain, asset, new_destination, one_from: one_from.trim() || null, two_from: two_from.trim() || null },
    }),
    faultsOf: ({ one_from, two_from }) =>
      amountFaults({ one_from: one_from ?? '', two_from: two_from ?? '' }, decimals, { optional: true }),
  });
  return (
    <form {...form} className="space-y-3 rounded-lg border border-line bg-surface p-4">
      <h3 className="text-sm font-semibold">
        {asset} on {network}
      </h3>
      <div className="grid gap-3 sm:grid-cols-2">
        {fields.map(([name, label, hint]) => (
          <AmountField key={name} {...field(name)} label={label} hint={`In ${asset}. ${hint}`} />
        ))}
      </div>
      <Choice
        type="checkbox"
        label="A destination that was never paid before needs one person, for any amount"
        hint="Also a link whose recipient is not known yet."
        disabled={!may}
        checked={draft.new_destination}
        onChange={({ target }) => set({ new_destination: target.checked })}
      />
      <p className="text-[0.8125rem] text-quiet">{groupAmounts(ruleWords(draft, asset))}</p>
      <ProblemCallout problem={problem} fields={['one_from', 'two_from']} />
      <SaveRow {...row} verb={`Save the rule for ${asset}`} />
    </form>
  );
}
