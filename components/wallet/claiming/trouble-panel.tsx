'use client';
import { Action } from '@/components/ui/action';
import { Fold } from '@/components/ui/fold';
import { Panel } from '@/components/ui/panel';
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
  const { heading, words, next } = troubleOf(trouble.kind, inDoubt);
  const { answer } = trouble;
  const step = {
    send: <Action onPress={answer ? () => onSend(answer) : onPrepare}>{label}</Action>,
    prepare: <Action onPress={onPrepare}>Prepare it again</Action>,
    look: <Action onPress={onLook}>See where it stands</Action>,
    switch: <Action onPress={onOther}>Use another wallet</Action>,
  };
  return (
    <Panel
      heading={heading}
      actions={
        <>
          {step[next]}
          {next !== 'switch' && next !== 'look' && (
            <Action kind="text" onPress={onOther}>
              Use another wallet
            </Action>
          )}
        </>
      }
    >
      <p>{words}</p>
      {trouble.detail && trouble.kind !== 'rejected' && (
        <Fold title="Details">
          <p className="wrap-anywhere">{trouble.detail}</p>
        </Fold>
      )}
    </Panel>
  );
}
