'use client';
import { useEffect, useState } from 'react';
import { inUtc, type TimeShape, timeShapes, written } from './written';

/** A moment in the zone of the browser, exact in `datetime`; in UTC until that zone is known. */
export function BrowserTime({ iso, as = 'full' }: { iso: string; as?: TimeShape }) {
  const [own, setOwn] = useState<{ words: string; full: string } | null>(null);
  useEffect(() => {
    setOwn({
      words: written(iso, timeShapes[as]),
      full: written(iso, { ...timeShapes.full, timeZoneName: 'short' }),
    });
  }, [iso, as]);
  const before = as === 'full' ? inUtc(iso) : written(iso, { ...timeShapes[as], timeZone: 'UTC' });
  const after = as === 'full' ? own?.full : own?.words;
  return (
    <time className="tabular-nums" dateTime={iso} title={as === 'full' ? undefined : own?.full}>
      {after ?? before}
    </time>
  );
}
