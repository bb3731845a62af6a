'use client';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useViewer } from '@/components/desk/frame/desk';
import type { CreatedPayoutAnswer } from '@/lib/payouts/schema';
import type { PayoutAsset } from '@/lib/payouts/terms/create-schema';
import { newDraft, type PayoutDraft, suggestReference } from './new-payout-draft';
import { NewPayoutForm } from './new-payout-form';
import { PayoutMade } from './payout-made';

type NewPayoutProps = {
  assets: readonly [PayoutAsset, ...PayoutAsset[]];
  currencies: readonly string[];
  reference: string;
};

/** Makes a payout, and shows its link in place of the form. */
export function NewPayout({ assets, currencies, reference }: NewPayoutProps) {
  const { time_zone: zone } = useViewer();
  const [draft, setDraft] = useState<PayoutDraft>(() => newDraft(reference));
  const [made, setMade] = useState<CreatedPayoutAnswer | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const another = () => {
    // At once, so that nothing typed meanwhile goes astray.
    flushSync(() => {
      setDraft({ ...newDraft(suggestReference(new Date(), zone), draft.asset), rail: draft.rail, to: draft.to });
      setMade(null);
    });
    place.current?.querySelector('input')?.focus();
  };
  return (
    <div ref={place}>
      {made ? (
        <PayoutMade payout={made} onAnother={another} />
      ) : (
        <NewPayoutForm {...{ assets, currencies }} draft={draft} onChange={setDraft} onMade={setMade} />
      )}
    </div>
  );
}
