import type { Dialect } from '@/db/vocabulary';
import type { DialectRules } from './dialect';
import { standard } from './standard';

/** Every dialect by its name; the compiler insists that none is missing. */
export const dialectRules = { standard } satisfies Record<Dialect, DialectRules>;
