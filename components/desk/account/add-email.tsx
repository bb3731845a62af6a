'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { MailCode } from '@/components/desk/frame/mail-code';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { useProofPlaces } from '@/components/desk/frame/step-up';
import { useAction } from '@/components/desk/frame/use-action';
import { nothingRefused, useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/fields';
import { codeRequestBody } from '@/lib/access/schema';

/** Adds a mail address: a code goes there and comes back. */
export function AddEmail() {
  const { run } = useAction();
  const { mailbox } = useProofPlaces();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState<string | null>(null);
  const close = () => {
    setOpen(false);
    setAsked(null);
  };
  return (
    <>
      <button type="button" className={buttonClass('small')} onClick={() => setOpen(true)}>
        Add an e-mail address
      </button>
      <Dialog open={open} onClose={close} title="Sign in with another mail address, too">
        {asked === null ? (
          <EmailForm onGiven={setAsked} />
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

function EmailForm({ onGiven }: { onGiven: (email: string) => void }) {
  const [typed, setTyped] = useState('');
  const email = typed.trim();
  const { form, fault } = useForm(nothingRefused, schemaFaults(codeRequestBody, { email }), () => onGiven(email));
  return (
    <form {...form} className="space-y-4">
      <TextField
        name="email"
        label="Mail address"
        hint="We mail a code there, to see that it is yours."
        fault={fault('email')}
        type="email"
        autoComplete="email"
        required
        value={typed}
        onChange={setTyped}
      />
      <button type="submit" className={buttonClass('smallPrimary')}>
        Mail me a code
      </button>
    </form>
  );
}
