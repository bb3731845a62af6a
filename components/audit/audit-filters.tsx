'use client';
import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import { hrefOf } from '@/components/dashboard/href';
import { buttonClass } from '@/components/ui/button';
import { inputClass } from '@/components/ui/field';
import { actionWords } from './action-words';

export type AuditFilterValues = { action?: string; actor?: string; subject?: string; from?: string; until?: string };
export type Actor = { id: string; name: string };

type AuditFiltersProps = { filters: AuditFilterValues; actions: readonly string[]; actors: readonly Actor[] };

const labelled = 'text-xs text-quiet';

/** Which lines to see. A plain form: without script it works by its button. */
export function AuditFilters({ filters, actions, actors }: AuditFiltersProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const go = () => {
    if (!form.current) return;
    const given = Object.fromEntries(
      [...new FormData(form.current)].map(([name, value]) => [name, String(value).trim()]),
    );
    router.push(hrefOf('/dashboard/audit', given));
  };
  const { action, actor, subject, from, until } = filters;
  return (
    <form
      ref={form}
      key={JSON.stringify(filters)}
      action="/dashboard/audit"
      className="mb-5 grid grid-cols-2 items-end gap-2 sm:flex sm:flex-wrap"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <label className={labelled}>
        What
        <select name="action" className={inputClass} defaultValue={action ?? ''} onChange={go}>
          <option value="">Everything</option>
          {actions.map((one) => (
            <option key={one} value={one}>
              {actionWords(one)}
            </option>
          ))}
        </select>
      </label>
      <label className={labelled}>
        Who
        <select name="actor" className={inputClass} defaultValue={actor ?? ''} onChange={go}>
          <option value="">Everybody</option>
          {actors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {actor && !actors.some(({ id }) => id === actor) && <option value={actor}>{actor}</option>}
        </select>
      </label>
      <label className={labelled}>
        From (UTC)
        <input name="from" type="date" className={inputClass} defaultValue={from} />
      </label>
      <label className={labelled}>
        Until (UTC)
        <input name="until" type="date" className={inputClass} defaultValue={until} />
      </label>
      <label className={`${labelled} col-span-2 min-w-48 grow sm:max-w-80`}>
        About
        <input
          name="subject"
          className={`${inputClass} font-mono`}
          placeholder="Id of a payout, an endpoint, a person …"
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          defaultValue={subject}
        />
      </label>
      <button type="submit" className={buttonClass('small')}>
        Show
      </button>
    </form>
  );
}
