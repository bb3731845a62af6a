import type { LogFacts, NamedFacts, Resolution, WaitingPayment } from '@/lib/by-hand/sightings/facts';
import type { Objection } from '@/lib/by-hand/sightings/may-settle';
import type { PaymentCheck } from '@/lib/rails/wallet/judge';
import {
  before,
  by,
  type Case,
  elsewhere,
  failed,
  hash,
  later,
  less,
  log,
  mined,
  missing,
  movedLess,
  nobody,
  other,
  payout,
  pays,
  type Row,
  signing,
  stranger,
  token,
  waiting,
  wallet,
} from './one-payment';

const standing = { at: later, isProven: true, isForeign: false, isAwaitedElsewhere: false, members: 0, naming: 0 };
const live: WaitingPayment = { id: 'tr_1', status: 'submitted', hash, sender: wallet, preparedBlock: 40n };
const second = { ...live, id: 'tr_2' };
/** A movement in a block that fits the payment `tr_1`, from a wallet that is proved. */
const booked: LogFacts = {
  ...{ of: 'log', by: 'payment', payout, chain: 'local', log, carrier: by },
  ...{ transfer: live, live, taker: null, standing },
};
const paysLog: Resolution = { is: 'pays', logs: [log], carrier: by };
const objected = (objection: Objection): Resolution => ({ is: 'objected', objection, log });
const unproven = { ...standing, isProven: false };
const completed: LogFacts['payout'] = { ...payout, status: 'completed' };

const logRows: Row<LogFacts>[] = [
  ['it pays', {}, paysLog],
  ['it stands for a payment of this payout', { taker: { payoutId: 'po_1' } }, { is: 'known' }],
  ['it pays another payout', { taker: { payoutId: 'po_2' } }, { is: 'taken' }],
  ['the payout is paid', { payout: completed }, { is: 'taken' }],
  ['the payment is no more', { transfer: null }, { is: 'taken' }],
  ['another payment of the payout is open', { live: second }, { is: 'blocked' }],
  ['it is older than the payout', { standing: { ...standing, at: before } }, objected('too_old')],
  [
    'another merchant awaits the same from this wallet',
    { standing: { ...standing, isAwaitedElsewhere: true } },
    objected('contested'),
  ],
  ['and a member says whose it is', { standing: { ...standing, isAwaitedElsewhere: true, members: 1 } }, paysLog],
  ['nobody knows its wallet', { standing: unproven }, objected('unknown_sender')],
  ['one member names its wallet', { standing: { ...unproven, naming: 1 } }, objected('unconfirmed_sender')],
  ['two members name its wallet', { standing: { ...unproven, naming: 2 } }, paysLog],
  [
    'two members name what is another merchant’s',
    { standing: { ...unproven, naming: 2, isForeign: true } },
    objected('unknown_sender'),
  ],
];

const dropped: WaitingPayment = { ...live, status: 'dropped' };
const lateRows: Row<LogFacts>[] = [
  ['it was given up', { transfer: dropped, live: second }, { is: 'arrived', log }],
  ['it is open', {}, { is: 'taken' }],
  ['it stands for a payment of this payout', { transfer: dropped, taker: { payoutId: 'po_1' } }, { is: 'known' }],
];

const figureRows: Row<LogFacts>[] = [
  ['nothing waits for it', { transfer: null, live: null }, paysLog],
  ['what waits has this hash', {}, paysLog],
  ['what waits has another hash', { live: { ...live, hash: token } }, { is: 'blocked' }],
  ['what waits has no hash, and the same wallet', { live: { ...live, hash: null } }, paysLog],
  ['what waits has no hash, and another wallet', { live: { ...live, hash: null, sender: other } }, { is: 'blocked' }],
  ['what waits was prepared after it', { live: { ...live, hash: null, preparedBlock: 50n } }, { is: 'blocked' }],
  ['what waits is being confirmed', { live: { ...live, status: 'confirming' } }, { is: 'blocked' }],
  ['the payout is paid', { payout: completed }, { is: 'taken' }],
  ['the payout waits for approval', { payout: { ...payout, status: 'awaiting_approval' } }, { is: 'taken' }],
  ['the payout is claimed', { payout: { ...payout, status: 'pending', rail: 'contract' } }, { is: 'taken' }],
  ['it moved less', { log: less }, { is: 'taken' }],
  ['it moved another token', { log: { ...log, token: other } }, { is: 'taken' }],
  ['it paid another recipient', { log: elsewhere }, { is: 'taken' }],
  ['it happened on another chain', { chain: 'base' }, { is: 'taken' }],
];

/** A person names the hash of a transfer that paid, from a wallet that is proved. */
const told: NamedFacts = {
  ...{ of: 'named', payout, signing: null, wallets: new Set([wallet]), seen: mined, at: later, takers: new Map() },
};
const unfit = (...checks: PaymentCheck[]): Resolution => ({
  is: 'unfit',
  faults: checks.map((check) => ({ check, found: [] })),
});

const toldRows: Row<NamedFacts>[] = [
  ['it paid', {}, pays],
  ['no node shows it', { seen: missing }, { is: 'unseen' }],
  ['it waits, and would pay', { seen: waiting, at: null }, { is: 'waits', nonce: 7, fits: true }],
  [
    'it waits, and nobody can read into it',
    { seen: { ...waiting, planned: null }, at: null },
    { is: 'waits', nonce: 7, fits: false },
  ],
  [
    'it waits, and would pay another recipient',
    { seen: { ...waiting, planned: stranger }, at: null },
    { is: 'unfit', faults: [{ check: 'wrong_recipient', found: stranger }] },
  ],
  ['it failed', { seen: failed }, unfit('not_succeeded')],
  ['it moved less', { seen: movedLess }, { is: 'unfit', faults: [{ check: 'wrong_amount', found: [less] }] }],
  [
    'its wallet is not known',
    { wallets: nobody },
    { is: 'unfit', faults: [{ check: 'unknown_sender', found: [log] }] },
  ],
  ['it is older than the payout', { at: before }, unfit('too_old')],
  ['it was sent before the wallet was asked', { signing, seen: { ...mined, nonce: 4 } }, unfit('too_old')],
  ['another payout has it', { takers: new Map([[3, { payoutId: 'po_2' }]]) }, unfit('already_used')],
  ['this payout has it', { takers: new Map([[3, { payoutId: 'po_1' }]]) }, pays],
  [
    'it is old, and another payout has it',
    { at: before, takers: new Map([[3, { payoutId: 'po_2' }]]) },
    unfit('too_old', 'already_used'),
  ],
];

export const movementCases: Case<LogFacts>[] = [
  ...logRows.map(
    ([title, facts, is]): Case<LogFacts> => [`a movement fits a payment: ${title}`, { ...booked, ...facts }, is],
  ),
  ...lateRows.map(
    ([title, facts, is]): Case<LogFacts> => [
      `no payment took a movement: ${title}`,
      { ...booked, by: 'late', ...facts },
      is,
    ],
  ),
  ...figureRows.map(
    ([title, facts, is]): Case<LogFacts> => [
      `a movement fits a payout: ${title}`,
      { ...booked, by: 'figures', ...facts },
      is,
    ],
  ),
];

export const namedCases: Case<NamedFacts>[] = toldRows.map(([title, facts, is]) => [
  `a person names it: ${title}`,
  { ...told, ...facts },
  is,
]);
