'use client';
import { useState } from 'react';
import { MakeDialog } from '@/components/desk/dialogs/make-dialog';
import { SecretOnce } from '@/components/desk/dialogs/secret-once';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { newRequestKey } from '@/components/desk/frame/request-key';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { Choice, Choices } from '@/components/ui/choice';
import { CopyField } from '@/components/ui/copy-field';
import { SelectField, TextField } from '@/components/ui/fields';
import { type Dialect, dialects } from '@/db/vocabulary/webhooks';
import {
  type CreatedSourceAnswer,
  type CreateSourceBody,
  createdSourceAnswer,
  createSourceBody,
} from '@/lib/sources/schema';
import { dialectWords, sourceSecretWords } from './words';

/** The button that adds a source, and what the other side has to be told once it is there. */
export function AddSource() {
  return (
    <MakeDialog<CreatedSourceAnswer>
      button="Add a source"
      title="Add a source"
      form={(onMade) => <SourceForm onMade={onMade} />}
      madeTitle="Now tell the other side"
      made={(source, onDone) => <Made source={source} onDone={onDone} />}
      keep={({ secret }) => secret !== null}
    />
  );
}

function Made({ source, onDone }: { source: CreatedSourceAnswer; onDone: () => void }) {
  const done = (
    <button data-stored type="button" className={buttonClass('smallPrimary')} onClick={onDone}>
      {source.secret === null ? 'Done' : 'I have stored it'}
    </button>
  );
  return (
    <div className="space-y-4">
      <CopyField label="Where it has to send to" value={source.url} noun="address">
        No secret: you find it here at any time.
      </CopyField>
      {source.secret === null ? (
        done
      ) : (
        <SecretOnce
          title="What it has to sign with"
          label="Secret of this source"
          value={source.secret}
          noun="secret"
          kept="We keep it encrypted to verify with, and show it to nobody again."
          next={done}
        >
          Messages that are not signed with it are refused.
        </SecretOnce>
      )}
    </div>
  );
}

const fields = ['dialect', 'description', 'secret'];

function faultsOf(body: CreateSourceBody) {
  const faults = schemaFaults(createSourceBody, body);
  // The API takes a source without a name; a person would not know it again.
  if (!body.description?.trim()) faults.set('description', 'is required');
  return faults;
}

function SourceForm({ onMade }: { onMade: (source: CreatedSourceAnswer) => void }) {
  const { run, pending, problem, clear } = useAction();
  const [dialect, setDialect] = useState<Dialect>('standard');
  const [description, setDescription] = useState('');
  /** Null where we are to make it. */
  const [secret, setSecret] = useState<string | null>('');
  /** One name for as long as the same thing is asked for, so that a lost answer makes no second source. */
  const [key, setKey] = useState(newRequestKey);
  const body = { dialect, ...(description && { description }), ...(secret !== null && { secret: secret.trim() }) };
  const { form, fault } = useForm({ problem, clear }, faultsOf(body), async () => {
    const answer = await run('/api/desk/webhooks/sources', { method: 'POST', body, key, returns: createdSourceAnswer });
    if (answer.ok) onMade(answer.data);
  });
  return (
    <form {...form} onChange={() => setKey(newRequestKey())} className="space-y-4">
      <TextField
        name="description"
        label="Who it is"
        hint="Such as “Our gateway”."
        fault={fault('description')}
        required
        maxLength={200}
        value={description}
        onChange={setDescription}
      />
      <SelectField
        name="dialect"
        label="How it speaks"
        options={dialects.map((one) => [one, dialectWords[one].name])}
        value={dialect}
        onChange={(given) => setDialect(dialects.find((one) => one === given) ?? 'standard')}
      />
      <SecretField secret={secret} dialect={dialect} fault={fault('secret')} onChange={setSecret} />
      <ProblemCallout problem={problem} fields={fields} />
      <button type="submit" className={buttonClass('smallPrimary')} disabled={pending}>
        {pending ? 'Adding it …' : 'Add this source'}
      </button>
    </form>
  );
}

type SecretFieldProps = {
  /** Null where we are to make it. */
  secret: string | null;
  dialect: Dialect;
  fault: string | null;
  onChange: (secret: string | null) => void;
};

function SecretField({ secret, dialect, fault, onChange }: SecretFieldProps) {
  return (
    <>
      <Choices legend="What it signs with">
        <Choice
          type="radio"
          name="whose"
          checked={secret !== null}
          onChange={() => onChange('')}
          label="A secret that it gave you"
        />
        <Choice
          type="radio"
          name="whose"
          checked={secret === null}
          onChange={() => onChange(null)}
          label="A secret that we make"
          hint="Shown once, for you to enter there."
        />
      </Choices>
      {secret !== null && (
        <TextField
          name="secret"
          label="Its secret"
          hint={sourceSecretWords[dialect]}
          fault={fault}
          mono
          type="password"
          required
          value={secret}
          onChange={onChange}
        />
      )}
    </>
  );
}
