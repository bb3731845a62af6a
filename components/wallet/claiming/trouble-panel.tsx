'use client';
import { Action } from '@/components/ui/action';
import { Fold } from '@/components/ui/fold';
import { Panel } from '@/components/ui/panel';
import { useWalletWords } from '@/components/wallet/wallet-words';
import type { ClaimAnswer } from '@/lib/claims/schema';
import type { Attempt } from './attempt';
import { troubleOf } from './troubles';

type TroublePanelProps = {
  trouble: Extract<Attempt, { at: 'trouble' }>;
  /** Whether the wallet may have sent something already. */
  inDoubt: boolean;
  label: string;
  onSend: (answer: ClaimAnswer) => void;
  onPrepare: () => void;
  onLook: () => void;
  onOther: () => void;
};

export function TroublePanel({ trouble, inDoubt, label, onSend, onPrepare, onLook, onOther }: TroublePanelProps) {
  const say = useWalletWords();
  const { heading, words, next } = troubleOf(trouble.kind, inDoubt, say);
  const { answer } = trouble;
  const step = {
    send: <Action onPress={answer ? () => onSend(answer) : onPrepare}>{label}</Action>,
    prepare: <Action onPress={onPrepare}>{say('wallet.trouble.prepare')}</Action>,
    look: <Action onPress={onLook}>{say('wallet.trouble.look')}</Action>,
    switch: <Action onPress={onOther}>{say('wallet.useAnother')}</Action>,
  };
  return (
    <Panel
      heading={heading}
      actions={
        <>
          {step[next]}
          {next !== 'switch' && next !== 'look' && (
            <Action kind="text" onPress={onOther}>
              {say('wallet.useAnother')}
            </Action>
          )}
        </>
      }
    >
      <p>{words}</p>
      {trouble.detail && trouble.kind !== 'rejected' && (
        <Fold title={say('wallet.trouble.details')}>
          <p lang="en" dir="auto" className="wrap-anywhere">
            {trouble.detail}
          </p>
        </Fold>
      )}
    </Panel>
  );
}
