'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { SecretOnce } from '@/components/desk/dialogs/secret-once';
import { useMay } from '@/components/desk/frame/desk';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { TextField } from '@/components/ui/fields';
import { chainOf } from '@/lib/chains/registry';
import { type ScreeningSettingsAnswer, savedScreening, screeningBody } from '@/lib/screening/schema';
import { SaveRow } from './save-row';

/** Who is asked about recipients besides the portal's own lists, and what is paid while nobody can tell. */
export function ScreeningForm({ settings }: { settings: ScreeningSettingsAnswer }) {
  const { run, pending, problem, clear } = useAction();
  const router = useRouter();
  const may = useMay('settings:write');
  const [url, setUrl] = useState(settings.screener_url ?? '');
  const [below, setBelow] = useState(settings.pay_unknown_below ?? '');
  const [secret, setSecret] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const body = { screener_url: url.trim() || null, pay_unknown_below: below.trim() || null };
  const changed = body.screener_url !== settings.screener_url || body.pay_unknown_below !== settings.pay_unknown_below;
  const { form, fault } = useForm({ problem, clear }, schemaFaults(screeningBody, body), async () => {
    const path = '/api/desk/settings/screening';
    const answer = pending ? null : await run(path, { method: 'PUT', body, returns: savedScreening });
    if (!answer?.ok) return;
    setSecret(answer.data.secret);
    setSaved(true);
    router.refresh();
  });
  if (secret) return <NewSecret secret={secret} onStored={() => setSecret(null)} />;
  return (
    <form {...form} className="max-w-2xl space-y-4">
      <p className="text-sm text-pretty text-quiet">{askedWords(settings)}</p>
      <TextField
        name="screener_url"
        label="Your own screener"
        hint="https, on a public address. It is asked before each payout is paid, and answers within two seconds. Empty: you have none."
        fault={fault('screener_url')}
        type="url"
        maxLength={2000}
        placeholder="https://screen.example.com/address"
        disabled={!may}
        value={url}
        onChange={setUrl}
      />
      <TextField
        name="pay_unknown_below"
        label="Paid below this amount while nobody can tell"
        hint="In whichever asset the payout is. Empty: nothing is paid then, and waits."
        fault={fault('pay_unknown_below')}
        inputMode="decimal"
        disabled={!may}
        value={below}
        onChange={setBelow}
      />
      <ProblemCallout problem={problem} fields={['screener_url', 'pay_unknown_below']} />
      <SaveRow verb="Save the screening" {...{ pending, changed, saved }} />
    </form>
  );
}

function askedWords({ oracle_on: oracles, list }: ScreeningSettingsAnswer): string {
  const networks = oracles.map((key) => chainOf(key).name).join(', ');
  const asked = [
    oracles.length > 0 && `an oracle of sanctioned addresses on ${networks}`,
    list &&
      `the OFAC list${list.date ? ` of ${list.date} with ${list.addresses} addresses` : ', which was not read yet'}`,
  ].filter(Boolean);
  return asked.length > 0
    ? `Before anything is paid, this portal asks ${asked.join(' and ')}.`
    : 'This portal asks no list of its own on your networks. Without a screener of yours nothing is screened.';
}

function NewSecret({ secret, onStored }: { secret: string; onStored: () => void }) {
  return (
    <div className="max-w-2xl rounded-lg border border-line-strong bg-surface p-4">
      <SecretOnce
        title="Your screener is set up"
        label="Secret between the portal and your screener"
        value={secret}
        noun="secret"
        kept="We keep it encrypted, and show it to nobody again."
        next={
          <button data-stored type="button" className={buttonClass('smallPrimary')} onClick={onStored}>
            I have stored it
          </button>
        }
      >
        Our questions are signed with it, as webhooks of the standard dialect are. It is asked from now on.
      </SecretOnce>
    </div>
  );
}
