'use client';
import { Action } from '@/components/ui/action';
import { Address } from '@/components/ui/figures/hex';
import { SendPanel } from '@/components/wallet/sending/send-panel';
import { useSend } from '@/components/wallet/sending/use-send';
import { useWalletWords } from '@/components/wallet/wallet-words';
import type { ClaimView } from '@/lib/claims/schema';
import { groupedIn } from '@/lib/words/numbers';

type OfferPanelProps = { token: string; view: ClaimView; address: string; onSelf: () => void; onOther: () => void };

/** The wallet said where to; the portal sends it there, and no network fee is paid here. */
export function OfferPanel({ token, view, address, onSelf, onOther }: OfferPanelProps) {
  const say = useWalletWords();
  const { sending, send } = useSend(token);
  const amount = `${groupedIn(say.language, view.net)} ${view.asset.symbol}`;
  return (
    <SendPanel
      sending={sending}
      heading={say('wallet.offer.heading')}
      actions={
        <>
          <Action onPress={() => void send({ address })}>{say('wallet.offer.do', { amount })}</Action>
          <Action kind="quiet" onPress={onSelf}>
            {say('wallet.offer.self')}
          </Action>
          <Action kind="text" onPress={onOther}>
            {say('wallet.useAnother')}
          </Action>
        </>
      }
    >
      <div>
        <Address value={address} say={say} />
      </div>
      <p>{say('wallet.offer.words')}</p>
    </SendPanel>
  );
}
