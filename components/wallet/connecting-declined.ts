import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { readWalletError } from './wallet-error';

type Declined = 'declined' | 'failed' | null;

/** How the last try to connect a wallet ended, in whichever dialog it was begun; null while one runs and after it worked. */
let last: Declined = null;
const listeners = new Set<() => void>();

function set(next: Declined): void {
  if (next === last) return;
  last = next;
  for (const listen of listeners) listen();
}

/** RainbowKit's dialog goes on saying that it waits for the wallet's answer: it closes at Escape, as for its reader. */
function closeChooser(): void {
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
}

/** Hears every try to connect, as all of them run through these queries. */
export function watchConnecting(queries: QueryClient): void {
  queries.getMutationCache().subscribe((event) => {
    if (event.type !== 'updated' || event.mutation.options.mutationKey?.[0] !== 'connect') return;
    const { status, error } = event.mutation.state;
    if (status !== 'error') return set(null);
    set(readWalletError(error) === 'rejected' ? 'declined' : 'failed');
    closeChooser();
  });
}

export function useConnectingDeclined(): Declined {
  return useSyncExternalStore(
    (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    () => last,
    () => null,
  );
}
