'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { faultOf, useFaultFocus } from '@/components/desk/frame/faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { newRequestKey } from '@/components/desk/frame/request-key';
import { SecretOnce } from '@/components/desk/frame/secret-once';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { Choice, Choices } from '@/components/ui/choice';
import { CopyField } from '@/components/ui/copy-field';
import { Dialog } from '@/components/ui/dialog';
import { controlOf, Field, inputClass } from '@/components/ui/field';
import { type Dialect, dialects } from '@/db/vocabulary';
import { type CreatedSourceAnswer, createdSourceAnswer } from '@/lib/sources/schema';
import { dialectWords, sourceSecretWords } from './words';

/** The button that adds a source, and what the other side has to be told once it is there. */
export function AddSource() {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<CreatedSourceAnswer | null>(null);
  const router = useRouter();
  const close = () => {
    setOpen(false);
    setMade(null);
  };
  const keep = made?.secret != null;
  return (
    <>
      <button type="button" className={buttonClass('smallPrimary')} onClick={() => setOpen(true)}>
        Add a source
      </button>
      <Dialog open={open} onClose={close} title={made ? 'Now tell the other side' : 'Add a source'} keep={keep}>
        {made ? (
          <Made source={made} onDone={close} />
        ) : (
          <SourceForm
            onMade={(source) => {
              setMade(source);
              router.refresh();
            }}
          />
        )}
      </Dialog>
    </>
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

function SourceForm({ onMade }: { onMade: (source: CreatedSourceAnswer) => void }) {
  const { run, pending, problem } = useAction();
  const form = useRef<HTMLFormElement>(null);
  const [dialect, setDialect] = useState<Dialect>('standard');
  const [description, setDescription] = useState('');
  /** Null where we are to make it. */
  const [secret, setSecret] = useState<string | null>('');
  /** One name for as long as the same thing is asked for, so that a lost answer makes no second source. */
  const [key, setKey] = useState(newRequestKey);
  useFaultFocus(form, problem);
  const changed = () => setKey(newRequestKey());
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { dialect, ...(description && { description }), ...(secret !== null && { secret: secret.trim() }) };
    const answer = await run('/api/desk/webhooks/sources', { method: 'POST', body, key, returns: createdSourceAnswer });
    if (answer.ok) onMade(answer.data);
  };
  const nameFault = faultOf(problem, 'description');
  return (
    <form ref={form} onSubmit={submit} onChange={changed} className="space-y-4">
      <Field id="source-name" label="Who it is" hint="Such as “Our gateway”." fault={nameFault}>
        <input
          {...controlOf('source-name', nameFault)}
          className={inputClass}
          required
          maxLength={200}
          autoComplete="off"
          value={description}
          onChange={({ target }) => setDescription(target.value)}
        />
      </Field>
      <Field id="source-dialect" label="How it speaks">
        <select
          id="source-dialect"
          className={inputClass}
          value={dialect}
          onChange={({ target }) => setDialect(dialects.find((one) => one === target.value) ?? 'standard')}
        >
          {dialects.map((one) => (
            <option key={one} value={one}>
              {dialectWords[one].name}
            </option>
          ))}
        </select>
      </Field>
      <SecretField secret={secret} dialect={dialect} fault={faultOf(problem, 'secret')} onChange={setSecret} />
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
        <Field id="source-secret" label="Its secret" hint={sourceSecretWords[dialect]} fault={fault}>
          <input
            {...controlOf('source-secret', fault)}
            className={`${inputClass} font-mono`}
            type="password"
            required
            autoComplete="off"
            spellCheck={false}
            value={secret}
            onChange={({ target }) => onChange(target.value)}
          />
        </Field>
      )}
    </>
  );
}
