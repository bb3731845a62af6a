'use client';
import { useState } from 'react';
import { MakeDialog } from '@/components/desk/dialogs/make-dialog';
import { SecretOnce } from '@/components/desk/dialogs/secret-once';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { Choice, Choices } from '@/components/ui/choice';
import { TextField } from '@/components/ui/fields';
import { type Scope, scopes } from '@/db/vocabulary/people';
import { type CreatedKey, createdKey, newKeyBody } from '@/lib/access/key-schema';
import { scopeWords } from './scope-words';

/** The button that makes a key, and the dialog that shows it once. */
export function NewKey() {
  return (
    <MakeDialog<CreatedKey>
      button="Make a key"
      title="Make an API key"
      form={(onMade) => <KeyForm onMade={onMade} />}
      madeTitle="Store it now"
      made={(key, onDone) => <MadeKey made={key} onStored={onDone} />}
      keep={() => true}
    />
  );
}

function MadeKey({ made, onStored }: { made: CreatedKey; onStored: () => void }) {
  return (
    <SecretOnce
      title={`“${made.name}” opens the API from now on`}
      label="API key"
      value={made.key}
      noun="key"
      kept="We keep a hash to know it by, so nobody can show it again, not even us."
      next={
        <button data-stored type="button" className={buttonClass('smallPrimary')} onClick={onStored}>
          I have stored it
        </button>
      }
    >
      Send it as <code className="font-mono text-text">Authorization: Bearer …</code> from your server only. Anyone with
      it can do what its scopes allow; if it gets out, revoke it under “API keys”.
    </SecretOnce>
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
