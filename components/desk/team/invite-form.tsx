'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { faultOf, useFaultFocus, useOwnFaults } from '@/components/desk/frame/faults';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { Choice, Choices } from '@/components/ui/choice';
import { CopyField } from '@/components/ui/copy-field';
import { Dialog } from '@/components/ui/dialog';
import { controlOf, Field, inputClass } from '@/components/ui/field';
import type { IdentityKind, Role } from '@/db/vocabulary';
import { type InviteOnWire, inviteBody, inviteOnWire } from '@/lib/access/schema';
import { RoleChoice } from './role-choice';
import { roleWords } from './role-words';

/** The button that invites somebody, and what to do once the invitation is written. */
export function Invite({ signInUrl }: { signInUrl: string }) {
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState<InviteOnWire | null>(null);
  const router = useRouter();
  const close = () => {
    setOpen(false);
    setSent(null);
  };
  return (
    <>
      <button type="button" className={buttonClass('smallPrimary')} onClick={() => setOpen(true)}>
        Invite somebody
      </button>
      <Dialog open={open} onClose={close} title={sent ? 'The invitation is there' : 'Invite somebody'}>
        {sent ? (
          <Sent invite={sent} signInUrl={signInUrl} onDone={close} />
        ) : (
          <InviteForm
            onSent={(made) => {
              setSent(made);
              router.refresh();
            }}
          />
        )}
      </Dialog>
    </>
  );
}

function Sent({ invite, signInUrl, onDone }: { invite: InviteOnWire; signInUrl: string; onDone: () => void }) {
  const { kind, value } = invite.identity;
  return (
    <div className="space-y-4">
      <p className="text-sm text-pretty text-quiet">
        {kind === 'email'
          ? `A mail is on its way to ${value}.`
          : 'We cannot reach a wallet, so send this address to its owner yourself.'}{' '}
        They become {roleWords[invite.role].name.toLowerCase()} by signing in with exactly this{' '}
        {kind === 'email' ? 'mail address' : 'wallet'} within seven days.
      </p>
      <CopyField label="Where they sign in" value={signInUrl} noun="address">
        No secret: it lets nobody in but who proves that they are invited.
      </CopyField>
      <button type="button" className={buttonClass('smallPrimary')} onClick={onDone}>
        Done
      </button>
    </div>
  );
}

const kinds: Readonly<Record<IdentityKind, { name: string; label: string; placeholder: string }>> = {
  email: { name: 'By e-mail', label: 'Their mail address', placeholder: 'name@example.com' },
  wallet: { name: 'By wallet', label: 'The address of their wallet', placeholder: '0x…' },
};

function InviteForm({ onSent }: { onSent: (invite: InviteOnWire) => void }) {
  const { run, pending, problem } = useAction();
  const form = useRef<HTMLFormElement>(null);
  const [kind, setKind] = useState<IdentityKind>('email');
  const [value, setValue] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  useFaultFocus(form, problem);
  const body = { role, identity: { kind, value } };
  const { onBlur, ownFault, refuse } = useOwnFaults(form, schemaFaults(inviteBody, body));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (refuse()) return;
    const answer = await run('/api/desk/team/invites', { method: 'POST', body, returns: inviteOnWire });
    if (answer.ok) onSent(answer.data);
  };
  const fault = ownFault('identity') ?? faultOf(problem, 'identity');
  const { label, placeholder } = kinds[kind];
  return (
    <form ref={form} noValidate onBlur={onBlur} onSubmit={submit} className="space-y-4">
      <Choices legend="How they sign in">
        <div className="flex flex-wrap gap-x-6">
          {(['email', 'wallet'] as const).map((one) => (
            <Choice
              key={one}
              type="radio"
              name="kind"
              checked={kind === one}
              onChange={() => setKind(one)}
              label={kinds[one].name}
            />
          ))}
        </div>
      </Choices>
      <Field id="invite-value" label={label} fault={fault}>
        <input
          {...controlOf('invite-value', fault)}
          data-field="identity"
          className={`${inputClass} ${kind === 'wallet' ? 'font-mono' : ''}`}
          type={kind === 'email' ? 'email' : 'text'}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          required
          value={value}
          onChange={({ target }) => setValue(target.value)}
        />
      </Field>
      <RoleChoice legend="What they may do" role={role} onChange={setRole} fault={faultOf(problem, 'role')} />
      <ProblemCallout problem={problem} fields={['identity', 'role']} />
      <button type="submit" className={buttonClass('smallPrimary')} disabled={pending}>
        {pending ? 'Inviting …' : `Invite them as ${roleWords[role].name.toLowerCase()}`}
      </button>
    </form>
  );
}
