'use client';
import { type FormEvent, useId, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { useTypedBefore } from '@/components/ui/fields';
import { useListening } from '@/components/ui/use-listening';
import { askForCode } from './door';
import { FailureCallout } from './failure-callout';
import { type Failure, failureOf } from './failures';

export const bigInput =
  'mt-1.5 block w-full min-h-12 rounded-lg border border-line-strong bg-surface px-3.5 text-base text-text placeholder:text-quiet aria-invalid:border-bad';

type EmailFormProps = {
  email: string;
  operatorLink?: string;
  onEmail: (email: string) => void;
  onSent: () => void;
};

/** Asks for a code by mail. */
export function EmailForm({ email, operatorLink, onEmail, onSent }: EmailFormProps) {
  const field = useId();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const listening = useListening();
  const typed = useTypedBefore<HTMLInputElement>(onEmail, email);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    const answer = await askForCode(email.trim(), operatorLink);
    setBusy(false);
    if (answer.ok) onSent();
    else setFailure(failureOf(answer.refused));
  };

  return (
    <form onSubmit={submit}>
      <FailureCallout failure={failure} />
      <label htmlFor={field} className="text-[0.9375rem] font-medium">
        Your e-mail address
      </label>
      <input
        ref={typed}
        id={field}
        type="email"
        name="email"
        autoComplete="email webauthn"
        inputMode="email"
        spellCheck={false}
        required
        maxLength={254}
        value={email}
        onChange={(event) => onEmail(event.target.value)}
        className={bigInput}
        placeholder="you@company.com"
      />
      <button type="submit" disabled={!listening || busy} className={`${buttonClass()} mt-4`}>
        {busy ? 'Sending the code…' : 'Send me a code'}
      </button>
    </form>
  );
}
