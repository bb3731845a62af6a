'use client';
import { useEffect, useState } from 'react';
import { askDesk, type Problem } from '@/components/desk/frame/ask';
import { useViewer } from '@/components/desk/frame/desk';
import type { PaymentWay } from '@/db/vocabulary';
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

type Answered = { body: string; round: number; previewed: Previewed };

const reading: Previewed = { at: 'reading' };

/** What paying these from that wallet would be, asked again whenever one of them changes. Never what something else would be. */
export function usePreview(wanted: PreviewInput): [Previewed, () => void] {
  const { merchant } = useViewer();
  const [round, setRound] = useState(0);
  const [answered, setAnswered] = useState<Answered | null>(null);
  const body = wanted.callsOn === null ? null : JSON.stringify(bodyOf(wanted));
  useEffect(() => {
    if (body === null) return;
    const over = new AbortController();
    const ask = { method: 'POST', body: JSON.parse(body), merchantId: merchant.id, signal: over.signal } as const;
    void askDesk('/api/desk/payments/preview', { ...ask, returns: previewAnswer }).then((answer) => {
      if (over.signal.aborted) return;
      const previewed = answer.ok
        ? ({ at: 'ready', answer: answer.data } as const)
        : ({ at: 'refused', problem: answer.problem } as const);
      setAnswered({ body, round, previewed });
    });
    return () => over.abort();
  }, [body, merchant.id, round]);
  const isItsAnswer = answered?.body === body && answered?.round === round;
  return [isItsAnswer && answered ? answered.previewed : reading, () => setRound((count) => count + 1)];
}
