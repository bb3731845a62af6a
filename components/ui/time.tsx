'use client';
import { useEffect, useState } from 'react';
import { useTimesInUtc } from './time-zone';

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

/** As the page's own language writes it, on the server and in every browser, so that no line is set anew. */
function written(iso: string, options: Intl.DateTimeFormatOptions): string {
  return new Date(iso).toLocaleString('en-GB', { ...options, hourCycle: 'h23' });
}

/**
 * A moment, exact in `datetime`. At the desk it stays in UTC, and tells the reader's own time on demand; elsewhere it is
 * in UTC until the reader's zone is known.
 */
export function Time({ iso, as = 'full' }: TimeProps) {
  const staysInUtc = useTimesInUtc();
  const inUtc = written(iso, { ...shapes[as], timeZone: 'UTC' });
  const [own, setOwn] = useState<{ words: string; full: string } | null>(null);
  useEffect(() => {
    setOwn({ words: written(iso, shapes[as]), full: written(iso, { ...shape, timeZoneName: 'short' }) });
  }, [iso, as]);
  const here = own && !staysInUtc ? (as === 'full' ? own.full : own.words) : null;
  const isWhole = as === 'full' && !staysInUtc;
  return (
    <time className="tabular-nums" dateTime={iso} title={isWhole ? undefined : own?.full}>
      {here ?? (as === 'full' ? `${inUtc} UTC` : inUtc)}
    </time>
  );
}
