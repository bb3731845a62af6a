'use client';
import { Action } from '@/components/ui/action';
import { Panel } from '@/components/ui/panel';
import { useConnectingDeclined } from '@/components/wallet/connecting-declined';
import type { WayIn } from './use-wallet-choice';

export function ConnectPanel({ waysIn }: { waysIn: WayIn[] }) {
  const declined = useConnectingDeclined();
  return (
    <Panel
      heading="Choose your wallet"
      actions={waysIn.map(({ name, open }, index) => (
        <Action key={name} kind={index === 0 ? 'primary' : 'quiet'} onPress={open}>
          Connect {name}
        </Action>
      ))}
    >
      {declined && (
        <p role="alert" className="text-warn">
          {declined === 'declined'
            ? 'You declined in your wallet, so it is not connected. Choose again when you are ready.'
            : 'Your wallet did not connect. Open it, see whether it is unlocked, and choose again.'}
        </p>
      )}
      <p>Connecting only shows us your address. Nothing is sent by it.</p>
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
