'use client';
import { Action } from './action';
import { Panel } from './panel';
import type { WayIn } from './use-wallet-choice';

export function ConnectPanel({ waysIn }: { waysIn: WayIn[] }) {
  return (
    <Panel
      heading="Choose your wallet"
      actions={waysIn.map(({ name, open }, index) => (
        <Action key={name} kind={index === 0 ? 'primary' : 'quiet'} onPress={open}>
          Connect {name}
        </Action>
      ))}
    >
      <p>Connecting only shows us your address. Nothing is sent yet.</p>
    </Panel>
  );
}

export function Connecting({ waysIn }: { waysIn: WayIn[] }) {
  return (
    <Panel
      heading="Waiting for your wallet"
      actions={
        <Action kind="text" onPress={() => waysIn[0]?.open()}>
          Nothing shows up? Ask again
        </Action>
      }
    >
      <p>If your wallet asks, let this page see your address. Nothing is sent yet.</p>
    </Panel>
  );
}
