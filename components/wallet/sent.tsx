'use client';
import { Hash } from '@/components/ui/hex';
import { Action } from './action';
import { Panel } from './panel';

export function Asking({ onAgain }: { onAgain: () => void }) {
  return (
    <Panel
      heading="Confirm it in your wallet"
      actions={
        <Action kind="text" onPress={onAgain}>
          Nothing shows up? Start again
        </Action>
      }
    >
      <p>Your wallet is asking you now. Nothing has left the vault yet; this page moves on when you have answered.</p>
    </Panel>
  );
}

export function Sent({ hash, onAgain }: { hash: string; onAgain: () => void }) {
  return (
    <Panel
      heading="Sent"
      actions={
        <Action kind="text" onPress={onAgain}>
          Nothing happens for minutes? Start again
        </Action>
      }
    >
      <p>
        The network usually sees it within seconds, and this page then shows how far it is. You can close it meanwhile.
      </p>
      <div>
        Transfer <Hash value={hash} />
      </div>
    </Panel>
  );
}
