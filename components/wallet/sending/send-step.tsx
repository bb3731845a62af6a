'use client';
import { useEffect, useRef } from 'react';
import { Action } from '@/components/ui/action';
import { Address } from '@/components/ui/figures/hex';
import { inLanguage } from '@/components/wallet/in-language';
import { useWalletWords } from '@/components/wallet/wallet-words';
import type { Language } from '@/lib/words/locale';
import { SendPanel } from './send-panel';
import { useSend } from './use-send';

export type SendStepProps = { token: string; address: string };

/** The money can go to one wallet only, so its holder has pressed all that there is to press: it is sent at once. */
function SendStep({ token, address }: SendStepProps) {
  const say = useWalletWords();
  const { sending, send } = useSend(token);
  const pressed = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the press that brought this here
  useEffect(() => {
    if (pressed.current) return;
    pressed.current = true;
    void send({ address });
  }, []);
  return (
    <SendPanel
      sending={sending}
      heading={say('wallet.send.heading')}
      actions={<Action onPress={() => void send({ address })}>{say('wallet.send.again')}</Action>}
    >
      <div>
        <Address value={address} say={say} />
      </div>
    </SendPanel>
  );
}

export const sendStepIn = (language: Language) => inLanguage(language, SendStep);
