'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { useMayOperate } from '@/components/operator/frame/operator-facts';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SelectField, TextField } from '@/components/ui/fields';
import type { ChainKey } from '@/db/vocabulary/chains';
import { addedTokenAnswer, addTokenBody } from '@/lib/tokens/schema';

export type ChainChoices = readonly (readonly [key: ChainKey, name: string])[];

/** The button that adds a token, for operators who may. */
export function AddToken({ chains }: { chains: ChainChoices }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  if (!useMayOperate('tokens:write')) return null;
  const done = () => {
    setOpen(false);
    router.refresh();
  };
  return (
    <>
      <button type="button" className={buttonClass('smallPrimary')} onClick={() => setOpen(true)}>
        Add a token
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Add a token">
        <TokenForm chains={chains} onDone={done} />
      </Dialog>
    </>
  );
}

function TokenForm({ chains, onDone }: { chains: ChainChoices; onDone: () => void }) {
  const { run, pending, problem, clear } = useAction();
  const [chain, setChain] = useState<string>(chains[0]?.[0] ?? '');
  const [address, setAddress] = useState('');
  const [symbol, setSymbol] = useState('');
  const [holder, setHolder] = useState('');
  const body = {
    ...{ chain, address: address.trim() },
    ...(symbol.trim() && { symbol: symbol.trim() }),
    ...(holder.trim() && { holder: holder.trim() }),
  };
  const { form, fault } = useForm({ problem, clear }, schemaFaults(addTokenBody, body), async () => {
    const answer = await run('/api/v1/operator/tokens', { method: 'POST', body, returns: addedTokenAnswer });
    if (answer.ok) onDone();
  });
  const hex = { mono: true, placeholder: '0x…', spellCheck: false } as const;
  return (
    <form {...form} className="space-y-4">
      <SelectField name="chain" label="Network" options={chains} value={chain} onChange={setChain} />
      <TextField
        {...{ ...hex, name: 'address', label: 'Address of the token', fault: fault('address'), required: true }}
        value={address}
        onChange={setAddress}
      />
      <TextField
        {...{ name: 'symbol', label: 'Called here (optional)', fault: fault('symbol'), spellCheck: false }}
        hint="Its own symbol, unless that is taken or not of plain letters."
        value={symbol}
        onChange={setSymbol}
      />
      <TextField
        {...{ ...hex, name: 'holder', label: 'An address that holds some (optional)', fault: fault('holder') }}
        hint="A transfer from it is rehearsed; nothing is sent. Without it one is looked for."
        value={holder}
        onChange={setHolder}
      />
      <ProblemCallout problem={problem} fields={['address', 'symbol', 'holder']} />
      <button type="submit" className={buttonClass('smallPrimary')} disabled={pending}>
        {pending ? 'Rehearsing a transfer …' : 'Look at it and add it'}
      </button>
    </form>
  );
}
