'use client';
import { type FormEvent, useState } from 'react';
import { Action } from '@/components/ui/action';
import { buttonClass } from '@/components/ui/button';
import { TextField } from '@/components/ui/fields';
import { useWalletWords } from '@/components/wallet/wallet-words';
import type { ClaimView, DestinationAnswer } from '@/lib/claims/schema';
import { groupedIn } from '@/lib/words/numbers';
import { ExchangeQuestion, type Keeper } from './exchange-question';
import { SendPanel } from './send-panel';
import { useSend } from './use-send';

type ConfirmAddressProps = {
  token: string;
  view: ClaimView;
  found: DestinationAnswer;
  onOther: () => void;
};

/** So many of an address's characters are typed once more: a person who pasted the wrong one notices. */
const typedAgain = 6;

/** The whole address, whose it is, and its last characters typed once more; then it is sent. */
export function ConfirmAddress({ token, view, found, onOther }: ConfirmAddressProps) {
  const say = useWalletWords();
  const { sending, send } = useSend(token);
  const [keeper, setKeeper] = useState<Keeper>();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const { address, name, notes } = found;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isRight = typed.trim().toLowerCase() === address.slice(-typedAgain).toLowerCase();
    if (!keeper) return setFault(say('wallet.paste.whose.missing'));
    if (!isRight) return setFault(say('wallet.paste.last.wrong'));
    setFault(null);
    return void send({ address });
  };
  const amount = `${groupedIn(say.language, view.net)} ${view.asset.symbol}`;
  return (
    <SendPanel
      sending={sending}
      heading={say('wallet.paste.confirm.heading')}
      actions={
        <Action kind="text" onPress={onOther}>
          {say('wallet.paste.other')}
        </Action>
      }
    >
      {name && (
        <p className="text-text">
          <bdi>{name}</bdi>
        </p>
      )}
      <p dir="ltr" className="rounded-md border border-line bg-surface p-3 text-start font-mono break-all text-text">
        {address}
      </p>
      {notes.some(({ check }) => check === 'contract') && (
        <p className="text-warn">{say('wallet.paste.contract', { network: view.chain.name })}</p>
      )}
      <form noValidate onSubmit={submit} className="space-y-4 text-start text-text">
        <ExchangeQuestion {...{ view, keeper }} onChange={setKeeper} />
        <TextField
          mono
          name="last"
          label={say('wallet.paste.last')}
          hint={say('wallet.paste.last.hint')}
          fault={fault}
          value={typed}
          onChange={setTyped}
          maxLength={20}
          autoCapitalize="none"
          autoCorrect="off"
          dir="ltr"
          className="min-h-11 w-full"
        />
        <button type="submit" className={buttonClass()}>
          {say('wallet.paste.send', { amount })}
        </button>
      </form>
      <p>{say('wallet.paste.final')}</p>
    </SendPanel>
  );
}
