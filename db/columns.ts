import { customType, numeric, timestamp } from 'drizzle-orm/pg-core';

/** Prefixed, time-ordered id; byte order, so that newest-first pages need one index. */
export const id = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** EVM address, lower case. */
export const address = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** 32-byte hash as 0x-prefixed lower-case hex. */
export const hash = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** Money or an on-chain integer: base units, never a fraction. */
export const units = (name: string) => numeric(name, { precision: 78, scale: 0, mode: 'bigint' });

/** Milliseconds, as JavaScript dates have; so a value read back equals the value written. */
export const time = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** Bytes exactly as they came. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
