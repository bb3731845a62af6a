import { ScreenFrame } from '@/components/claim/screen-frame';
import type { ScreenProps } from '@/components/claim/screen-props';
import { PaidActions } from './paid-actions';
import { PaidTransfer } from './paid-transfer';

export function Completed(props: ScreenProps) {
  const { view, say } = props;
  return (
    <ScreenFrame
      {...{ view, say }}
      tone="good"
      icon="check"
      heading={say('claim.completed.heading')}
      actions={<PaidActions {...props} />}
    >
      <p>{say('claim.completed.words')}</p>
      {view.transfer && <PaidTransfer transfer={view.transfer} say={say} />}
    </ScreenFrame>
  );
}
