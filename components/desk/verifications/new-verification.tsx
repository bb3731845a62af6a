'use client';
import { useState } from 'react';
import { MakeDialog } from '@/components/desk/dialogs/make-dialog';
import { SecretOnce } from '@/components/desk/dialogs/secret-once';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { newRequestKey } from '@/components/desk/frame/request-key';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { HandOver } from '@/components/desk/payouts/hand-over';
import { buttonClass } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/fields';
import { type CreatedVerification, createdVerification, createVerificationBody } from '@/lib/attestations/schema';

/** The button that makes a link to verify a wallet, and the dialog that shows it once. */
export function NewVerification() {
  return (
    <MakeDialog<CreatedVerification>
      button="Make a link"
      title="Verify a wallet"
      form={(onMade) => <VerificationForm onMade={onMade} />}
      madeTitle="Hand it over now"
      made={(verification, onDone) => <Made verification={verification} onDone={onDone} />}
      keep={() => true}
    />
  );
}

function Made({ verification, onDone }: { verification: CreatedVerification; onDone: () => void }) {
  const { reference, url, address } = verification;
  return (
    <SecretOnce
      title={`The link for “${reference}” is made`}
      label="Link to verify a wallet"
      value={url}
      noun="link"
      kept="We keep a hash to know it by, so nobody can show it again, not even us."
      ways={(store) => <HandOver link={url} title="Show that a wallet is yours" onShared={store} />}
      next={
        <button data-stored type="button" className={buttonClass('smallPrimary')} onClick={onDone}>
          I have handed it over
        </button>
      }
    >
      Its holder connects {address ? 'the wallet that you named' : 'a wallet'} and signs a message, which costs nothing
      and moves no money. What was signed stands in this list then.
    </SecretOnce>
  );
}

const day = 86_400;
const expiries: readonly (readonly [seconds: string, words: string])[] = [
  [`${day}`, '1 day'],
  [`${7 * day}`, '7 days'],
  [`${30 * day}`, '30 days'],
  [`${365 * day}`, '1 year'],
];

function VerificationForm({ onMade }: { onMade: (made: CreatedVerification) => void }) {
  const { run, pending, problem, clear } = useAction();
  const [key] = useState(newRequestKey);
  const [reference, setReference] = useState('');
  const [address, setAddress] = useState('');
  const [expiresIn, setExpiresIn] = useState(`${7 * day}`);
  const body = { reference, address: address.trim() || undefined, expires_in: Number(expiresIn) };
  const faults = schemaFaults(createVerificationBody, body);
  const { form, fault } = useForm({ problem, clear }, faults, async () => {
    const request = { method: 'POST', body, key, returns: createdVerification } as const;
    const answer = await run('/api/desk/verifications', request);
    if (answer.ok) onMade(answer.data);
  });
  return (
    <form {...form} className="space-y-4">
      <TextField
        name="reference"
        label="Reference"
        hint="Your own name for it, such as a customer’s number."
        fault={fault('reference')}
        required
        maxLength={120}
        spellCheck={false}
        value={reference}
        onChange={setReference}
      />
      <TextField
        mono
        name="address"
        label="Wallet"
        hint="The one that has to sign. Leave it empty where any of theirs will do."
        fault={fault('address')}
        maxLength={80}
        value={address}
        onChange={setAddress}
      />
      <SelectField
        name="expires_in"
        label="The link works for"
        options={expiries}
        value={expiresIn}
        onChange={setExpiresIn}
      />
      <ProblemCallout problem={problem} fields={['reference', 'address', 'expires_in']} />
      <button type="submit" className={buttonClass('smallPrimary')} disabled={pending}>
        {pending ? 'Making it …' : 'Make the link'}
      </button>
    </form>
  );
}
