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
import { TextField } from '@/components/ui/fields';
import {
  type CreatedSourceAnswer,
  createdSourceAnswer,
  replaceSourceSecretBody,
  type SourceAnswer,
} from '@/lib/sources/schema';
import { sourceSecretWords } from './words';

/** Gives a source another secret, while the one before goes on for a day. */
export function ReplaceSourceSecret({ source }: { source: SourceAnswer }) {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<CreatedSourceAnswer | null>(null);
  const router = useRouter();
  if (!useMay('webhooks:write')) return null;
  const close = () => {
    setOpen(false);
    setMade(null);
  };
  const onMade = (answer: CreatedSourceAnswer) => {
    if (answer.secret === null) close();
    else setMade(answer);
    router.refresh();
  };
  return (
    <>
      <button type="button" className={buttonClass('small')} onClick={() => setOpen(true)}>
        Replace the secret
      </button>
      <Dialog
        open={open}
        onClose={close}
        title={made ? 'Store it now' : 'Another secret for this source'}
        keep={made !== null}
      >
        {made?.secret ? (
          <SecretOnce
            title="What it has to sign with from now on"
            label="Secret of this source"
            value={made.secret}
            noun="secret"
            kept="We keep it encrypted to verify with, and show it to nobody again."
            next={
              <button data-stored type="button" className={buttonClass('smallPrimary')} onClick={close}>
                I have stored it
              </button>
            }
          >
            The secret before is taken for one more day.
          </SecretOnce>
        ) : (
          <SecretForm source={source} onMade={onMade} />
        )}
      </Dialog>
    </>
  );
}

type SecretFormProps = { source: SourceAnswer; onMade: (answer: CreatedSourceAnswer) => void };

function SecretForm({ source, onMade }: SecretFormProps) {
  const { run, pending, problem, clear } = useAction();
  const [secret, setSecret] = useState('');
  const [key, setKey] = useState(newRequestKey);
  const body = replaceSourceSecretBody.safeParse(secret.trim() ? { secret: secret.trim() } : {});
  const faults = schemaFaults(replaceSourceSecretBody, secret.trim() ? { secret: secret.trim() } : {});
  const { form, fault } = useForm({ problem, clear }, faults, async () => {
    const path = `/api/desk/webhooks/sources/${source.id}/replace-secret`;
    const answer = await run(path, { method: 'POST', body: body.data, key, returns: createdSourceAnswer });
    if (answer.ok) onMade(answer.data);
  });
  return (
    <form {...form} onChange={() => setKey(newRequestKey())} className="space-y-4">
      <TextField
        name="secret"
        label="What it signs with from now on"
        hint={`${sourceSecretWords[source.dialect]} Leave it empty to have us make one.`}
        fault={fault('secret')}
        mono
        type="password"
        value={secret}
        onChange={setSecret}
      />
      <p className="text-sm text-pretty text-quiet">
        For one more day, messages signed with the secret before are taken, too.
      </p>
      <ProblemCallout problem={problem} fields={['secret']} />
      <button type="submit" className={buttonClass('smallPrimary')} disabled={pending}>
        {pending ? 'Replacing it …' : 'Replace it'}
      </button>
    </form>
  );
}
