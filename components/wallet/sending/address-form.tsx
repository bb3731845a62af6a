'use client';
import { type FormEvent, useState } from 'react';
import { ask } from '@/components/ask/ask';
import { problemOf } from '@/components/ask/problem';
import { buttonClass } from '@/components/ui/button';
import { TextField } from '@/components/ui/fields';
import { Panel } from '@/components/ui/panel';
import { useWalletWords, type WalletSay } from '@/components/wallet/wallet-words';
import type { ClaimView, DestinationAnswer } from '@/lib/claims/schema';

type AddressFormProps = { token: string; view: ClaimView; onFound: (found: DestinationAnswer) => void };

const whys = [
  ...(['checksum', 'form', 'name_not_offered', 'name_malformed', 'name_unset'] as const),
  ...(['name_elsewhere', 'name_silent'] as const),
];
const lost = ['burn_address', 'token_itself', 'payout_contract', 'vault', 'sender_itself', 'blocked_by_token'] as const;

type Outcome = { found: DestinationAnswer } | { fault: string };

async function check(token: string, to: string, say: WalletSay): Promise<Outcome> {
  const reply = await ask<DestinationAnswer>(`/api/v1/claims/${token}/destination`, { method: 'POST', body: { to } });
  if (reply?.ok) {
    const against = reply.data.notes.find(({ blocking }) => blocking)?.check;
    const word = lost.find((one) => one === against);
    if (against) return { fault: word ? say(`wallet.paste.lost.${word}`) : say('wallet.paste.lost.other') };
    return { found: reply.data };
  }
  const { code, facts } = problemOf(reply);
  if (code !== 'address_refused') return { fault: say('wallet.paste.unchecked') };
  const why = whys.find((one) => one === facts?.why);
  return { fault: why ? say(`wallet.paste.why.${why}`) : say('wallet.paste.why.form') };
}

/** Where it should go; an address that cannot be paid is not gone on with. */
export function AddressForm({ token, view, onFound }: AddressFormProps) {
  const say = useWalletWords();
  const [to, setTo] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (to.trim() === '') return setFault(say('wallet.paste.empty'));
    setBusy(true);
    setFault(null);
    const outcome = await check(token, to.trim(), say);
    setBusy(false);
    if ('found' in outcome) onFound(outcome.found);
    else setFault(outcome.fault);
  };
  const network = view.chain.name;
  return (
    <Panel heading={say('wallet.paste.heading')}>
      <p>{say('wallet.paste.words', { network, symbol: view.asset.symbol })}</p>
      <form noValidate onSubmit={submit} className="space-y-3 text-start text-text">
        <TextField
          mono
          name="to"
          label={say('wallet.paste.label')}
          fault={fault}
          value={to}
          onChange={setTo}
          maxLength={255}
          autoCapitalize="none"
          autoCorrect="off"
          dir="ltr"
          className="min-h-11 w-full"
        />
        <button type="submit" className={buttonClass()} disabled={isBusy}>
          {say(isBusy ? 'wallet.paste.checking' : 'wallet.paste.check')}
        </button>
      </form>
    </Panel>
  );
}
