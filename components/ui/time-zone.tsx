'use client';
import { createContext, type ReactNode, useContext } from 'react';

const InUtc = createContext(false);

/** What stands inside shows every time in UTC, as its filters and the books count days. Elsewhere it is the reader's zone. */
export function TimesInUtc({ children }: { children: ReactNode }) {
  return <InUtc value={true}>{children}</InUtc>;
}

export function useTimesInUtc(): boolean {
  return useContext(InUtc);
}
