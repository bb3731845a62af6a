'use client';
import { createContext, type ReactNode, useContext } from 'react';

const Zone = createContext<string | null>(null);

/**
 * What stands inside tells every time in this zone, as its filters count days: the person's own, told by the server, so
 * that a page reads the same before and after its scripts run.
 */
export function TimesIn({ zone, children }: { zone: string; children: ReactNode }) {
  return <Zone value={zone}>{children}</Zone>;
}

/** Null where times are told in the zone of the reader's browser. */
export function useTimeZone(): string | null {
  return useContext(Zone);
}
