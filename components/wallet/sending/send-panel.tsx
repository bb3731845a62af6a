'use client';
import type { ReactNode } from 'react';
import { Panel } from '@/components/ui/panel';
import { useWalletWords } from '@/components/wallet/wallet-words';
import type { Sending } from './use-send';

type SendPanelProps = { sending: Sending; heading: string; children?: ReactNode; actions?: ReactNode };

/** One step of having it sent, with what became of the last press above its words. */
export function SendPanel({ sending, heading, children, actions }: SendPanelProps) {
  const say = useWalletWords();
  if (sending.at === 'asking' || sending.at === 'taken') {
    return (
      <Panel heading={say('wallet.send.asking')}>
        <p>{say('wallet.send.asking.words')}</p>
      </Panel>
    );
  }
  return (
    <Panel heading={heading} actions={actions}>
      {sending.at === 'trouble' && (
        <p role="alert" className="text-warn">
          {sending.kind === 'incomplete'
            ? say('wallet.trouble.key_signature_needed.words')
            : say(`wallet.send.trouble.${sending.kind}`)}
        </p>
      )}
      {children}
    </Panel>
  );
}
