'use client';
import { Action } from '@/components/ui/action';
import { Amount } from '@/components/ui/figures/amount';
import { roughAmount } from '@/components/ui/figures/rough-amount';
import { Panel } from '@/components/ui/panel';
import { Rich } from '@/components/ui/words/rich';
import { useWalletWords } from '@/components/wallet/wallet-words';
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
  const say = useWalletWords();
  const coins = (amount: string, direction: 'up' | 'down') => (
    <Amount value={roughAmount(amount, direction)} symbol={fee.currency} language={say.language} />
  );
  return (
    <Panel
      heading={say(onTry ? 'wallet.short.heading.perhaps' : 'wallet.short.heading')}
      actions={
        <>
          <Action onPress={onAgain}>{say('wallet.short.look')}</Action>
          {onTry && (
            <Action kind="quiet" onPress={onTry}>
              {say('wallet.short.try')}
            </Action>
          )}
          <Action kind="text" onPress={onOther}>
            {say('wallet.useAnother')}
          </Action>
        </>
      }
    >
      <p>
        <Rich
          of={say.pieces('wallet.short.words')}
          with={{
            estimate: coins(fee.estimate, 'up'),
            reserve: coins(fee.reserve, 'up'),
            balance: coins(fee.balance, 'down'),
          }}
        />
      </p>
      <p>
        <Rich of={say.pieces('wallet.short.next')} with={{ currency: fee.currency, network: view.chain.name }} />
      </p>
    </Panel>
  );
}
