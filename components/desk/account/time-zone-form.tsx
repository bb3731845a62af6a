'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { Field, inputClass } from '@/components/ui/field';
import { zoneWords } from '@/components/ui/figures/zone-words';
import type { TimeZone } from '@/lib/kernel/time-zone';

/** In which zone the desk tells this person times and counts days. `zones` are those that the portal knows. */
export function TimeZoneForm({ zone, zones }: { zone: TimeZone; zones: readonly TimeZone[] }) {
  const { run, pending, problem } = useAction();
  const router = useRouter();
  const [chosen, setChosen] = useState(zone);
  const [here, setHere] = useState<TimeZone | null>(null);
  useEffect(() => setHere(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  const save = async (time_zone: TimeZone) => {
    setChosen(time_zone);
    const answer = await run('/api/desk/me/time-zone', { method: 'PUT', body: { time_zone } });
    if (answer.ok) router.refresh();
    else setChosen(zone);
  };
  return (
    <div className="max-w-md space-y-3" id="time-zone">
      <Field id="zone" label="Time zone" hint="Closes of the books are days in UTC for everybody.">
        <select
          id="zone"
          aria-describedby="zone-hint"
          className={inputClass}
          value={chosen}
          disabled={pending}
          onChange={({ target }) => save(target.value)}
        >
          {[...new Set([zone, chosen, ...zones])].map((one) => (
            <option key={one} value={one}>
              {zoneWords(one)}
            </option>
          ))}
        </select>
      </Field>
      {here && here !== zone && (
        <button type="button" className={buttonClass('small')} disabled={pending} onClick={() => save(here)}>
          Use this browser’s zone, {zoneWords(here)}
        </button>
      )}
      <ProblemCallout problem={problem} />
    </div>
  );
}
