'use client';
import { Action } from '@/components/ui/action';
import { Fact, Facts } from '@/components/ui/figures/facts';
import { Address } from '@/components/ui/figures/hex';
import { roughAmount } from '@/components/ui/figures/rough-amount';
import { Fold } from '@/components/ui/fold';
import { Panel } from '@/components/ui/panel';
import type { ClaimAnswer } from '@/lib/claims/schema';

type PreviewProps = {
  answer: ClaimAnswer;
  address: string;
  label: string;
  /** Whether the wallet may have sent it before. */
  inDoubt: boolean;
  onSend: (answer: ClaimAnswer) => void;
  onOther: () => void;
};

const sentBefore =
  'Your wallet may have sent this before. Look into its list of activity first: you are paid once, and sending it again would only cost a second network fee.';

/** Exactly what will happen, before the wallet is asked: in plain words, and to the byte for those who look. */
export function Preview({ answer, address, label, inDoubt, onSend, onOther }: PreviewProps) {
  const { transfer, network_fee: fee } = answer;
  return (
    <Panel
      heading="This is what will happen"
      actions={
        <>
          <Action onPress={() => onSend(answer)}>{label}</Action>
          <p className="text-[0.8125rem] text-quiet">Your wallet asks you once more before anything is sent.</p>
          <Action kind="text" onPress={onOther}>
            Use another wallet
          </Action>
        </>
      }
    >
      <p className="text-text wrap-anywhere">{answer.preview}</p>
      {inDoubt && <p className="text-warn">{sentBefore}</p>}
      <div className="border-t border-line pt-1 text-text">
        <Facts>
          <Fact name="To your wallet">
            <Address value={address} />
          </Fact>
          {fee && (
            <Fact name="Network fee, about">
              <span className="tabular-nums">
                {roughAmount(fee.estimate, 'up')} {fee.currency}
              </span>
            </Fact>
          )}
        </Facts>
        <Fold title="The exact call">
          <Facts>
            <Fact name="Contract">
              <Address value={transfer.to} />
            </Fact>
            <Fact name="Network number">{transfer.chainId}</Fact>
            <Fact name="Value sent">{BigInt(transfer.value).toString()}</Fact>
          </Facts>
          <p className="mt-2 rounded-md border border-line bg-surface p-2 text-left font-mono text-[0.75rem] break-all">
            {transfer.data}
          </p>
        </Fold>
      </div>
    </Panel>
  );
}
