'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useProofPlaces } from '@/components/desk/frame/step-up';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { browserName } from '@/components/desk/words/browser-name';
import { makePasskey } from '@/components/passkey/ask-passkey';
import { rememberPasskey } from '@/components/passkey/passkey-here';
import { passkeyWords, type TroubleWords } from '@/components/passkey/passkey-trouble';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/fields';
import {
  type NewPasskeyBody,
  type NewPasskeyOffer,
  newPasskeyOffer,
  passkeyNameBody,
  passkeyOnWire,
} from '@/lib/access/passkey-schema';
import { usePasskeyPath } from './use-passkey-path';

/** Adds a passkey of this browser, this device or a key beside it. What the browser needs is fetched before it is asked. */
export function AddPasskey() {
  const { run, pending, problem } = useAction();
  const { passkey: possible } = useProofPlaces();
  const path = usePasskeyPath();
  const router = useRouter();
  const [offer, setOffer] = useState<NewPasskeyOffer | null>(null);
  if (!possible) {
    return (
      <p className="text-sm text-quiet">
        Passkeys need a name over https. Tell who runs this portal, if you would like to use them.
      </p>
    );
  }
  const begin = async () => {
    const answer = await run(`${path}/challenge`, { method: 'POST', body: {}, returns: newPasskeyOffer });
    setOffer(answer.ok ? answer.data : null);
  };
  const end = () => {
    setOffer(null);
    router.refresh();
  };
  return (
    <div className="space-y-3">
      <button type="button" className={buttonClass('small')} disabled={pending} onClick={begin}>
        Add a passkey
      </button>
      <ProblemCallout problem={problem} />
      <Dialog open={offer !== null} onClose={() => setOffer(null)} title="Sign in with a passkey, too">
        {offer && <MakePasskey offer={offer} onRefused={begin} onDone={end} />}
      </Dialog>
    </div>
  );
}

type MakePasskeyProps = { offer: NewPasskeyOffer; onRefused: () => Promise<void>; onDone: () => void };

function MakePasskey({ offer, onRefused, onDone }: MakePasskeyProps) {
  const action = useAction();
  const path = usePasskeyPath();
  const [name, setName] = useState('');
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<TroubleWords | null>(null);
  useEffect(() => setName(browserName(window.navigator.userAgent).slice(0, 60)), []);
  const keep = async (made: Omit<NewPasskeyBody, 'name'>) => {
    const answer = await action.run(path, { method: 'POST', body: { ...made, name }, returns: passkeyOnWire });
    // What was offered is used up, whichever way it went.
    if (!answer.ok) await onRefused();
    else rememberPasskey();
    return answer.ok;
  };
  const make = async () => {
    setAsking(true);
    setFailure(null);
    const made = await makePasskey(offer);
    const done = made.ok && (await keep(made.value));
    setAsking(false);
    if (!made.ok) setFailure(passkeyWords[made.trouble]);
    if (done) onDone();
  };
  const { form, fault } = useForm(action, schemaFaults(passkeyNameBody, { name }), make);
  return (
    <form {...form} className="space-y-4">
      <p className="text-sm text-pretty text-quiet">
        Your browser asks where to keep it: on this device, in an account of yours, or on a security key. We get no
        fingerprint, no face and no PIN, but only a public key.
      </p>
      <TextField
        name="name"
        label="Name"
        hint="By what you know it again."
        fault={fault('name')}
        required
        value={name}
        onChange={setName}
      />
      {failure && (
        <Callout tone="warn">
          <strong className="font-medium">{failure.heading}.</strong> {failure.words}
        </Callout>
      )}
      <ProblemCallout problem={action.problem} fields={['name']} />
      <button type="submit" className={buttonClass('smallPrimary')} disabled={asking}>
        {asking ? 'Your browser asks you …' : 'Make the passkey'}
      </button>
    </form>
  );
}
