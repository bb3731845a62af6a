'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Panel } from '@/components/ui/panel';
import { useWalletWords } from '@/components/wallet/wallet-words';
import type { ClaimAnswer, ClaimView } from '@/lib/claims/schema';
import { Preview } from './preview';
import { Asking, Sent } from './sent';
import { ShortOfFee } from './short-of-fee';
import { TroublePanel } from './trouble-panel';
import type { Claim } from './use-claim';

type AttemptPanelProps = { claim: Claim; view: ClaimView; address: string; label: string; onOther: () => void };

/** Where the attempt stands, once the right wallet is there on the right network. */
export function AttemptPanel({ claim, view, address, label, onOther }: AttemptPanelProps) {
  const { attempt, inDoubt, send, prepareAgain } = claim;
  const router = useRouter();
  const say = useWalletWords();
  /** A call that the reader goes on with although the wallet may refuse. */
  const [triedAnyway, setTriedAnyway] = useState<ClaimAnswer>();
  switch (attempt.at) {
    case 'preparing':
      return (
        <Panel heading={say('wallet.preparing.heading')}>
          <p>{say('wallet.preparing.words')}</p>
        </Panel>
      );
    case 'prepared': {
      const fee = attempt.answer.network_fee;
      return fee && !fee.enough && attempt.answer !== triedAnyway ? (
        <ShortOfFee
          view={view}
          fee={fee}
          onAgain={prepareAgain}
          onTry={fee.tight ? () => setTriedAnyway(attempt.answer) : undefined}
          onOther={onOther}
        />
      ) : (
        <Preview {...{ view, address, label, inDoubt, onOther }} answer={attempt.answer} onSend={send} />
      );
    }
    case 'asking':
      return <Asking onAgain={prepareAgain} onOther={onOther} />;
    case 'sent':
      return <Sent hash={attempt.hash} onAgain={prepareAgain} />;
    case 'trouble':
      return (
        <TroublePanel
          trouble={attempt}
          inDoubt={inDoubt}
          label={label}
          onSend={send}
          onPrepare={prepareAgain}
          onLook={router.refresh}
          onOther={onOther}
        />
      );
  }
}
