'use client';
import { roughAmount } from '@/components/ui/rough-amount';
import type { ClaimAnswer, ClaimView } from '@/lib/payouts/schema';
import { Action } from './action';
import { Panel } from './panel';

type ShortOfFeeProps = {
  view: ClaimView;
  fee: NonNullable<ClaimAnswer['network_fee']>;
  onAgain: () => void;
  onOther: () => void;
};

export function ShortOfFee({ view, fee, onAgain, onOther }: ShortOfFeeProps) {
  return (
    <Panel
      heading="Not enough for the network fee"
      actions={
        <>
          <Action onPress={onAgain}>I have added some, look again</Action>
          <Action kind="text" onPress={onOther}>
            Use another wallet
          </Action>
        </>
      }
    >
      <p>
        The network charges about{' '}
        <span className="whitespace-nowrap tabular-nums">{`${roughAmount(fee.estimate, 'up')} ${fee.currency}`}</span>{' '}
        for sending this, and your wallet has{' '}
        <span className="whitespace-nowrap tabular-nums">{`${roughAmount(fee.balance, 'down')} ${fee.currency}`}</span>.
        It was not asked to send anything.
      </p>
      <p>
        Add a little {fee.currency} on {view.chain.name} to this wallet and look again.
      </p>
    </Panel>
  );
}
