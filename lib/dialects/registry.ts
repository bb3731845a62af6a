import type { Dialect } from '@/db/vocabulary/webhooks';
import { coindirect } from './coindirect';
import { dex3 } from './dex3';
import type { DialectRules } from './dialect';
import { nitro } from './nitro';
import { orderFlow } from './order-flow';
import { s2s } from './s2s';
import { shkeeper } from './shkeeper';
import { standard } from './standard';

/** Every dialect by its name; the compiler insists that none is missing. */
export const dialectRules = {
  standard,
  coindirect,
  nitro,
  dex3,
  s2s,
  shkeeper,
  order_flow: orderFlow,
} satisfies Record<Dialect, DialectRules>;
