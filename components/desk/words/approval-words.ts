import { groupDigits } from '@/components/ui/figures/group-digits';
import type { AwaitingLine } from '@/lib/desk/approvals/schema';
import type { PayoutRow } from '@/lib/desk/list/schema';

type Reason = Pick<AwaitingLine, 'because' | 'from_amount' | 'approval' | 'payout'>;

/** Which rule asks, in a sentence. */
export function reasonWords({ because, from_amount: from, approval, payout }: Reason): string {
  const amount = `${groupDigits(from ?? '0')} ${payout.asset}`;
  switch (because) {
    case 'two_from':
      return `Payouts from ${amount} on need two people.`;
    case 'one_from':
      return `Payouts from ${amount} on need one person.`;
    case 'new_destination':
      return 'A destination that was never paid before needs one person.';
    case 'earlier_rule':
      return `The rule of the day it was made asks for ${approval.needed === 1 ? 'one person' : 'two people'}.`;
  }
}

/** Why the viewer cannot give the next consent. */
export const standsWords: Record<Exclude<AwaitingLine['stands'], 'asks_you'>, string> = {
  made_by_you: 'You made this one; another member must approve.',
  made_by_your_key: 'You made the API key that made this one; another member must approve.',
  given_by_you: 'You approved it; one more person is needed.',
  asks_others: 'Your role does not approve.',
};

/** What became of a payout that is no longer on the list. */
export function outcomeWords({ reference, status }: Pick<PayoutRow, 'reference' | 'status'>): string {
  if (status === 'cancelled') return `${reference} was rejected`;
  if (status === 'expired') return `${reference} has expired`;
  return `${reference} has its approvals`;
}

/** "1 payout", "3 payouts". */
export function payoutCount(count: number): string {
  return count === 1 ? '1 payout' : `${count} payouts`;
}

/** Who made it. What a server asks for with an API key is nobody's of the team. */
export function makerWords({ made_by: maker }: Pick<AwaitingLine, 'made_by'>): string {
  return maker ? (maker.name ?? 'a former member') : 'your server, through the API';
}
