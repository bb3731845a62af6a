'use client';
import Link from 'next/link';
import { useRef, useState } from 'react';
import { faultOf } from '@/components/desk/frame/faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { newRequestKey } from '@/components/desk/frame/request-key';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { listHref } from '@/components/desk/payouts/filter-query';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { groupAmounts, groupDigits } from '@/components/ui/figures/group-digits';
import { type CreatedPayoutAnswer, createdPayoutAnswer } from '@/lib/payouts/schema';
import type { PayoutAsset } from '@/lib/payouts/terms/create-schema';
import { MoreFields } from './more-fields';
import { bodyOf, currencyOf, type PayoutDraft, previewBodyOf } from './new-payout-draft';
import { faultsOf } from './new-payout-faults';
import { NewPayoutFields } from './new-payout-fields';
import { PayoutPreviewPanel } from './payout-preview-panel';
import { usePayoutPreview } from './use-payout-preview';

/** Fields that say themselves what is wrong with them. */
const said = [
  ...['amount', 'asset', 'chain', 'recipient', 'reference', 'description', 'expires_in'],
  ...['return_url', 'cancel_url', 'metadata', 'display.amount', 'display.currency'],
];

export type FieldsProps = {
  draft: PayoutDraft;
  asset: PayoutAsset;
  onChange: (part: Partial<PayoutDraft>) => void;
  fault: (name: string) => string | null;
};

type NewPayoutFormProps = {
  assets: readonly [PayoutAsset, ...PayoutAsset[]];
  /** In which an amount may be said, beside the asset. */
  currencies: readonly string[];
  draft: PayoutDraft;
  onChange: (draft: PayoutDraft) => void;
  onMade: (payout: CreatedPayoutAnswer) => void;
};

export function NewPayoutForm({ assets, currencies, draft, onChange, onMade }: NewPayoutFormProps) {
  const { run, pending, problem, clear } = useAction();
  /** One name for as long as the same thing is asked for, so that a lost answer makes no second payout. */
  const [key, setKey] = useState(newRequestKey);
  const underWay = useRef(false);
  const asset = assets[draft.asset] ?? assets[0];
  const previewed = usePayoutPreview(previewBodyOf(draft, asset));
  const notes = previewed.stale ? null : previewed.preview?.notes;
  const blocked = notes?.find(({ blocking }) => blocking)?.text ?? null;
  const { form, fault: faultIn } = useForm({ problem, clear }, faultsOf(draft, asset), () => make());
  const fault = (name: string) => {
    const asked = faultIn(name) ?? faultOf(previewed.problem, name);
    return asked ? groupAmounts(asked) : name === 'recipient' ? blocked : null;
  };
  const change = (part: Partial<PayoutDraft>) => {
    clear();
    setKey(newRequestKey());
    onChange({ ...draft, ...part });
  };
  const make = async () => {
    if (underWay.current) return;
    const faulty = form.ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    // What is known to be refused is mended first, not confirmed first.
    if (faulty && !previewed.stale) return faulty.focus();
    underWay.current = true;
    const body = bodyOf(draft, asset);
    const answer = await run('/api/desk/payouts', { method: 'POST', body, key, returns: createdPayoutAnswer });
    underWay.current = false;
    if (answer.ok) onMade(answer.data);
  };
  const amount =
    previewed.preview && !previewed.stale
      ? ` of ${groupDigits(draft.amount.trim())} ${currencyOf(draft, asset) ?? asset.asset}`
      : '';
  return (
    <form {...form} className="grid max-w-5xl gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
      <div className="min-w-0 space-y-5">
        <NewPayoutFields {...{ assets, currencies, draft, asset, onChange: change, fault }} />
        <MoreFields {...{ draft, asset, onChange: change, fault }} />
      </div>
      <div className="min-w-0 space-y-4 lg:sticky lg:top-6">
        <PayoutPreviewPanel {...{ draft, asset, previewed }} />
        {problem?.code === 'reference_taken' && (
          <Callout
            actions={
              <Link href={listHref({ q: draft.reference.trim() })} prefetch={false} className={buttonClass('text')}>
                See that payout
              </Link>
            }
          >
            If it is the one that you meant, you are done.
          </Callout>
        )}
        {problem?.code === 'unreachable' ? (
          <Callout tone="bad">
            The portal did not answer. Press the button again: if the payout was made, that makes no second one.
          </Callout>
        ) : (
          <ProblemCallout problem={problem} fields={said} />
        )}
        {/* One below the other: nothing may move under the pointer when the button's words change. */}
        <div className="grid justify-items-start gap-2">
          <button type="submit" className={`${buttonClass('smallPrimary')} w-full`} disabled={pending}>
            {pending ? 'Making it …' : `Make this payout${amount}`}
          </button>
          <Link href="/dashboard/payouts" prefetch={false} className={buttonClass('bare')}>
            Back without making it
          </Link>
        </div>
      </div>
    </form>
  );
}
