'use client';
import { useState } from 'react';
import { Action } from '@/components/ui/action';
import { Hash } from '@/components/ui/figures/hex';
import { Panel } from '@/components/ui/panel';
import { useLater } from '@/components/ui/use-later';
import { sentAgoMs } from './kept-attempt';
import { costOfAgain, startAgainAfterMs } from './start-again-after';

/** A wallet that said nothing for so long may never answer. */
const maxWaitMs = 20_000;

export function Asking({ onAgain, onOther }: { onAgain: () => void; onOther: () => void }) {
  const isLate = useLater(maxWaitMs);
  return (
    <Panel
      heading="Confirm it in your wallet"
      actions={
        <>
          <Action kind={isLate ? 'quiet' : 'text'} onPress={onAgain}>
            Nothing shows up? Start again
          </Action>
          {isLate && (
            <Action kind="text" onPress={onOther}>
              Use another wallet
            </Action>
          )}
        </>
      }
    >
      <p>Your wallet is asking you now. Nothing moves before you confirm there; this page moves on when you have.</p>
      {isLate && (
        <p>
          It has not answered yet. Open it and look for a request of this page. If it sent the claim already, this page
          shows it by itself.
        </p>
      )}
    </Panel>
  );
}

/** Only until the portal has the hash, too: from then on the page itself says that it was sent, to every visitor. */
export function Sent({ hash, onAgain }: { hash: string; onAgain: () => void }) {
  const [agoMs] = useState(() => sentAgoMs(hash));
  const isLate = useLater(startAgainAfterMs - agoMs);
  return (
    <div data-sent>
      <Panel
        heading="Sent"
        actions={
          isLate && (
            <Action kind="text" onPress={onAgain}>
              Start again
            </Action>
          )
        }
      >
        <p>
          The network usually sees it within seconds, and this page then shows how far it is. You can close it
          meanwhile.
        </p>
        <div>
          <span>Transfer </span>
          <Hash value={hash} />
        </div>
        {isLate && <p>{costOfAgain}</p>}
      </Panel>
    </div>
  );
}
