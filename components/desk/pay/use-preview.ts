'use client';
import { useEffect, useState } from 'react';
import { askDesk, type Problem } from '@/components/desk/frame/ask';
import { useViewer } from '@/components/desk/frame/desk';
import type { PaymentWay } from '@/db/vocabulary';
import { type PreviewAnswer, previewAnswer } from '@/lib/by-hand/sightings/schema';

export type Wanted = { ids: readonly string[]; sender: string; callsOn: readonly number[] | null; way?: PaymentWay };
export type Previewed =
  | { at: 'reading' }
  | { at: 'ready'; answer: PreviewAnswer }
  | { at: 'refused'; problem: Problem };

/** The body of a preview and of what is prepared from it: the same, so that what was shown is what is signed. */
export function bodyOf({ ids, sender, callsOn, way }: Wanted) {
  return { payout_ids: ids, sender, capabilities: { calls_on: callsOn ?? [] }, ...(way && { way }) };
}

/** What paying these from that wallet would be, asked anew whenever one of them changes. */
export function usePreview(wanted: Wanted): [Previewed, () => void] {
  const { merchant } = useViewer();
  const [round, setRound] = useState(0);
  const [previewed, setPreviewed] = useState<Previewed>({ at: 'reading' });
  const body = wanted.callsOn === null ? null : JSON.stringify(bodyOf(wanted));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again for the same
  useEffect(() => {
    setPreviewed({ at: 'reading' });
    if (body === null) return;
    const over = new AbortController();
    const ask = { method: 'POST', body: JSON.parse(body), merchantId: merchant.id, signal: over.signal } as const;
    void askDesk('/api/desk/payments/preview', { ...ask, returns: previewAnswer }).then((answer) => {
      if (over.signal.aborted) return;
      setPreviewed(answer.ok ? { at: 'ready', answer: answer.data } : { at: 'refused', problem: answer.problem });
    });
    return () => over.abort();
  }, [body, merchant.id, round]);
  return [previewed, () => setRound((count) => count + 1)];
}
