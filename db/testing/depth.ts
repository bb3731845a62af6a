import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** `deep` in `npm run test:deep`. */
    depth: 'quick' | 'deep';
  }
}

/** How far a campaign goes: in every run, and where all of it is wanted. */
export function byDepth<T>(sizes: { quick: T; deep: T }): T {
  return sizes[inject('depth')];
}
