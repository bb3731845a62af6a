import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False in the server's page and until its scripts listen: a press before that would be lost. */
export function useListening(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
