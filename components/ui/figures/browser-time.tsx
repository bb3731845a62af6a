'use client';
import { useEffect, useState } from 'react';
import { usePageWords } from '@/components/ui/words/page-words';
import { inUtc, type TimeShape, timeShapes, written } from './written';

/** A moment in the zone of the browser, exact in `datetime`; in UTC until that zone is known. */
export function BrowserTime({ iso, as = 'full' }: { iso: string; as?: TimeShape }) {
  const { language } = usePageWords();
  const [own, setOwn] = useState<{ words: string; full: string } | null>(null);
  useEffect(() => {
    setOwn({
      words: written(iso, timeShapes[as], language),
      full: written(iso, { ...timeShapes.full, timeZoneName: 'short' }, language),
    });
  }, [iso, as, language]);
  const before = as === 'full' ? inUtc(iso, language) : written(iso, { ...timeShapes[as], timeZone: 'UTC' }, language);
  const after = as === 'full' ? own?.full : own?.words;
  return (
    // Servers and browsers may know a language’s calendar in different editions.
    <time
      suppressHydrationWarning
      className="tabular-nums"
      dateTime={iso}
      title={as === 'full' ? undefined : own?.full}
    >
      {after ?? before}
    </time>
  );
}
