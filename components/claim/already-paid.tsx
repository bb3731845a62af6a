import { Address, Hash } from '@/components/ui/hex';
import { Time } from '@/components/ui/time';
import { PaidActions } from './paid-actions';
import { ScreenFrame } from './screen-frame';
import type { ScreenProps } from './screen-props';

export function AlreadyPaid(props: ScreenProps) {
  const { transfer, completed_at: at } = props.view;
  return (
    <ScreenFrame view={props.view} tone="good" icon="check" heading="Already paid" actions={<PaidActions {...props} />}>
      <p>
        This link was used{at && <> and paid on </>}
        {at && <Time iso={at} />}. A link pays once, so there is nothing left to claim here.
      </p>
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
