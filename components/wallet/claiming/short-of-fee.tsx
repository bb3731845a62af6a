'use client';
import { Action } from '@/components/ui/action';
import { roughAmount } from '@/components/ui/figures/rough-amount';
import { Panel } from '@/components/ui/panel';
import type { ClaimAnswer, ClaimView } from '@/lib/claims/schema';

type ShortOfFeeProps = {
  view: ClaimView;
  fee: NonNullable<ClaimAnswer['network_fee']>;
  onAgain: () => void;
  /** Where it covers the cost, and the wallet may want more: to try it anyway. */
  onTry: (() => void) | undefined;
  onOther: () => void;
};

export function ShortOfFee({ view, fee, onAgain, onTry, onOther }: ShortOfFeeProps) {
  const coins = (amount: string, direction: 'up' | 'down') => (
    <span className="whitespace-nowrap tabular-nums">{`${roughAmount(amount, direction)} ${fee.currency}`}</span>
  );
  return (
    <Panel
      heading={onTry ? 'Perhaps not enough for the network fee' : 'Not enough for the network fee'}
      actions={
        <>
          <Action onPress={onAgain}>I have added some, look again</Action>
          {onTry && (
            <Action kind="quiet" onPress={onTry}>
              Try it anyway
            </Action>
          )}
          <Action kind="text" onPress={onOther}>
            Use another wallet
          </Action>
        </>
      }
    >
      <p>
        The network charges about {coins(fee.estimate, 'up')} for sending this. While it sends, a wallet sets aside up
        to {coins(fee.reserve, 'up')} and keeps what is not used. Yours has {coins(fee.balance, 'down')}. It was not
        asked to send anything.
      </p>
      <p>
        Add a little {fee.currency} on {view.chain.name} to this wallet and look again.
      </p>
    </Panel>
  );
}
