'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { useOperator } from '@/components/operator/frame/operator-facts';
import { buttonClass } from '@/components/ui/button';
import { TextField } from '@/components/ui/fields';
import { backupBody, feeCollectorBody, testMailBody, testMailCode } from '@/lib/operators/checklist/schema';

const row = 'mt-2 flex flex-wrap items-end gap-3';

/** Sends a mail with a code, and takes the code: that it came back is what shows that mails arrive. */
export function TestMail({ mailbox }: { mailbox: string | null }) {
  const { identities } = useOperator();
  const { run, pending, problem, clear } = useAction();
  const router = useRouter();
  const [email, setEmail] = useState(identities.find(({ kind }) => kind === 'email')?.value ?? '');
  const [code, setCode] = useState('');
  const [sent, setSent] = useState(false);
  const body = sent ? { code } : { email };
  const faults = sent ? schemaFaults(testMailCode, body) : schemaFaults(testMailBody, body);
  const { form, fault } = useForm({ problem, clear }, faults, async () => {
    const answer = await run('/api/operator/test-mail', { method: sent ? 'PUT' : 'POST', body });
    if (!answer.ok) return;
    setSent(!sent);
    if (sent) router.refresh();
  });
  return (
    <form {...form} className={row}>
      {sent ? (
        <TextField label="Code from the mail" name="code" value={code} onChange={setCode} fault={fault('code')} />
      ) : (
        <TextField
          {...{ label: 'Send a test mail to', name: 'email', size: 34, value: email, fault: fault('email') }}
          onChange={setEmail}
        />
      )}
      <button type="submit" className={buttonClass('small')} disabled={pending}>
        {sent ? 'It arrived' : 'Send'}
      </button>
      {sent && mailbox && (
        <a className="text-sm text-link underline" href={mailbox} target="_blank" rel="noopener">
          To the mailbox
        </a>
      )}
      <ProblemCallout problem={problem} fields={['email', 'code']} />
    </form>
  );
}

/** Takes the day of a backup that the operator has seen restored. */
export function ConfirmBackup() {
  const { run, pending, problem, clear } = useAction();
  const router = useRouter();
  const [day, setDay] = useState('');
  const body = { at: `${day}T00:00:00.000Z` };
  const { form, fault } = useForm({ problem, clear }, schemaFaults(backupBody, body), async () => {
    const answer = await run('/api/operator/backup', { method: 'PUT', body });
    if (answer.ok) router.refresh();
  });
  return (
    <form {...form} className={row}>
      <TextField
        label="Day of a backup that you have seen restored"
        name="at"
        type="date"
        value={day}
        onChange={setDay}
        fault={fault('at')}
      />
      <button type="submit" className={buttonClass('small')} disabled={pending}>
        Confirm
      </button>
      <ProblemCallout problem={problem} fields={['at']} />
    </form>
  );
}

/** Says where fees of vaults go that are added from now on. */
export function FeeCollector() {
  const { run, pending, problem, clear } = useAction();
  const router = useRouter();
  const [address, setAddress] = useState('');
  const body = { address: address.trim() === '' ? null : address.trim() };
  const { form, fault } = useForm({ problem, clear }, schemaFaults(feeCollectorBody, body), async () => {
    const answer = await run('/api/operator/fee-collector', { method: 'PUT', body });
    if (answer.ok) router.refresh();
  });
  return (
    <form {...form} className={row}>
      <TextField
        label="Your address for fees; empty, they stay in the vaults"
        name="address"
        mono
        placeholder="0x…"
        value={address}
        onChange={setAddress}
        fault={fault('address')}
      />
      <button type="submit" className={buttonClass('small')} disabled={pending}>
        Save
      </button>
      <ProblemCallout problem={problem} fields={['address']} />
    </form>
  );
}
