'use client';
import { useViewer } from '@/components/desk/frame/desk';
import { FilterForm } from '@/components/desk/frame/filter-form';
import { buttonClass } from '@/components/ui/button';
import { inputClass } from '@/components/ui/field';
import { zoneWords } from '@/components/ui/figures/zone-words';
import type { AuditActor } from '@/lib/access/schema';
import { actionWords } from './action-words';

export type AuditFilterValues = { action?: string; actor?: string; subject?: string; from?: string; until?: string };
export type Actors = { members: readonly AuditActor[]; keys: readonly AuditActor[] };

type AuditFiltersProps = { filters: AuditFilterValues; actions: readonly string[]; actors: Actors };

const labelled = 'text-xs text-quiet';

/** Which lines to see. */
export function AuditFilters({ filters, actions, actors }: AuditFiltersProps) {
  const { action, actor, subject, from, until } = filters;
  const days = `Days in ${zoneWords(useViewer().time_zone)}, both included`;
  const known = [...actors.members, ...actors.keys];
  return (
    <FilterForm
      path="/dashboard/audit"
      filters={filters}
      className="mb-5 grid grid-cols-2 items-end gap-2 sm:flex sm:flex-wrap"
    >
      <label className={labelled}>
        What
        <select name="action" className={inputClass} defaultValue={action ?? ''}>
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
        <select name="actor" className={inputClass} defaultValue={actor ?? ''}>
          <option value="">Everybody</option>
          <ActorGroup label="Members" actors={actors.members} />
          <ActorGroup label="API keys" actors={actors.keys} />
          {actor && !known.some(({ id }) => id === actor) && <option value={actor}>{actor}</option>}
        </select>
      </label>
      <label className={labelled}>
        From
        <input title={days} name="from" type="date" className={inputClass} defaultValue={from} />
      </label>
      <label className={labelled}>
        Until
        <input title={days} name="until" type="date" className={inputClass} defaultValue={until} />
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
        Search
      </button>
    </FilterForm>
  );
}

function ActorGroup({ label, actors }: { label: string; actors: readonly AuditActor[] }) {
  if (actors.length === 0) return null;
  return (
    <optgroup label={label}>
      {actors.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}
