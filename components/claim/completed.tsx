import { Address, Hash } from '@/components/ui/hex';
import { PaidActions } from './paid-actions';
import { ScreenFrame } from './screen-frame';
import type { ScreenProps } from './screen-props';

export function Completed(props: ScreenProps) {
  const { transfer } = props.view;
  return (
    <ScreenFrame view={props.view} tone="good" icon="check" heading="Paid" actions={<PaidActions {...props} />}>
      <p>The money is in your wallet, and the network has confirmed it.</p>
      {transfer?.recipient && (
        <div>
          Paid to <Address value={transfer.recipient} />
        </div>
      )}
      {transfer && (
        <div>
          Transfer <Hash value={transfer.hash} href={transfer.explorer_url} />
        </div>
      )}
    </ScreenFrame>
  );
}
