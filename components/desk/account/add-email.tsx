'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { MailCode } from '@/components/desk/frame/mail-code';
import { useProofPlaces } from '@/components/desk/frame/step-up';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, inputClass } from '@/components/ui/field';

/** Adds a mail address: a code goes there and comes back. */
export function AddEmail() {
  const { run } = useAction();
  const { mailbox } = useProofPlaces();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [email, setEmail] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const close = () => {
    setOpen(false);
    setAsked(null);
    setEmail('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(email.trim());
  };
  return (
    <>
      <button type="button" className={buttonClass('small')} onClick={() => setOpen(true)}>
        Add an e-mail address
      </button>
      <Dialog open={open} onClose={close} title="Sign in with another mail address, too">
        {asked === null ? (
          <form onSubmit={submit} className="space-y-4">
            <Field id="new-email" label="Mail address" hint="We mail a code there, to see that it is yours.">
              <input
                id="new-email"
                aria-describedby="new-email-hint"
                className={inputClass}
                type="email"
                autoComplete="email"
                required
                value={email}
                onChange={({ target }) => setEmail(target.value)}
              />
            </Field>
            <button type="submit" className={buttonClass('smallPrimary')}>
              Mail me a code
            </button>
          </form>
        ) : (
          <div className="space-y-3">
            <MailCode
              email={asked}
              mailbox={mailbox}
              send={() => run('/api/desk/identities/code', { method: 'POST', body: { email: asked } })}
              check={(code) => run('/api/desk/identities/email', { method: 'POST', body: { email: asked, code } })}
              onDone={() => {
                close();
                router.refresh();
              }}
            />
            <button type="button" className={buttonClass('bare')} onClick={() => setAsked(null)}>
              Use another address
            </button>
          </div>
        )}
      </Dialog>
    </>
  );
}
