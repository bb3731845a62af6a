import { ScreenFrame } from '@/components/claim/screen-frame';
import type { ScreenProps } from '@/components/claim/screen-props';
import { PaidActions } from './paid-actions';
import { PaidTransfer } from './paid-transfer';

export function Completed(props: ScreenProps) {
  const { transfer } = props.view;
  return (
    <ScreenFrame view={props.view} tone="good" icon="check" heading="Paid" actions={<PaidActions {...props} />}>
      <p>The money is in your wallet, and the network has confirmed it.</p>
      {transfer && <PaidTransfer transfer={transfer} />}
    </ScreenFrame>
  );
}
