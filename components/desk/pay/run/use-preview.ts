'use client';
import { askDesk, type Problem } from '@/components/desk/frame/ask';
import { useAsked } from '@/components/desk/frame/use-asked';
import type { PaymentWay } from '@/db/vocabulary/payouts';
import { type PreviewAnswer, previewAnswer } from '@/lib/by-hand/sightings/schema';

export type PreviewInput = {
  ids: readonly string[];
  sender: string;
  callsOn: readonly number[] | null;
  way?: PaymentWay;
};
export type Previewed =
  | { at: 'reading' }
  | { at: 'ready'; answer: PreviewAnswer }
  | { at: 'refused'; problem: Problem };

/** The body of a preview and of what is prepared from it: the same, so that what was shown is what is signed. */
export function bodyOf({ ids, sender, callsOn, way }: PreviewInput) {
  return { payout_ids: ids, sender, capabilities: { calls_on: callsOn ?? [] }, ...(way && { way }) };
}

const reading: Previewed = { at: 'reading' };

/** What paying these from that wallet would be, asked again whenever one of them changes. Never what something else would be. */
export function usePreview(wanted: PreviewInput): [Previewed, () => void] {
  const body = JSON.stringify(bodyOf(wanted));
  const { data, isFetching, refetch } = useAsked<Previewed>({
    of: ['payments preview', body],
    when: wanted.callsOn !== null,
    read: async (asking) => {
      const ask = { ...asking, method: 'POST', body: JSON.parse(body) } as const;
      const answer = await askDesk('/api/desk/payments/preview', { ...ask, returns: previewAnswer });
      return answer.ok ? { at: 'ready', answer: answer.data } : { at: 'refused', problem: answer.problem };
    },
  });
  return [isFetching || data === undefined ? reading : data, () => void refetch()];
}
