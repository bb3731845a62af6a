'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { MakeDialog } from '@/components/desk/dialogs/make-dialog';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { Choice, Choices } from '@/components/ui/choice';
import { CopyField } from '@/components/ui/copy-field';
import { TextField } from '@/components/ui/fields';
import type { MerchantMode } from '@/db/vocabulary/merchants';
import { type RegisteredMerchant, registeredMerchant, registerMerchantBody } from '@/lib/operators/merchants/schema';

/** The button that invites a merchant, and what to tell its owner. */
export function InviteMerchant({ signInUrl }: { signInUrl: string }) {
  return (
    <MakeDialog<RegisteredMerchant>
      button="Invite a merchant"
      title="Invite a merchant"
      form={(onMade) => <RegisterForm onMade={onMade} />}
      madeTitle="The merchant is invited"
      made={(merchant, onDone) => <Invited {...{ merchant, signInUrl, onDone }} />}
      keep={() => false}
    />
  );
}

type InvitedProps = { merchant: RegisteredMerchant; signInUrl: string; onDone: () => void };

function Invited({ merchant, signInUrl, onDone }: InvitedProps) {
  return (
    <div className="space-y-4">
      <p className="text-sm text-pretty text-quiet">
        Its owner comes in by signing in with exactly {merchant.invitation?.identity.value}, within seven days. A mail
        is on its way to a mail address; to a wallet, bring this address yourself.
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

const modes: Readonly<Record<MerchantMode, string>> = {
  live: 'Live: it pays with real money',
  test: 'Test: it pays on test networks alone',
};

function RegisterForm({ onMade }: { onMade: (merchant: RegisteredMerchant) => void }) {
  const { run, pending, problem, clear } = useAction();
  const [name, setName] = useState('');
  const [owner, setOwner] = useState('');
  const [mode, setMode] = useState<MerchantMode>('live');
  const value = owner.trim();
  const kind = value.startsWith('0x') ? 'wallet' : 'email';
  const body = { name, mode, owner: { kind, value } };
  const { form, fault } = useForm({ problem, clear }, schemaFaults(registerMerchantBody, body), async () => {
    const answer = await run('/api/v1/operator/merchants', { method: 'POST', body, returns: registeredMerchant });
    if (answer.ok) onMade(answer.data);
  });
  return (
    <form {...form} className="space-y-4">
      <TextField label="Its name" name="name" required value={name} onChange={setName} fault={fault('name')} />
      <TextField
        label="Its owner’s mail address or wallet"
        name="owner"
        required
        spellCheck={false}
        placeholder="name@example.com or 0x…"
        value={owner}
        onChange={setOwner}
        fault={fault('owner')}
      />
      <Choices legend="Mode">
        {(['live', 'test'] as const).map((one) => (
          <Choice
            key={one}
            type="radio"
            name="mode"
            checked={mode === one}
            onChange={() => setMode(one)}
            label={modes[one]}
          />
        ))}
      </Choices>
      <ProblemCallout problem={problem} fields={['name', 'owner']} />
      <button type="submit" className={buttonClass('smallPrimary')} disabled={pending}>
        {pending ? 'Inviting …' : 'Invite the merchant'}
      </button>
    </form>
  );
}

/** Whether people without a team may create a business by themselves. */
export function SelfRegistration({ open, mayChange }: { open: boolean; mayChange: boolean }) {
  const { run, pending, problem } = useAction();
  const router = useRouter();
  const change = async () => {
    const answer = await run('/api/operator/self-registration', { method: 'PUT', body: { open: !open } });
    if (answer.ok) router.refresh();
  };
  return (
    <div className="space-y-2">
      <Choice
        type="checkbox"
        checked={open}
        disabled={pending || !mayChange}
        onChange={change}
        label="People without a team may create a business by themselves"
        hint="What they create has limits until you lift them here."
      />
      <ProblemCallout problem={problem} />
    </div>
  );
}
