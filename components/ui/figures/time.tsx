'use client';
import { useEffect, useState } from 'react';
import { useTimeZone } from './time-zone';
import { zoneWords } from './zone-words';

const shape = { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
const briefShape = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
const exactShape = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;

const momentShape = { day: 'numeric', month: 'short', ...exactShape } as const;

const shapes = { full: shape, brief: briefShape, moment: momentShape, clock: exactShape } as const;

type TimeProps = {
  iso: string;
  /** `brief` for tables leaves out year and zone, `moment` has seconds, `clock` no day; the whole is shown on demand. */
  as?: keyof typeof shapes;
};

/** As the page's own language writes it, on the server and in every browser, so that no line is set twice. */
function written(iso: string, options: Intl.DateTimeFormatOptions): string {
  return new Date(iso).toLocaleString('en-GB', { ...options, hourCycle: 'h23' });
}

/** A moment, exact in `datetime`: at the desk in the zone of the signed-in person, elsewhere in the browser's. */
export function Time({ iso, as = 'full' }: TimeProps) {
  const zone = useTimeZone();
  return zone ? <TimeIn zone={zone} iso={iso} as={as} /> : <BrowserTime iso={iso} as={as} />;
}

const inUtc = (iso: string) => `${written(iso, { ...shape, timeZone: 'UTC' })} UTC`;

/** In UTC, too, on demand: so count the books, and so do other systems. */
function TimeIn({ zone, iso, as }: Required<TimeProps> & { zone: string }) {
  const whole = `${written(iso, { ...shape, timeZone: zone })} ${zoneWords(zone)}`;
  const words = as === 'full' ? whole : written(iso, { ...shapes[as], timeZone: zone });
  const more = [...(as === 'full' ? [] : [whole]), ...(zone === 'UTC' ? [] : [inUtc(iso)])];
  return (
    <time className="tabular-nums" dateTime={iso} title={more.join(', ') || undefined}>
      {words}
    </time>
  );
}

/** In UTC until the reader's zone is known. */
function BrowserTime({ iso, as }: Required<TimeProps>) {
  const [own, setOwn] = useState<{ words: string; full: string } | null>(null);
  useEffect(() => {
    setOwn({ words: written(iso, shapes[as]), full: written(iso, { ...shape, timeZoneName: 'short' }) });
  }, [iso, as]);
  const before = as === 'full' ? inUtc(iso) : written(iso, { ...shapes[as], timeZone: 'UTC' });
  const after = as === 'full' ? own?.full : own?.words;
  return (
    <time className="tabular-nums" dateTime={iso} title={as === 'full' ? undefined : own?.full}>
      {after ?? before}
    </time>
  );
}
