'use client';
import { Action } from '@/components/ui/action';
import { Amount } from '@/components/ui/figures/amount';
import { Fact, Facts } from '@/components/ui/figures/facts';
import { Address } from '@/components/ui/figures/hex';
import { roughAmount } from '@/components/ui/figures/rough-amount';
import { shorten } from '@/components/ui/figures/shorten';
import { Fold } from '@/components/ui/fold';
import { Panel } from '@/components/ui/panel';
import { Rich } from '@/components/ui/words/rich';
import { useWalletWords, type WalletSay } from '@/components/wallet/wallet-words';
import type { ClaimAnswer, ClaimView } from '@/lib/claims/schema';

type PreviewProps = {
  view: ClaimView;
  answer: ClaimAnswer;
  address: string;
  label: string;
  /** Whether the wallet may have sent it before. */
  inDoubt: boolean;
  onSend: (answer: ClaimAnswer) => void;
  onOther: () => void;
};

/** Exactly what will happen, before the wallet is asked: in plain words, and to the byte for those who look. */
export function Preview({ view, answer, address, label, inDoubt, onSend, onOther }: PreviewProps) {
  const say = useWalletWords();
  const { transfer, network_fee: fee } = answer;
  return (
    <Panel
      heading={say('wallet.preview.heading')}
      actions={
        <>
          <Action onPress={() => onSend(answer)}>{label}</Action>
          <p className="text-[0.8125rem] text-quiet">{say('wallet.preview.asks')}</p>
          <Action kind="text" onPress={onOther}>
            {say('wallet.useAnother')}
          </Action>
        </>
      }
    >
      <p className="text-text wrap-anywhere">
        <WhatHappens {...{ view, address, say }} />
      </p>
      {inDoubt && <p className="text-warn">{say('wallet.preview.sentBefore')}</p>}
      <div className="border-t border-line pt-1 text-text">
        <Facts>
          <Fact name={say('wallet.preview.to')}>
            <Address value={address} say={say} />
          </Fact>
          {fee && (
            <Fact name={say('wallet.preview.feeAbout')}>
              <Amount value={roughAmount(fee.estimate, 'up')} symbol={fee.currency} language={say.language} />
            </Fact>
          )}
        </Facts>
        <Fold title={say('wallet.preview.call')}>
          <Facts>
            <Fact name={say('wallet.preview.contract')}>
              <Address value={transfer.to} say={say} />
            </Fact>
            <Fact name={say('wallet.preview.networkNumber')}>{transfer.chainId}</Fact>
            <Fact name={say('wallet.preview.value')}>{BigInt(transfer.value).toString()}</Fact>
          </Facts>
          <p
            dir="ltr"
            className="mt-2 rounded-md border border-line bg-surface p-2 text-start font-mono text-[0.75rem] break-all"
          >
            {transfer.data}
          </p>
        </Fold>
      </div>
    </Panel>
  );
}

type WhatHappensProps = { view: ClaimView; address: string; say: WalletSay };

/** The terms of a payout never change, so that what the page knows of them is what the call does. */
function WhatHappens({ view, address, say }: WhatHappensProps) {
  const { symbol } = view.asset;
  const merchant = view.merchant.name;
  const money = (value: string) => <Amount {...{ value, symbol }} language={say.language} />;
  const payer = /^0(\.0+)?$/.test(view.fee) ? 'none' : view.fee_payer;
  const shown = (
    <bdi dir="ltr" className="whitespace-nowrap">
      {shorten(address)}
    </bdi>
  );
  return (
    <>
      <Rich
        of={say.pieces('wallet.preview.net')}
        with={{ amount: money(view.net), merchant, network: view.chain.name, address: shown }}
      />{' '}
      <Rich of={say.pieces(`wallet.preview.fee.${payer}`)} with={{ fee: money(view.fee), merchant }} />{' '}
      {say('wallet.preview.networkFee')}
    </>
  );
}
