'use client';
import { BrowserTime } from './browser-time';
import { useTimeZone } from './time-zone';
import { inUtc, type TimeShape, timeShapes, written } from './written';
import { zoneWords } from './zone-words';

type TimeProps = { iso: string; as?: TimeShape };

/** A moment, exact in `datetime`: at the desk in the zone of the signed-in person, elsewhere in the browser's. */
export function Time({ iso, as = 'full' }: TimeProps) {
  const zone = useTimeZone();
  return zone ? <TimeIn zone={zone} iso={iso} as={as} /> : <BrowserTime iso={iso} as={as} />;
}

/** In UTC, too, on demand: so count the books, and so do other systems. */
function TimeIn({ zone, iso, as }: Required<TimeProps> & { zone: string }) {
  const whole = `${written(iso, { ...timeShapes.full, timeZone: zone })} ${zoneWords(zone)}`;
  const words = as === 'full' ? whole : written(iso, { ...timeShapes[as], timeZone: zone });
  const more = [...(as === 'full' ? [] : [whole]), ...(zone === 'UTC' ? [] : [inUtc(iso)])];
  return (
    <time className="tabular-nums" dateTime={iso} title={more.join(', ') || undefined}>
      {words}
    </time>
  );
}
