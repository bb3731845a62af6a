'use client';
import { useState } from 'react';
import { Action } from '@/components/ui/action';
import { Hash } from '@/components/ui/figures/hex';
import { Panel } from '@/components/ui/panel';
import { useLater } from '@/components/ui/use-later';
import { useWalletWords } from '@/components/wallet/wallet-words';
import { sentAgoMs } from './kept-attempt';
import { startAgainAfterMs } from './start-again-after';

/** A wallet that said nothing for so long may never answer. */
const maxWaitMs = 20_000;

export function Asking({ onAgain, onOther }: { onAgain: () => void; onOther: () => void }) {
  const isLate = useLater(maxWaitMs);
  const say = useWalletWords();
  return (
    <Panel
      heading={say('wallet.asking.heading')}
      actions={
        <>
          <Action kind={isLate ? 'quiet' : 'text'} onPress={onAgain}>
            {say('wallet.asking.again')}
          </Action>
          {isLate && (
            <Action kind="text" onPress={onOther}>
              {say('wallet.useAnother')}
            </Action>
          )}
        </>
      }
    >
      <p>{say('wallet.asking.words')}</p>
      {isLate && <p>{say('wallet.asking.late')}</p>}
    </Panel>
  );
}

/** Only until the portal has the hash, too: from then on the page itself says that it was sent, to every visitor. */
export function Sent({ hash, onAgain }: { hash: string; onAgain: () => void }) {
  const say = useWalletWords();
  const [agoMs] = useState(() => sentAgoMs(hash));
  const isLate = useLater(startAgainAfterMs - agoMs);
  return (
    <div data-sent>
      <Panel
        heading={say('wallet.sent.heading')}
        actions={
          isLate && (
            <Action kind="text" onPress={onAgain}>
              {say('wallet.sent.again')}
            </Action>
          )
        }
      >
        <p>{say('wallet.sent.words')}</p>
        <div>
          <span>{say('wallet.sent.transfer')} </span>
          <Hash value={hash} say={say} />
        </div>
        {isLate && <p>{say('wallet.sent.costOfAgain')}</p>}
      </Panel>
    </div>
  );
}
