'use client';
import { Action } from '@/components/ui/action';
import { Panel } from '@/components/ui/panel';
import { useConnectingDeclined } from '@/components/wallet/connecting-declined';
import { useWalletWords } from '@/components/wallet/wallet-words';
import type { WayIn } from './use-wallet-choice';

export function ConnectPanel({ waysIn }: { waysIn: WayIn[] }) {
  const declined = useConnectingDeclined();
  const say = useWalletWords();
  return (
    <Panel
      heading={say('wallet.chooseWallet')}
      actions={waysIn.map(({ name, open }, index) => (
        <Action key={name ?? ''} kind={index === 0 ? 'primary' : 'quiet'} onPress={open}>
          {name === null ? say('wallet.connectOne') : say('wallet.connect', { wallet: name })}
        </Action>
      ))}
    >
      {declined && (
        <p role="alert" className="text-warn">
          {say(declined === 'declined' ? 'wallet.connect.declined' : 'wallet.connect.failed')}
        </p>
      )}
      <p>{say('wallet.connect.words')}</p>
    </Panel>
  );
}

export function Connecting({ waysIn }: { waysIn: WayIn[] }) {
  const say = useWalletWords();
  return (
    <Panel
      heading={say('wallet.connecting.heading')}
      actions={
        <Action kind="text" onPress={() => waysIn[0]?.open()}>
          {say('wallet.connecting.again')}
        </Action>
      }
    >
      <p>{say('wallet.connecting.words')}</p>
    </Panel>
  );
}
