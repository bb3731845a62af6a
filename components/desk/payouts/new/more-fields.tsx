'use client';
import { wordsOf } from '@/components/rails/registry';
import { buttonClass } from '@/components/ui/button';
import { inputClass } from '@/components/ui/field';
import { SelectField, TextField } from '@/components/ui/fields';
import { isClaimed } from '@/lib/rails/traits';
import { deliveryOf, expiries, type MetadataDraft, railOf } from './new-payout-draft';
import type { FieldsProps } from './new-payout-form';

/** What most payouts do without. */
export function MoreFields(props: FieldsProps) {
  const { draft, asset, onChange, fault } = props;
  const isFaulty = ['return_url', 'cancel_url', 'metadata'].some((name) => fault(name) !== null);
  return (
    <>
      <SelectField
        name="expires_in"
        label={wordsOf(railOf(draft, asset), deliveryOf(draft, asset)).within}
        hint="What was not paid by then is free again."
        fault={fault('expires_in')}
        className="sm:max-w-64"
        options={expiries}
        value={draft.expiresIn}
        onChange={(seconds) => onChange({ expiresIn: Number(seconds) })}
      />
      <details open={isFaulty || undefined} className="text-[0.8125rem]">
        <summary className="w-fit rounded-sm py-1 text-quiet hover:text-text">Notes of your own, and ways back</summary>
        <div className="mt-3 space-y-5">
          <MetadataField metadata={draft.metadata} fault={fault('metadata')} onChange={onChange} />
          {isClaimed(railOf(draft, asset)) && <WaysBack {...props} />}
        </div>
      </details>
    </>
  );
}

const ways = [
  ['returnUrl', 'return_url', 'Where they can go once they are paid'],
  ['cancelUrl', 'cancel_url', 'Where they can go instead of claiming'],
] as const;

function WaysBack({ draft, onChange, fault }: FieldsProps) {
  return ways.map(([key, name, label]) => (
    <TextField
      key={name}
      name={name}
      label={label}
      hint="An address of yours. Optional."
      fault={fault(name)}
      inputMode="url"
      placeholder="https://"
      maxLength={2000}
      spellCheck={false}
      value={draft[key]}
      onChange={(text) => onChange({ [key]: text })}
    />
  ));
}

const maxNotes = 20;

type MetadataFieldProps = {
  metadata: readonly MetadataDraft[];
  fault: string | null;
  onChange: (part: { metadata: readonly MetadataDraft[] }) => void;
};

function MetadataField({ metadata, fault, onChange }: MetadataFieldProps) {
  const next = Math.max(0, ...metadata.map(({ id }) => id)) + 1;
  const change = (which: number, part: Partial<MetadataDraft>) =>
    onChange({ metadata: metadata.map((one) => (one.id === which ? { ...one, ...part } : one)) });
  return (
    <fieldset className="min-w-0 space-y-2" data-invalid={fault ? true : undefined}>
      <legend className="mb-1 font-medium">Notes</legend>
      <p className="text-xs text-quiet">
        Such as “order” and “1004”. Your server gets them with every webhook; the recipient does not see them.
      </p>
      {metadata.map((note) => (
        <div key={note.id} className="flex flex-wrap items-end gap-2">
          <label className="min-w-32 grow basis-32 text-xs text-quiet">
            Name
            <input
              className={inputClass}
              maxLength={40}
              autoComplete="off"
              aria-invalid={fault ? true : undefined}
              value={note.name}
              onChange={({ target }) => change(note.id, { name: target.value })}
            />
          </label>
          <label className="min-w-40 grow-2 basis-40 text-xs text-quiet">
            Text
            <input
              className={inputClass}
              maxLength={500}
              autoComplete="off"
              value={note.value}
              onChange={({ target }) => change(note.id, { value: target.value })}
            />
          </label>
          <button
            type="button"
            className={buttonClass('bare')}
            onClick={() => onChange({ metadata: metadata.filter(({ id }) => id !== note.id) })}
          >
            Remove<span className="sr-only"> {note.name || 'this note'}</span>
          </button>
        </div>
      ))}
      <button
        type="button"
        className={buttonClass('small')}
        disabled={metadata.length >= maxNotes}
        onClick={() => onChange({ metadata: [...metadata, { id: next, name: '', value: '' }] })}
      >
        Add a note
      </button>
      {fault && <p className="text-xs text-bad">{fault}</p>}
    </fieldset>
  );
}
