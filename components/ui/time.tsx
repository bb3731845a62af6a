'use client';
import { useEffect, useState } from 'react';

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

/** A moment: in UTC until the reader's own zone is known, and exact in `datetime`. */
export function Time({ iso, as = 'full' }: TimeProps) {
  const inUtc = written(iso, { ...shapes[as], timeZone: 'UTC' });
  const [words, setWords] = useState<string | null>(null);
  const [title, setTitle] = useState<string | undefined>(undefined);
  useEffect(() => {
    const full = written(iso, { ...shape, timeZoneName: 'short' });
    setWords(as === 'full' ? full : written(iso, shapes[as]));
    setTitle(as === 'full' ? undefined : full);
  }, [iso, as]);
  return (
    <time className="tabular-nums" dateTime={iso} title={title}>
      {words ?? (as === 'full' ? `${inUtc} UTC` : inUtc)}
    </time>
  );
}
