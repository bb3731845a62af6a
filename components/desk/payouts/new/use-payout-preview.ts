'use client';
import { type Answer, askDesk, type Problem } from '@/components/desk/frame/ask';
import { useAsked } from '@/components/desk/frame/use-asked';
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
  const { data: answer, isPlaceholderData } = useAsked<Answer<PayoutPreview>>({
    of: ['payout preview', JSON.stringify(body)],
    when: body !== null,
    read: async (asking) => {
      await pause(pauseMs, asking.signal);
      return askDesk('/api/desk/payouts/preview', { ...asking, method: 'POST', body, returns: payoutPreview });
    },
    keepsLast: true,
  });
  if (body === null || answer === undefined) return { preview: null, stale: body !== null, problem: null };
  const stale = isPlaceholderData;
  if (answer.ok) return { preview: answer.data, stale, problem: null };
  return { preview: null, stale, problem: stale ? null : answer.problem };
}

/** Ends early when nobody waits for it any more. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
