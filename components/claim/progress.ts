import type { ClaimView } from '@/lib/claims/schema';
import type { ClaimSay } from './claim-say';
import { isSentForThem } from './screen';

export type Step = { name: string; state: 'done' | 'now' | 'later' };
export type Progress = { steps: Step[]; confirmations: number; needed: number };

/** How far a transfer is, from what the server saw: sent, seen in a block, confirmed n times of m, paid. */
export function progressOf(view: ClaimView, say: ClaimSay): Progress {
  const { transfer } = view;
  const needed = transfer?.confirmations_needed ?? 0;
  const confirmations = Math.min(transfer?.confirmations ?? 0, needed);
  const seen = transfer?.status === 'confirming' || transfer?.status === 'confirmed';
  const isCounting = seen && needed > 0;
  const names = [
    say(isSentForThem(view) ? 'claim.step.sentForYou' : 'claim.step.sent'),
    say(seen ? 'claim.step.seen' : 'claim.step.unseen'),
    isCounting ? say('claim.step.confirming', { count: confirmations, needed }) : say('claim.step.confirmed'),
    say('claim.step.paid'),
  ];
  const current = seen ? 2 : 1;
  const stateOf = (index: number) => (index < current ? 'done' : index === current ? 'now' : 'later');
  return { steps: names.map((name, index) => ({ name, state: stateOf(index) })), confirmations, needed };
}

/** The progress in one sentence, for those who hear the page. */
export function progressWords(view: ClaimView, say: ClaimSay): string {
  if (view.status !== 'processing') return '';
  return progressOf(view, say).steps.find((step) => step.state === 'now')?.name ?? '';
}
