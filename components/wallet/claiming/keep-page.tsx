'use client';
import { Component, type ReactNode } from 'react';
import { Action } from '@/components/ui/action';
import { Panel } from '@/components/ui/panel';
import { useWalletWords } from '@/components/wallet/wallet-words';

/**
 * Keeps a fault of the wallet's part from taking the page with it: browsers' translators and extensions change what is on
 * the page, and React may stumble over that. What was sent is kept outside of it.
 */
export class KeepPage extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return <Stopped onGoOn={() => this.setState({ isBroken: false })} />;
  }
}

function Stopped({ onGoOn }: { onGoOn: () => void }) {
  const say = useWalletWords();
  return (
    <Panel
      heading={say('wallet.stopped.heading')}
      actions={
        <>
          <Action onPress={() => window.location.reload()}>{say('wallet.stopped.look')}</Action>
          <Action kind="text" onPress={onGoOn}>
            {say('wallet.stopped.goOn')}
          </Action>
        </>
      }
    >
      <p>{say('wallet.stopped.words')}</p>
    </Panel>
  );
}
