import { z } from 'zod';
import type { PayoutStatus } from '@/db/vocabulary/payouts';
import { idPattern } from '@/lib/kernel/ids';
import type { DialectRules } from './dialect';
import { decimal, evmHash, maybe, readBody, word } from './message';
import { marks, payoutIn } from './payout-in';
import { shkeeperProof } from './shkeeper-proof';

/** The callbacks of SHKeeper's payouts: https://github.com/vsys-host/shkeeper.io. It sends them for success alone. */

export const shkeeperStatus = {
  awaiting_approval: 'IN_PROGRESS',
  pending: 'IN_PROGRESS',
  processing: 'IN_PROGRESS',
  completed: 'SUCCESS',
  failed: 'FAIL',
  cancelled: 'FAIL',
  expired: 'FAIL',
} as const satisfies Record<PayoutStatus, string>;

/** Ten decimals as theirs, or more where the amount has more: nothing is rounded. */
function tenDecimals(amount: string): string {
  const [whole = '', fraction = ''] = amount.split('.');
  return `${whole}.${fraction.padEnd(10, '0')}`;
}

const message = z.object({
  payout_id: maybe,
  external_id: maybe,
  status: word,
  tx_hash: evmHash,
  amount: decimal,
  version: maybe,
});

/** What we hand in is named by our payout's id and the number of the attempt. */
const attemptOf = /^(po_[0-9a-z]+)-\d+$/;

/** Which payout of ours an id names; null where it is not one of ours. */
function payoutOf(id: string | null): string | null {
  const bare = attemptOf.exec(id ?? '')?.[1] ?? id;
  return bare !== null && idPattern('payout').test(bare) ? bare : null;
}

export const shkeeper: DialectRules = {
  ...shkeeperProof,
  subjects: ['payout'],
  defaultEvents: ['payout.completed'],

  render(event, target) {
    const payout = payoutIn(event);
    const body = JSON.stringify({
      amount: tenDecimals(payout.net),
      amount_fiat: null,
      crypto: payout.asset,
      currency_fiat: null,
      external_id: payout.reference,
      payout_id: payout.id,
      status: shkeeperStatus[payout.status],
      timestamp: payout.created_at.slice(0, 19),
      tx_hash: payout.transfer?.hash?.replace(/^0x/, '') ?? null,
      ...marks(event),
    });
    return { method: 'POST', url: target, headers: { 'content-type': 'application/json' }, body };
  },

  accepts: (status) => status === 202,
  answers: 202,

  parse({ body }) {
    const said = readBody(message, body);
    if (!said) return null;
    const { payout_id: id, external_id: given, status, tx_hash: hash, amount, version } = said;
    if (id === null && given === null) return null;
    const payoutId = payoutOf(given) ?? payoutOf(id);
    return {
      // Their ids begin at 1 again on another server, and a hash may come later.
      key: [id, given, status, hash, version].filter((part) => part !== null).join(':'),
      type: 'payout',
      status,
      payoutId,
      reference: payoutOf(given) === null ? given : null,
      ...(given !== null && attemptOf.test(given) && { submission: given }),
      hash,
      amount,
    };
  },
};
