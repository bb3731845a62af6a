'use client';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { useLater } from '@/components/ui/use-later';
import { useWalletWords } from './wallet-words';

/** A wallet that said nothing for so long may never answer. */
const maxWaitMs = 20_000;

/** Shown while a wallet is asked; after a while it offers a way on. */
export function NoAnswer({ onStop }: { onStop: () => void }) {
  const isLate = useLater(maxWaitMs);
  const say = useWalletWords();
  if (!isLate) return null;
  return (
    <Callout
      tone="warn"
      actions={
        <button type="button" className={buttonClass('small')} onClick={onStop}>
          {say('wallet.noAnswer.stop')}
        </button>
      }
    >
      {say('wallet.noAnswer')}
    </Callout>
  );
}
