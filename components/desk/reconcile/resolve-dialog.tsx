'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextAreaField, TextField } from '@/components/ui/fields';
import { Amount } from '@/components/ui/figures/amount';
import { Time } from '@/components/ui/figures/time';
import type { ClearingAccount } from '@/db/vocabulary/books';
import { type DifferenceOnWire, differenceOnWire, type ResolvingWay, resolveBody } from '@/lib/reconcile/core/schema';

type ResolveDialogProps = { line: DifferenceOnWire; way: ResolvingWay; onClose: () => void };

const titles = {
  payout: 'Which payout did it pay?',
  account: 'What was it?',
  reversed: 'Is it not on the chain?',
  explained: 'What explains it?',
  accepted: 'Does it count as paid?',
  refused: 'Does it not count as paid?',
} as const satisfies Record<ResolvingWay, string>;

const verbs = {
  payout: 'Book as paid',
  account: 'Book out of suspense',
  reversed: 'Take the booking back',
  explained: 'Mark as explained',
  accepted: 'Take it for paid',
  refused: 'Let the payout fail',
} as const satisfies Record<ResolvingWay, string>;

const accounts: readonly { account: ClearingAccount; words: string }[] = [
  { account: 'external', words: 'It left the house: your own business, or lost' },
  { account: 'own_wallets', words: 'It went to a wallet of yours' },
  { account: 'fees', words: 'It was a cost' },
];

/** Resolves one difference in one way; what cannot be taken back is said before. */
export function ResolveDialog({ line, way, onClose }: ResolveDialogProps) {
  const router = useRouter();
  const { run, pending, problem, clear } = useAction();
  // What is booked is chosen, never left standing: the one candidate that there is alone comes chosen.
  const [payoutId, setPayoutId] = useState((line.candidates.length === 1 && line.candidates[0]?.id) || '');
  const [account, setAccount] = useState<ClearingAccount | null>(null);
  const [note, setNote] = useState('');
  const path = `/api/desk/reconciliation/differences/${line.id}/settle`;
  const body = bodyOf(way, { payoutId: payoutId.trim(), account, note: note.trim() });
  const { form, fault } = useForm({ problem, clear }, schemaFaults(resolveBody, body), async () => {
    const answer = await run(path, { method: 'POST', body, returns: differenceOnWire });
    if (!answer.ok) return;
    onClose();
    router.refresh();
  });
  return (
    <Dialog open onClose={onClose} title={titles[way]}>
      <form {...form} className="space-y-4">
        <ProblemCallout problem={problem} fields={['note', 'payout_id', 'account']} />
        {way === 'payout' && <Payouts line={line} value={payoutId} onChange={setPayoutId} fault={fault('payout_id')} />}
        {way === 'account' && <Accounts value={account} onChange={setAccount} fault={fault('account')} />}
        {way !== 'payout' && <Note value={note} onChange={setNote} fault={fault('note')} />}
        <p className="text-sm text-pretty text-quiet">{consequence[way]}</p>
        <div className="flex flex-wrap justify-end gap-2">
          <button type="button" className={buttonClass('small')} onClick={onClose}>
            Leave it open
          </button>
          <button type="submit" className={buttonClass('smallPrimary')} disabled={pending}>
            {pending ? 'One moment …' : verbs[way]}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

const consequence = {
  payout:
    'The chain is read once more, and only if it proves the payment is the payout completed and the recipient told.',
  account: 'This is booked once and stays in the books. No money moves.',
  reversed:
    'The chain is read once more, and only if it does not show this movement is the booking taken back, by an opposite one. No money moves.',
  accepted:
    'The chain is read once more. Then the payout is paid in the books, and your server and the recipient are told. No money moves.',
  refused:
    'The payout fails and your server is told; what is set aside for it is free again. What the recipient got stays with them, and this claim is never paid again. What you still owe them is for you to settle.',
  explained: 'Your words stay with the difference and in the audit. Nothing is booked, and no money moves.',
} as const satisfies Record<ResolvingWay, string>;

type ResolveInput = { payoutId: string; account: ClearingAccount | null; note: string };

/** The account is missing while it is not chosen; the form says so at its field. */
function bodyOf(way: ResolvingWay, { payoutId, account, note }: ResolveInput) {
  if (way === 'payout') return { as: way, payout_id: payoutId };
  if (way === 'account') return { as: way, account: account ?? undefined, note };
  return { as: way, note };
}

const choice = 'flex min-h-9 items-start gap-2.5 rounded-lg border border-line px-3 py-2 text-sm has-checked:bg-sunken';

type Choice<T> = { value: T; onChange: (value: T) => void; fault: string | null };

function Payouts({ line, value, onChange, fault }: Choice<string> & { line: DifferenceOnWire }) {
  if (line.candidates.length === 0) {
    return (
      <TextField
        name="payout_id"
        label="Payout"
        hint="Its id, such as po_06…; recipient and amount must be the same."
        fault={fault}
        mono
        required
        value={value}
        onChange={onChange}
      />
    );
  }
  return (
    <fieldset className="space-y-2" data-invalid={fault ? true : undefined}>
      <legend className="mb-1 text-[0.8125rem] font-medium">Payouts to this address</legend>
      {line.candidates.map((payout) => (
        <label key={payout.id} className={choice}>
          <input
            type="radio"
            name={`payout-of-${line.id}`}
            required
            className="mt-1 accent-(--accent)"
            checked={value === payout.id}
            onChange={() => onChange(payout.id)}
          />
          <span className="min-w-0">
            <span className="block font-medium wrap-anywhere">
              <bdi>{payout.reference}</bdi>
            </span>
            <span className="block text-quiet">
              <Amount value={payout.amount} symbol={line.asset ?? ''} />, {payout.status.replaceAll('_', ' ')}, made{' '}
              <Time iso={payout.created_at} as="brief" />
            </span>
          </span>
        </label>
      ))}
      {fault && <p className="text-xs text-bad">{fault}</p>}
    </fieldset>
  );
}

function Accounts({ value, onChange, fault }: Choice<ClearingAccount | null>) {
  return (
    <fieldset className="space-y-2" data-invalid={fault ? true : undefined}>
      <legend className="sr-only">What it was</legend>
      {accounts.map(({ account, words }) => (
        <label key={account} className={choice}>
          <input
            type="radio"
            name="account"
            required
            className="mt-1 accent-(--accent)"
            checked={value === account}
            onChange={() => onChange(account)}
          />
          {words}
        </label>
      ))}
      {fault && <p className="text-xs text-bad">{fault}</p>}
    </fieldset>
  );
}

function Note({ value, onChange, fault }: Choice<string>) {
  return (
    <TextAreaField
      name="note"
      label="Reason"
      hint="For the readers of the books."
      fault={fault}
      rows={3}
      required
      maxLength={500}
      value={value}
      onChange={onChange}
    />
  );
}
