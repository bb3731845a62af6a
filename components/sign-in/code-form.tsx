'use client';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { askForCode, bring } from './door';
import { bigInput } from './email-form';
import { FailureCallout } from './failure-callout';
import { type Failure, failureOf } from './failures';

const digits = (text: string) => text.replace(/\D/g, '').slice(0, 8);
/** As the mail has it: two groups of four. */
const grouped = (code: string) => (code.length > 4 ? `${code.slice(0, 4)} ${code.slice(4)}` : code);

type CodeFormProps = { email: string; operatorLink?: string; onIn: () => void; onBack: () => void };

/** The code as it is typed, what becomes of it, and the way to another one. */
function useCode({ email, operatorLink, onIn }: Omit<CodeFormProps, 'onBack'>) {
  const input = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [state, setState] = useState<'typing' | 'checking' | 'sending' | 'in'>('typing');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [news, setNews] = useState('');
  useEffect(() => input.current?.focus(), []);

  const check = async (given: string) => {
    setState('checking');
    setFailure(null);
    const answer = await bring({ by: 'code', email, code: given }, operatorLink);
    if (answer.ok) {
      setState('in');
      return onIn();
    }
    setState('typing');
    setCode('');
    setFailure(failureOf(answer.refused));
    input.current?.focus();
  };
  const type = (text: string) => {
    const next = digits(text);
    setCode(next);
    if (next.length === 8 && code.length < 8) void check(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.length === 8) void check(code);
  };
  const again = async () => {
    setState('sending');
    setFailure(null);
    setNews('');
    const answer = await askForCode(email, operatorLink);
    setState('typing');
    setCode('');
    if (answer.ok) setNews('A new code is on its way. The one before it no longer works.');
    else setFailure(failureOf(answer.refused));
    input.current?.focus();
  };
  return { input, code, state, failure, news, type, submit, again };
}

/** Takes the code of the mail, and goes on by itself when its last digit is there. */
export function CodeForm({ email, operatorLink, onIn, onBack }: CodeFormProps) {
  const field = useId();
  const words = useId();
  const { input, code, state, failure, news, type, submit, again } = useCode({ email, operatorLink, onIn });
  const busy = state !== 'typing';
  return (
    <form onSubmit={submit} className="mt-2">
      <p id={words} className="mb-5 text-[0.9375rem] text-pretty text-quiet">
        If <strong className="font-medium wrap-anywhere text-text">{email}</strong> may sign in here, a mail with eight
        digits is on its way. They work for ten minutes, in this browser.
      </p>
      <FailureCallout failure={failure} />
      <label htmlFor={field} className="text-[0.9375rem] font-medium">
        Code from the e-mail
      </label>
      <input
        ref={input}
        id={field}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        aria-describedby={words}
        aria-invalid={failure ? true : undefined}
        required
        pattern="[0-9]{4} [0-9]{4}"
        title="Eight digits"
        readOnly={busy}
        value={grouped(code)}
        onChange={(event) => type(event.target.value)}
        className={`${bigInput} text-center font-mono text-2xl tracking-widest tabular-nums`}
        placeholder="0000 0000"
      />
      <button type="submit" disabled={busy} className={`${buttonClass()} mt-4`}>
        {state === 'checking' || state === 'in' ? 'Signing you in…' : 'Sign in'}
      </button>
      <p aria-live="polite" className="mt-3 text-center text-[0.9375rem] text-quiet empty:hidden">
        {news}
      </p>
      <div className="mt-4 flex flex-wrap justify-center gap-x-6 gap-y-2">
        <button type="button" disabled={busy} className={buttonClass('text')} onClick={again}>
          {state === 'sending' ? 'Sending…' : 'Send a new code'}
        </button>
        <button type="button" disabled={busy} className={buttonClass('text')} onClick={onBack}>
          Use another address
        </button>
      </div>
    </form>
  );
}
