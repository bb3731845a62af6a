'use client';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { TextField } from '@/components/ui/fields';
import type { Answer } from './ask';

type MailCodeProps = {
  email: string;
  /** Has a code mailed. */
  send: () => Promise<Answer<unknown>>;
  /** Brings the code. */
  check: (code: string) => Promise<Answer<unknown>>;
  onDone: () => void;
  /** Where mails can be read in a demo. */
  mailbox: string | null;
};

const digits = 8;

/** Has a code mailed when it appears, and takes one: only one request at a time. */
function useMailedCode({ send, check, onDone }: Pick<MailCodeProps, 'send' | 'check' | 'onDone'>) {
  const [sent, setSent] = useState<'sending' | 'sent' | 'failed'>('sending');
  const [code, setCode] = useState('');
  const [checking, setChecking] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const underWay = useRef(false);
  const field = useRef<HTMLInputElement>(null);

  const request = async () => {
    if (underWay.current) return;
    underWay.current = true;
    setSent('sending');
    setFault(null);
    const answer = await send();
    underWay.current = false;
    setSent(answer.ok ? 'sent' : 'failed');
    if (!answer.ok) setFault(answer.problem.detail);
    else field.current?.focus();
  };
  const bring = async (given: string) => {
    if (underWay.current) return;
    underWay.current = true;
    setChecking(true);
    setFault(null);
    const answer = await check(given);
    underWay.current = false;
    setChecking(false);
    if (answer.ok) return onDone();
    setFault(answer.problem.detail);
    setCode('');
    field.current?.focus();
  };
  const type = (text: string) => {
    const given = text.replace(/\D/g, '').slice(0, digits);
    setCode(given);
    if (given.length === digits) void bring(given);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a code is asked for once, when this appears
  useEffect(() => {
    void request();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.length === digits) void bring(code);
    else setFault('The code has eight digits.');
  };
  return { sent, code, checking, fault, field, request, type, submit };
}

/** Mails a code at once and takes it: eight digits, sent by themselves once they are complete. */
export function MailCode({ email, mailbox, ...door }: MailCodeProps) {
  const { sent, code, checking, fault, field, request, type, submit } = useMailedCode(door);
  return (
    <form className="space-y-3" onSubmit={submit}>
      <p className="text-sm text-quiet" role="status">
        {sent === 'sending' ? `Sending a code to ${email} …` : null}
        {sent === 'sent' ? `We sent a code to ${email}. It is good for ten minutes.` : null}
        {sent === 'sent' && mailbox ? (
          <>
            {' '}
            <a className={buttonClass('text')} href={mailbox} target="_blank" rel="noopener noreferrer">
              Read it in the demo’s mailbox
            </a>
          </>
        ) : null}
      </p>
      {sent === 'failed' ? (
        <Callout tone="bad">{fault}</Callout>
      ) : (
        <TextField
          ref={field}
          label="Code from the e-mail"
          fault={fault}
          mono
          className="tracking-widest"
          autoComplete="one-time-code"
          inputMode="numeric"
          readOnly={checking}
          value={code}
          onChange={type}
        />
      )}
      <div className="flex flex-wrap gap-2">
        {sent !== 'failed' && (
          <button type="submit" className={buttonClass('smallPrimary')} disabled={checking || sent === 'sending'}>
            {checking ? 'Checking …' : 'Confirm'}
          </button>
        )}
        <button type="button" className={buttonClass('bare')} disabled={sent === 'sending'} onClick={request}>
          Send another code
        </button>
      </div>
    </form>
  );
}
