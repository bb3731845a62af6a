/**
 * What this page remembers: in the browser's own store where that takes it, else for as long as the page is open. A browser
 * may deny its store (frames of other sites), have none (some apps' web views) or be full, and then it throws.
 */
export function keptStorage(real: Storage | null): Storage {
  const here = new Map<string, string>();
  const tried = <T>(work: (storage: Storage) => T): T | null => {
    try {
      return real && work(real);
    } catch {
      return null;
    }
  };
  const names = () => [
    ...new Set([
      ...here.keys(),
      ...(tried((storage) => Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '')) ?? []),
    ]),
  ];
  return {
    get length() {
      return names().length;
    },
    key: (index) => names()[index] ?? null,
    getItem: (name) => here.get(name) ?? tried((storage) => storage.getItem(name)),
    setItem: (name, value) => {
      const isWritten = tried((storage) => {
        storage.setItem(name, value);
        return true;
      });
      if (isWritten) here.delete(name);
      else here.set(name, value);
    },
    removeItem: (name) => {
      here.delete(name);
      tried((storage) => storage.removeItem(name));
    },
    clear: () => {
      here.clear();
      tried((storage) => storage.clear());
    },
  };
}

/** The browser's own store, or null where asking for it throws or gives nothing. */
export function browserStorage(): Storage | null {
  try {
    return window.localStorage ?? null;
  } catch {
    return null;
  }
}

/** About what libraries write at once; a store that takes less is full. */
const sample = 'x'.repeat(1024);

function works(storage: Storage | null): boolean {
  try {
    storage?.setItem('drawbridge.probe', sample);
    storage?.removeItem('drawbridge.probe');
    return storage !== null;
  } catch {
    return false;
  }
}

/** Puts one that never throws in the place of a store that does not work: RainbowKit reads it without asking. */
export function guardStorage(): void {
  if (typeof window === 'undefined') return;
  const real = browserStorage();
  if (works(real)) return;
  Object.defineProperty(window, 'localStorage', { configurable: true, value: keptStorage(real) });
}
