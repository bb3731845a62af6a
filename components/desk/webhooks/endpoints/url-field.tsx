'use client';
import { useRef } from 'react';
import { dialectWords, missingIn, placeholders } from '@/components/desk/webhooks/words';
import { buttonClass } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/fields';
import { Fold } from '@/components/ui/fold';
import type { Dialect } from '@/db/vocabulary/webhooks';

type UrlFieldProps = { url: string; dialect: Dialect; fault: string | null; onChange: (url: string) => void };

export function UrlField({ url, dialect, fault, onChange }: UrlFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const template = dialect === 's2s';
  const hint = template
    ? 'Your address with placeholders in its query. We fill them in and call it by GET.'
    : 'An https address that the public internet can reach. It must not lead to another one by a redirect.';
  const insert = (name: string) => {
    const at = field.current?.selectionStart ?? url.length;
    const text = `{${name}}`;
    onChange(url.slice(0, at) + text + url.slice(field.current?.selectionEnd ?? at));
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at + text.length, at + text.length);
    });
  };
  return (
    <div className="space-y-2">
      <TextAreaField
        ref={field}
        name="url"
        label={template ? 'Address with placeholders' : 'Address'}
        hint={hint}
        fault={fault}
        rows={template ? 4 : 1}
        mono
        className="block field-sizing-content resize-y break-all"
        placeholder={dialectWords[dialect].placeholder}
        required
        value={url}
        onChange={(text) => onChange(text.replaceAll(/[\r\n]/g, ''))}
      />
      {template && <Placeholders url={url} onInsert={insert} />}
    </div>
  );
}

function Placeholders({ url, onInsert }: { url: string; onInsert: (name: string) => void }) {
  const missing = missingIn(url);
  return (
    <div className="space-y-1 text-xs">
      <p className="text-quiet" role="status">
        {missing.length > 0
          ? `Still missing: ${missing.map(({ name }) => `{${name}}`).join(', ')}.`
          : 'Every placeholder that must be there is there.'}
      </p>
      <Fold title="What can be filled in">
        <ul className="divide-y divide-line rounded-lg border border-line">
          {placeholders.map(({ name, words, must }) => (
            <li key={name} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-2.5 py-1 text-[0.8125rem]">
              <code className="font-mono">{`{${name}}`}</code>
              <span className="min-w-0 grow text-quiet">
                {words}
                {must && ' (must be there)'}
              </span>
              <button type="button" className={buttonClass('bare')} onClick={() => onInsert(name)}>
                Insert<span className="sr-only"> {name}</span>
              </button>
            </li>
          ))}
        </ul>
      </Fold>
    </div>
  );
}
