import { Refusal } from '@/lib/kernel/errors';
import { type Context, requirePermission } from './actor';

/** Who pays by hand: a person with the right to, never an API key. */
export function requirePayer(ctx: Context) {
  const actor = requirePermission(ctx, 'payouts:pay');
  if (actor.kind !== 'user') throw new Refusal('forbidden', { detail: 'Only people pay by hand.' });
  return actor;
}
