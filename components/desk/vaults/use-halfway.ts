import { useSyncExternalStore } from 'react';

/** The same document hears nothing of its own writes from the browser. */
const changed = 'drawbridge-halfway';

function subscribe(listen: () => void): () => void {
  window.addEventListener('storage', listen);
  window.addEventListener(changed, listen);
  return () => {
    window.removeEventListener('storage', listen);
    window.removeEventListener(changed, listen);
  };
}

/** A browser may keep nothing for us: then a change that stopped halfway begins again from its form. */
function inStorage(work: (storage: Storage) => string | null): string | null {
  try {
    return work(window.localStorage);
  } catch {
    return null;
  }
}

/**
 * The allowance that a member set out for in this browser, where the token has to go through 0 and the second signature is
 * missing. It outlives a closed tab.
 */
export function useHalfway(vaultId: string, asset: string) {
  const key = `drawbridge.halfway.${vaultId}.${asset}`;
  const wanted = useSyncExternalStore(
    subscribe,
    () => inStorage((storage) => storage.getItem(key)),
    () => null,
  );
  const write = (amount: string | null) => {
    inStorage((storage) => {
      if (amount === null) storage.removeItem(key);
      else storage.setItem(key, amount);
      return null;
    });
    window.dispatchEvent(new Event(changed));
  };
  return { wanted, remember: write, forget: () => write(null) };
}
