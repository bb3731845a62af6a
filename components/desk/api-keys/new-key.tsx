'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { SecretOnce } from '@/components/desk/frame/secret-once';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { Choice, Choices } from '@/components/ui/choice';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/fields';
import { type Scope, scopes } from '@/db/vocabulary';
import { type CreatedKey, createdKey, newKeyBody } from '@/lib/access/key-schema';
import { scopeWords } from './scope-words';

/** The button that makes a key, and the dialog that shows it once. */
export function NewKey() {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<CreatedKey | null>(null);
  const router = useRouter();
  const close = () => {
    setOpen(false);
    setMade(null);
  };
  return (
    <>
      <button type="button" className={buttonClass('smallPrimary')} onClick={() => setOpen(true)}>
        Make a key
      </button>
      <Dialog open={open} onClose={close} title={made ? 'Store it now' : 'Make an API key'} keep={made !== null}>
        {made ? (
          <SecretOnce
            title={`“${made.name}” opens the API from now on`}
            label="API key"
            value={made.key}
            noun="key"
            kept="We keep a hash to know it by, so nobody can show it again, not even us."
            next={
              <button data-stored type="button" className={buttonClass('smallPrimary')} onClick={close}>
                I have stored it
              </button>
            }
          >
            Send it as <code className="font-mono text-text">Authorization: Bearer …</code> from your server only.
            Anyone with it can do what its scopes allow; if it gets out, revoke it under “API keys”.
          </SecretOnce>
        ) : (
          <KeyForm
            onMade={(key) => {
              setMade(key);
              router.refresh();
            }}
          />
        )}
      </Dialog>
    </>
  );
}

function KeyForm({ onMade }: { onMade: (key: CreatedKey) => void }) {
  const { run, pending, problem, clear } = useAction();
  const [name, setName] = useState('');
  const [held, setHeld] = useState<readonly Scope[]>(['payouts:read', 'payouts:write']);
  const toggle = (scope: Scope, on: boolean) =>
    setHeld(scopes.filter((one) => (one === scope ? on : held.includes(one))));
  const body = { name, scopes: held };
  const { form, fault } = useForm({ problem, clear }, schemaFaults(newKeyBody, body), async () => {
    const answer = await run('/api/desk/api-keys', { method: 'POST', body, returns: createdKey });
    if (answer.ok) onMade(answer.data);
  });
  return (
    <form {...form} className="space-y-4">
      <TextField
        name="name"
        label="What it is for"
        hint="Such as “Shop server”."
        fault={fault('name')}
        required
        maxLength={80}
        value={name}
        onChange={setName}
      />
      <Choices legend="What it may do" fault={fault('scopes')}>
        {scopes.map((scope) => (
          <Choice
            key={scope}
            type="checkbox"
            checked={held.includes(scope)}
            onChange={({ target }) => toggle(scope, target.checked)}
            label={<code className="font-mono text-[0.8125rem]">{scope}</code>}
            hint={scopeWords[scope]}
          />
        ))}
      </Choices>
      <ProblemCallout problem={problem} fields={['name', 'scopes']} />
      <button type="submit" className={buttonClass('smallPrimary')} disabled={pending}>
        {pending ? 'Making it …' : 'Make this key'}
      </button>
    </form>
  );
}
