import type { ClaimView } from '@/lib/claims/schema';

export type Step = { name: string; state: 'done' | 'now' | 'later' };
export type Progress = { steps: Step[]; confirmations: number; needed: number };

/** How far a transfer is, from what the server saw: sent, seen in a block, confirmed n times of m, paid. */
export function progressOf(transfer: ClaimView['transfer']): Progress {
  const needed = transfer?.confirmations_needed ?? 0;
  const confirmations = Math.min(transfer?.confirmations ?? 0, needed);
  const seen = transfer?.status === 'confirming' || transfer?.status === 'confirmed';
  const count = seen && needed > 0 ? `Confirming: ${confirmations} of ${needed}` : 'Confirmed by the network';
  const names = [
    'Sent by your wallet',
    seen ? 'Seen by the network' : 'Waiting for the network to see it',
    count,
    'Paid',
  ];
  const current = seen ? 2 : 1;
  const stateOf = (index: number) => (index < current ? 'done' : index === current ? 'now' : 'later');
  return { steps: names.map((name, index) => ({ name, state: stateOf(index) })), confirmations, needed };
}

/** The progress in one sentence, for those who hear the page. */
export function progressWords(view: ClaimView): string {
  if (view.status !== 'processing') return '';
  return progressOf(view.transfer).steps.find((step) => step.state === 'now')?.name ?? '';
}
