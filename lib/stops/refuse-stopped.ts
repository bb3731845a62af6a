import type { Tx } from '@/db/client';
import type { StopScope } from '@/db/vocabulary/operators';
import { Refusal } from '@/lib/kernel/errors';
import { findStopHeld, findSuspensionHeld, type Stop, type Stoppable } from './store';

const what: Record<StopScope, string> = {
  installation: 'Everything on this portal',
  chain: 'Everything on this network',
  rail: 'Everything that is paid this way',
  merchant: 'Everything of this merchant',
  token: 'Everything in this token',
};

const retryAfterSeconds = 300;

/** Why it is stopped is the operator's own, and told to nobody else. */
export function refusalOfStop({ scope }: Pick<Stop, 'scope'>): Refusal {
  const detail = `${what[scope]} is stopped for now. Nothing is signed or sent, nothing is lost, and it goes on once the stop is lifted.`;
  return new Refusal('stopped', { detail, retryAfterSeconds, extra: { scope } });
}

/**
 * Asked in the transaction that decides to sign or send something, once its rows are locked: a stop waits until it ends, and
 * nothing that is asked after the stop gets past here. Refuses: stopped.
 */
export async function refuseStopped(tx: Tx, of: Stoppable): Promise<void> {
  const stop = await findStopHeld(tx, of);
  if (stop) throw refusalOfStop(stop);
}

/** `assetIds`: what is to be paid, as the books name it. `ofOrder`: what an order holds still leaves it while its merchant is being closed. */
type Making = { assetIds: readonly string[]; ofOrder?: boolean };

/** Asked in the transaction that makes a payout. Refuses: merchant_suspended; stopped, of a token alone. */
export async function refuseSuspended(
  tx: Tx,
  merchantId: string,
  { assetIds, ofOrder = false }: Making,
): Promise<void> {
  const { isSuspended, isClosing, isTokenStopped } = await findSuspensionHeld(tx, merchantId, assetIds);
  if (isSuspended || (isClosing && !ofOrder)) throw refusalOfSuspension();
  if (isTokenStopped) throw refusalOfStop({ scope: 'token' });
}

/** Asked in the transaction in which an order is made, or funded by its merchant's word: it would have to be paid first. Refuses: merchant_suspended. */
export async function refuseClosing(tx: Tx, merchantId: string): Promise<void> {
  if ((await findSuspensionHeld(tx, merchantId)).isClosing) throw refusalOfSuspension();
}

function refusalOfSuspension(): Refusal {
  return new Refusal('merchant_suspended', {
    detail:
      'The operator of this portal has suspended this merchant, or is closing it. Ask them; what was promised is kept in the books.',
  });
}
