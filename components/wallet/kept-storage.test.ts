import { expect, test } from 'vitest';
import { keptStorage } from './kept-storage';

const throwing = () => {
  throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
};

/** A store that holds one thing and takes no more. */
function full(): Storage {
  const held = keptStorage(null);
  held.setItem('before', 'kept');
  return { ...held, length: 1, key: held.key, getItem: held.getItem, removeItem: held.removeItem, setItem: throwing };
}

const denied: Storage = {
  get length() {
    return throwing();
  },
  ...{ key: throwing, getItem: throwing, setItem: throwing, removeItem: throwing, clear: throwing },
};

test.each([
  ['none', null],
  ['one that is denied', denied],
  ['one that is full', full()],
])('with %s for a store, the page remembers for as long as it is open, and nothing throws', (_name, real) => {
  const storage = keptStorage(real);
  expect(storage.getItem('wallet')).toBeNull();
  storage.setItem('wallet', 'Test Wallet');
  expect(storage.getItem('wallet')).toBe('Test Wallet');
  expect(Array.from({ length: storage.length }, (_, at) => storage.key(at))).toContain('wallet');
  storage.removeItem('wallet');
  expect(storage.getItem('wallet')).toBeNull();
  storage.clear();
});

test('what was there before is still read, and what can be written is written through', () => {
  expect(keptStorage(full()).getItem('before')).toBe('kept');
  const real = keptStorage(null);
  keptStorage(real).setItem('wallet', 'Test Wallet');
  expect(real.getItem('wallet')).toBe('Test Wallet');
});
