'use client';
import { Component, type ReactNode } from 'react';
import { Action } from '@/components/ui/action';
import { Panel } from '@/components/ui/panel';

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
    return (
      <Panel
        heading="This part of the page stopped"
        actions={
          <>
            <Action onPress={() => window.location.reload()}>See where it stands</Action>
            <Action kind="text" onPress={() => this.setState({ isBroken: false })}>
              Go on here
            </Action>
          </>
        }
      >
        <p>
          Something on this page was changed from outside, perhaps by a translator. If your wallet has sent something,
          it goes on; the page read again says where it stands.
        </p>
      </Panel>
    );
  }
}
