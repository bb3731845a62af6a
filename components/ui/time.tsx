'use client';
import { useEffect, useState } from 'react';

const shape = { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;

/** A moment: in UTC until the reader's own zone is known, and exact in `datetime`. */
export function Time({ iso }: { iso: string }) {
  const [words, setWords] = useState(
    () => `${new Date(iso).toLocaleString('en-GB', { ...shape, timeZone: 'UTC', hourCycle: 'h23' })} UTC`,
  );
  useEffect(() => setWords(new Date(iso).toLocaleString(undefined, { ...shape, timeZoneName: 'short' })), [iso]);
  return (
    <time className="tabular-nums" dateTime={iso}>
      {words}
    </time>
  );
}
