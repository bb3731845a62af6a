'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { SecretOnce } from '@/components/desk/dialogs/secret-once';
import { useMay } from '@/components/desk/frame/desk';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { newRequestKey } from '@/components/desk/frame/request-key';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SelectField, TextField } from '@/components/ui/fields';
import { Amount } from '@/components/ui/figures/amount';
import { type PurseAnswer, type RedeemedAnswer, redeemBody, redeemedAnswer } from '@/lib/rewards/schema';

type RedeemProps = { user: string; purse: PurseAnswer };

/** Pays a user for their coins by hand, as your own server does it by the API. */
export function RedeemCoins({ user, purse }: RedeemProps) {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<RedeemedAnswer | null>(null);
  const router = useRouter();
  const isNothing = /^[0.]*$/.test(purse.worth.amount);
  const may = useMay('payouts:write') && purse.open_redemption === null && !isNothing;
  // The list tells of the payout before its link was copied: the dialog that shows it stays.
  if (!may && !open) return null;
  const close = () => {
    setOpen(false);
    setMade(null);
    if (made) router.refresh();
  };
  return (
    <>
      {may && (
        <button type="button" className={buttonClass('small')} onClick={() => setOpen(true)}>
          Pay out
        </button>
      )}
      <Dialog open={open} onClose={close} title={made ? 'Store it now' : 'Pay out coins'} keep={made !== null}>
        {made && <Made made={made} onDone={close} />}
        {open && !made && <RedeemForm {...{ user, purse }} onMade={setMade} />}
      </Dialog>
    </>
  );
}

function Made({ made, onDone }: { made: RedeemedAnswer; onDone: () => void }) {
  const { payout, coins, currency } = made;
  return (
    <SecretOnce
      title={payout.status === 'awaiting_approval' ? 'The payout is made and waits for approval' : 'The payout is made'}
      label="Link for the user"
      value={payout.claim_url}
      noun="link"
      kept="We keep no link that anyone could open: a new one can be made on the page of the payout."
      next={
        <button data-stored type="button" className={buttonClass('smallPrimary')} onClick={onDone}>
          I have stored it
        </button>
      }
    >
      {coins} <bdi>{currency}</bdi> became <Amount value={payout.amount} symbol={payout.asset} />.
    </SecretOnce>
  );
}

const kinds = [
  ['anyone', 'Anyone with the link'],
  ['email', 'One mail address'],
  ['wallet', 'One wallet'],
] as const;
type Kind = (typeof kinds)[number][0];

function recipientOf(kind: Kind, to: string) {
  if (kind === 'anyone') return { type: kind };
  return kind === 'email' ? { type: kind, email: to.trim() } : { type: kind, address: to.trim() };
}

function RedeemForm({ user, purse, onMade }: RedeemProps & { onMade: (made: RedeemedAnswer) => void }) {
  const { run, pending, problem, clear } = useAction();
  const [coins, setCoins] = useState('');
  const [kind, setKind] = useState<Kind>('anyone');
  const [to, setTo] = useState('');
  /** One name for as long as the same thing is asked for, so that a lost answer pays nobody twice. */
  const [key, setKey] = useState(newRequestKey);
  const { source, currency, worth } = purse;
  const recipient = recipientOf(kind, to);
  const body = { source, currency, ...(coins.trim() && { coins: coins.trim() }), recipient };
  const { form, fault } = useForm({ problem, clear }, schemaFaults(redeemBody, body), async () => {
    const request = { method: 'POST', body, key, returns: redeemedAnswer } as const;
    const answer = await run(`/api/v1/rewards/users/${encodeURIComponent(user)}/redeem`, request);
    if (answer.ok) onMade(answer.data);
  });
  const field = kind === 'email' ? 'recipient.email' : 'recipient.address';
  return (
    <form {...form} onChange={() => setKey(newRequestKey())} className="space-y-4">
      <p className="text-sm text-pretty text-quiet">
        All coins are worth <Amount value={worth.amount} symbol={worth.asset} /> now. What rounding leaves stays with
        the user.
      </p>
      <TextField
        name="coins"
        label="So many coins at most"
        hint={`Empty: all ${purse.coins}.`}
        fault={fault('coins')}
        inputMode="numeric"
        value={coins}
        onChange={setCoins}
      />
      <SelectField
        name="kind"
        label="Who gets it"
        options={kinds}
        value={kind}
        onChange={(word) => setKind(kinds.find(([one]) => one === word)?.[0] ?? 'anyone')}
      />
      {kind !== 'anyone' && (
        <TextField
          name="to"
          label={kind === 'email' ? 'Their mail address' : 'Address of their wallet'}
          fault={fault(field) ?? fault('recipient')}
          mono={kind === 'wallet'}
          required
          maxLength={254}
          autoCapitalize="off"
          value={to}
          onChange={setTo}
        />
      )}
      <ProblemCallout problem={problem} fields={['coins', field, 'recipient']} />
      <button type="submit" className={buttonClass('smallPrimary')} disabled={pending}>
        {pending ? 'Making it …' : 'Make this payout'}
      </button>
    </form>
  );
}
