'use client';
import { useEffect, useState } from 'react';
import { type Answer, askDesk, type Problem } from '@/components/desk/frame/ask';
import { useViewer } from '@/components/desk/frame/desk';
import { type PayoutPreview, type PreviewPayoutBody, payoutPreview } from '@/lib/payouts/terms/create-schema';

/** Long enough that nobody is asked about half a number. */
const pauseMs = 350;

export type Previewed = {
  /** What was last worked out; `stale` while something newer is being asked. */
  preview: PayoutPreview | null;
  stale: boolean;
  /** Why what stands in the form now cannot be. */
  problem: Problem | null;
};

/** Asks what a payout would mean, whenever the member stops typing. */
export function usePayoutPreview(body: PreviewPayoutBody | null): Previewed {
  const { merchant } = useViewer();
  const asked = body && JSON.stringify(body);
  const [seen, setSeen] = useState<{ asked: string; answer: Answer<PayoutPreview> } | null>(null);
  useEffect(() => {
    if (asked === null) return;
    const stop = new AbortController();
    const ask = async () => {
      const answer = await askDesk('/api/desk/payouts/preview', {
        ...{ method: 'POST', body: JSON.parse(asked), merchantId: merchant.id, returns: payoutPreview },
        signal: stop.signal,
      });
      if (!stop.signal.aborted) setSeen({ asked, answer });
    };
    const timer = setTimeout(() => void ask(), pauseMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, merchant.id]);
  if (asked === null || seen === null) return { preview: null, stale: asked !== null, problem: null };
  const stale = seen.asked !== asked;
  if (seen.answer.ok) return { preview: seen.answer.data, stale, problem: null };
  return { preview: null, stale, problem: stale ? null : seen.answer.problem };
}
