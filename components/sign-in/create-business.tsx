'use client';
import { type FormEvent, useId, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Choice, Choices } from '@/components/ui/choice';
import { useListening } from '@/components/ui/use-listening';
import type { MerchantMode } from '@/db/vocabulary/merchants';
import { createBusiness } from './door';
import { bigInput } from './email-form';
import { FailureCallout } from './failure-callout';
import { type Failure, failureOf } from './failures';

const modes = [
  ['test', 'Try it with test money first', 'On test networks alone. You can open your live merchant at any time.'],
  ['live', 'Pay with real money', 'You can open a test merchant beside it at any time.'],
] as const;

/** A name and a mode: the rest is asked at the desk, where it can be left and resumed. */
export function CreateBusiness() {
  const field = useId();
  const listening = useListening();
  const [name, setName] = useState('');
  const [mode, setMode] = useState<MerchantMode>('test');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    const answer = await createBusiness({ name: name.trim(), mode });
    if (answer.ok) return window.location.assign('/dashboard');
    setBusy(false);
    setFailure(failureOf(answer.refused));
  };
  return (
    <form onSubmit={submit} className="space-y-5">
      <FailureCallout failure={failure} />
      <div>
        <label htmlFor={field} className="text-[0.9375rem] font-medium">
          Name of your business
        </label>
        <input
          id={field}
          name="organization"
          autoComplete="organization"
          required
          maxLength={60}
          value={name}
          onChange={({ target }) => setName(target.value)}
          className={bigInput}
        />
        <p className="mt-1 text-[0.8125rem] text-quiet">People who are paid read it. You can change it.</p>
      </div>
      <Choices legend="What it pays with">
        {modes.map(([value, label, hint]) => (
          <Choice
            key={value}
            type="radio"
            name="mode"
            {...{ value, label, hint }}
            checked={mode === value}
            onChange={() => setMode(value)}
          />
        ))}
      </Choices>
      <button type="submit" disabled={!listening || busy} className={buttonClass()}>
        {busy ? 'Creating it…' : 'Create your business'}
      </button>
    </form>
  );
}
