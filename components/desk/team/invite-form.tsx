'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { Choice, Choices } from '@/components/ui/choice';
import { CopyField } from '@/components/ui/copy-field';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/fields';
import type { IdentityKind, Role } from '@/db/vocabulary/people';
import { type InviteOnWire, inviteBody, inviteOnWire } from '@/lib/access/schema';
import { RoleChoice } from './role-choice';
import { roleWords } from './role-words';

/** The button that invites a person, and what to do once the invitation is written. */
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
        Invite a person
      </button>
      <Dialog open={open} onClose={close} title={sent ? 'The invitation is there' : 'Invite a person'}>
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
  const { run, pending, problem, clear } = useAction();
  const [kind, setKind] = useState<IdentityKind>('email');
  const [value, setValue] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const body = { role, identity: { kind, value } };
  const { form, fault } = useForm({ problem, clear }, schemaFaults(inviteBody, body), async () => {
    const answer = await run('/api/desk/team/invites', { method: 'POST', body, returns: inviteOnWire });
    if (answer.ok) onSent(answer.data);
  });
  const { label, placeholder } = kinds[kind];
  return (
    <form {...form} className="space-y-4">
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
      <TextField
        name="identity"
        label={label}
        fault={fault('identity')}
        mono={kind === 'wallet'}
        type={kind === 'email' ? 'email' : 'text'}
        placeholder={placeholder}
        spellCheck={false}
        required
        value={value}
        onChange={setValue}
      />
      <RoleChoice legend="What they may do" role={role} onChange={setRole} fault={fault('role')} />
      <ProblemCallout problem={problem} fields={['identity', 'role']} />
      <button type="submit" className={buttonClass('smallPrimary')} disabled={pending}>
        {pending ? 'Inviting …' : `Invite them as ${roleWords[role].name.toLowerCase()}`}
      </button>
    </form>
  );
}
