import type { HashFacts, Resolution } from '@/lib/by-hand/sightings/facts';
import { type Failure, reason } from '@/lib/wire/reason';
import {
  before,
  block,
  type Case,
  created,
  elsewhere,
  failed,
  hash,
  later,
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
  transfer,
  waiting,
  wallet,
} from './one-payment';

/** Prepared here, sent as it was prepared, and paid in a final block. */
const prepared: HashFacts = {
  ...{ of: 'hash', payout, transfer, signing, seen: mined, block, final: { number: 60n, time: later } },
  ...{ isSpent: false, isCarriedOut: false, proven: nobody, naming: new Map(), takers: new Map() },
};
/** The same payment made elsewhere, whose hash a person named, from a wallet that is proved. */
const named: HashFacts = {
  ...prepared,
  signing: null,
  transfer: { ...transfer, sender: null, nonce: null },
  proven: new Set([wallet]),
};
const movedElse = { ...mined, planned: stranger, payments: [elsewhere] };
const proposed = { ...transfer, nonce: null, proposal: hash, proposalNumber: 4n };
const taken = (signingId: string | null) => new Map([[log.logIndex, { signingId }]]);
const reverted: Resolution = {
  is: 'failed',
  ending: { status: 'reverted', reason: reason('payment_reverted') },
};
const unclear: Resolution = {
  is: 'unclear',
  because: reason('other_amount'),
};
const gone = (why: Failure): Resolution => ({ is: 'gone', ending: { status: 'dropped', reason: why } });
const replaced = (why: Failure): Resolution => ({ is: 'gone', ending: { status: 'replaced', reason: why } });
const unsigned: Resolution = {
  is: 'gone',
  ending: { status: 'dropped', reason: reason('not_signed'), unprovenAtBlock: 55n },
};

const missingRows: Row<HashFacts>[] = [
  ['nothing is known', {}, { is: 'unseen' }],
  [
    'its deadline has passed in final blocks',
    { signing: { ...signing, deadline: created } },
    gone(reason('not_sent_in_time')),
  ],
  [
    'its deadline has not passed there',
    { signing: { ...signing, deadline: new Date('2026-03-02') } },
    { is: 'unseen' },
  ],
  [
    'a person said that it was not signed, and that block is final',
    { transfer: { ...transfer, deniedAtBlock: 55n } },
    unsigned,
  ],
  ['that block is not final', { transfer: { ...transfer, deniedAtBlock: 61n } }, { is: 'unseen' }],
  ['the network had shown it', { transfer: { ...transfer, deniedAtBlock: 55n, seenAt: created } }, { is: 'unseen' }],
  ['its nonce is used up', { isSpent: true }, replaced(reason('replaced_in_wallet'))],
  [
    'the number of its proposal is used up',
    { isSpent: true, transfer: proposed },
    replaced(reason('safe_number_used', { number: '4' })),
  ],
  [
    'it was given up',
    { isSpent: true, transfer: { ...transfer, status: 'dropped', deniedAtBlock: 55n } },
    { is: 'unseen' },
  ],
];

const waitingRows: Row<HashFacts>[] = [
  ['it would pay exactly this', {}, { is: 'waits', nonce: 7, fits: true }],
  [
    'nobody can read into it, and it may be another call of the signing',
    { seen: { ...waiting, planned: null } },
    { is: 'waits', nonce: null, fits: false },
  ],
  [
    'nobody can read into it, and the signing is one batch of calls',
    { signing: { ...signing, way: 'calls' }, seen: { ...waiting, planned: null } },
    { is: 'waits', nonce: 7, fits: false },
  ],
  ['another wallet carries it', { seen: { ...waiting, from: other } }, { is: 'waits', nonce: null, fits: true }],
  [
    'it would pay another recipient',
    { seen: { ...waiting, planned: stranger } },
    { is: 'waits', nonce: null, fits: false },
  ],
];

const preparedRows: Row<HashFacts>[] = [
  ['it paid', {}, pays],
  ['it paid in a block that is not final', { block: { ...block, isFinal: false } }, pays],
  ['its block is not read', { block: null }, { is: 'early' }],
  ['it failed in a block that is not final', { seen: failed, block: { ...block, isFinal: false } }, { is: 'early' }],
  ['it failed', { seen: failed }, reverted],
  ['it was sent before the wallet was asked', { seen: { ...mined, nonce: 4 } }, { is: 'foreign' }],
  ['it is older than the payout', { block: { ...block, at: before } }, { is: 'foreign' }],
  ['it moved less', { seen: movedLess }, unclear],
  [
    'it moved less, which is booked for another payout',
    { seen: movedLess, takers: new Map([[4, { signingId: null }]]) },
    reverted,
  ],
  ['it was another call', { seen: movedElse }, { is: 'foreign' }],
  [
    'it paid from another wallet',
    { seen: { ...mined, planned: null, payments: [{ ...log, from: other }] } },
    { is: 'foreign' },
  ],
  ['its own signing has taken every log', { takers: taken('sg_1') }, reverted],
  ['another payment has taken its log', { takers: taken('sg_2') }, { is: 'foreign' }],
  [
    'the Safe carried out its proposal, which failed',
    { transfer: proposed, isCarriedOut: true, seen: { ...failed, planned: null } },
    reverted,
  ],
  ['the Safe carried out something else', { transfer: proposed, seen: failed }, { is: 'foreign' }],
];

const namedRows: Row<HashFacts>[] = [
  ['it paid', {}, pays],
  ['it is older than the payout', { block: { ...block, at: before } }, gone(reason('too_old'))],
  ['one member names its wallet', { proven: nobody, naming: new Map([[wallet, 1]]) }, { is: 'unconfirmed' }],
  [
    'one member names it, and its block is not final',
    { proven: nobody, naming: new Map([[wallet, 1]]), block: { ...block, isFinal: false } },
    { is: 'unconfirmed' },
  ],
  ['two members name its wallet', { proven: nobody, naming: new Map([[wallet, 2]]) }, pays],
  ['nobody knows its wallet', { proven: nobody }, gone(reason('paid_something_else'))],
  ['what it pays is booked already', { takers: taken(null) }, gone(reason('booked_elsewhere'))],
  ['it failed', { seen: failed }, reverted],
  ['it was to pay this, and moved less', { seen: movedLess }, unclear],
  ['it paid something else', { seen: movedElse }, gone(reason('paid_something_else'))],
];
export const hashCases: Case<HashFacts>[] = [
  ...missingRows.map(
    ([title, facts, is]): Case<HashFacts> => [
      `no node shows it: ${title}`,
      { ...prepared, seen: missing, block: null, ...facts },
      is,
    ],
  ),
  ...waitingRows.map(
    ([title, facts, is]): Case<HashFacts> => [
      `it waits: ${title}`,
      { ...prepared, seen: waiting, block: null, ...facts },
      is,
    ],
  ),
  ...preparedRows.map(
    ([title, facts, is]): Case<HashFacts> => [`prepared here: ${title}`, { ...prepared, ...facts }, is],
  ),
  ...namedRows.map(([title, facts, is]): Case<HashFacts> => [`made elsewhere: ${title}`, { ...named, ...facts }, is]),
];
