import { Status } from '@/components/ui/status';
import type { PayoutRow } from '@/lib/desk/list/schema';
import { standingOf } from './status-words';

export function PayoutStatus({
  payout,
}: {
  payout: Pick<PayoutRow, 'status' | 'obstacle' | 'cancellation' | 'rail' | 'delivery' | 'transfer'>;
}) {
  const { tone, words } = standingOf(payout);
  return <Status tone={tone}>{words}</Status>;
}
