'use client';
import { useId } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { inputClass } from '@/components/ui/field';
import type { HeaderDraft } from './endpoint-draft';

type HeadersFieldProps = {
  headers: readonly HeaderDraft[];
  /** Names of those that are stored; their values are never shown again. */
  stored: readonly string[];
  replace: boolean;
  fault: string | null;
  onChange: (headers: readonly HeaderDraft[], replace: boolean) => void;
};

const most = 10;

export function HeadersField({ headers, stored, replace, fault, onChange }: HeadersFieldProps) {
  const id = useId();
  const next = Math.max(0, ...headers.map((header) => header.id)) + 1;
  const change = (which: number, part: Partial<HeaderDraft>) =>
    onChange(
      headers.map((header) => (header.id === which ? { ...header, ...part } : header)),
      replace,
    );
  return (
    <fieldset className="min-w-0 space-y-2" data-invalid={fault ? true : undefined}>
      <legend className="mb-1 text-[0.8125rem] font-medium">Headers of your own</legend>
      <p className="text-xs text-quiet">
        Go with every request, such as a password for your gateway. Stored encrypted; only their names are shown again.
      </p>
      {stored.length > 0 && (
        <Choice
          type="checkbox"
          checked={replace}
          onChange={({ target }) => onChange(headers, target.checked)}
          label={`Replace ${stored.join(', ')}`}
          hint="All of them at once: what you do not write below is gone."
        />
      )}
      {replace && (
        <>
          {headers.map((header) => (
            <HeaderRow
              key={header.id}
              idOf={`${id}-${header.id}`}
              header={header}
              faulty={fault !== null}
              onChange={(part) => change(header.id, part)}
              onRemove={() =>
                onChange(
                  headers.filter((one) => one.id !== header.id),
                  replace,
                )
              }
            />
          ))}
          <button
            type="button"
            className={buttonClass('small')}
            disabled={headers.length >= most}
            onClick={() => onChange([...headers, { id: next, name: '', value: '' }], replace)}
          >
            Add a header
          </button>
        </>
      )}
      {fault && <p className="text-xs text-bad">{fault}</p>}
    </fieldset>
  );
}

type HeaderRowProps = {
  idOf: string;
  header: HeaderDraft;
  faulty: boolean;
  onChange: (part: Partial<HeaderDraft>) => void;
  onRemove: () => void;
};

function HeaderRow({ idOf, header, faulty, onChange, onRemove }: HeaderRowProps) {
  return (
    <div className="flex flex-wrap items-end gap-2">
      <label className="min-w-32 grow basis-32 text-xs text-quiet" htmlFor={`${idOf}-name`}>
        Name
        <input
          id={`${idOf}-name`}
          className={`${inputClass} font-mono`}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={faulty || undefined}
          value={header.name}
          onChange={({ target }) => onChange({ name: target.value })}
        />
      </label>
      <label className="min-w-40 grow-2 basis-40 text-xs text-quiet" htmlFor={`${idOf}-value`}>
        Value
        <input
          id={`${idOf}-value`}
          className={`${inputClass} font-mono`}
          autoComplete="off"
          spellCheck={false}
          value={header.value}
          onChange={({ target }) => onChange({ value: target.value })}
        />
      </label>
      <button type="button" className={buttonClass('bare')} onClick={onRemove}>
        Remove<span className="sr-only"> {header.name || 'this header'}</span>
      </button>
    </div>
  );
}
