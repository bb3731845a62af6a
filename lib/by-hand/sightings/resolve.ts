import type { Transfer } from '@/lib/payouts/transfer-store';
import { isByHand } from '@/lib/rails/traits';
import type { PlannedPayment } from '@/lib/rails/wallet/calls';
import { handFacts } from '@/lib/rails/wallet/facts';
import { judge } from '@/lib/rails/wallet/judge';
import { type Failure, reason } from '@/lib/wire/reason';
import type { Ending } from './end';
import type {
  Carrier,
  Facts,
  Fault,
  HashFacts,
  LogFacts,
  MinedSighting,
  NamedFacts,
  Resolution,
  WaitingPayment,
} from './facts';
import { isOlder, objectionTo, wordsNeeded } from './may-settle';
import type { Signing } from './store';

const foreign = { is: 'foreign' } as const;
const taken = { is: 'taken' } as const;
const refused = { status: 'reverted', reason: reason('payment_reverted') } as const;
const otherwise = reason('other_amount');

/** Says what facts mean, from nothing but them: no clock, no network, no database. */
export function resolve(facts: Facts): Resolution {
  switch (facts.of) {
    case 'hash':
      return resolveHash(facts);
    case 'log':
      return resolveLog(facts);
    case 'named':
      return resolveNamed(facts);
  }
}

function resolveHash(facts: HashFacts): Resolution {
  const { seen, block } = facts;
  if (seen.state === 'missing') return resolveMissing(facts);
  if (seen.state === 'waiting') {
    const fits = pays(facts, seen.planned);
    return { is: 'waits', nonce: nonceOf(facts, seen, fits), fits };
  }
  if (!block) return { is: 'early' };
  const said = resolveMined(facts, seen, block.at);
  // What pays is booked at once; what says that it does not counts once its block is final.
  return said.is === 'pays' || said.is === 'unconfirmed' || block.isFinal ? said : { is: 'early' };
}

/** What can be said of a payment of which the chain shows nothing, from its deadline and from what a person stated. */
export function lapsed({ transfer, signing, final }: Pick<HashFacts, 'transfer' | 'signing' | 'final'>): Ending | null {
  if (signing?.deadline && signing.deadline < final.time) {
    return { status: 'dropped', reason: reason('not_sent_in_time') };
  }
  const { deniedAtBlock: stated, seenAt } = transfer;
  if (stated === null || stated > final.number || seenAt) return null;
  return { status: 'dropped', reason: reason('not_signed'), unprovenAtBlock: stated };
}

function resolveMissing(facts: HashFacts): Resolution {
  const { status, nonce, proposalNumber } = facts.transfer;
  if (status === 'dropped') return { is: 'unseen' };
  const ending = lapsed(facts);
  if (ending) return { is: 'gone', ending };
  if (!facts.isSpent) return { is: 'unseen' };
  const why =
    nonce !== null ? reason('replaced_in_wallet') : reason('safe_number_used', { number: String(proposalNumber) });
  return { is: 'gone', ending: { status: 'replaced', reason: why } };
}

function resolveMined(facts: HashFacts, seen: MinedSighting, at: Date): Resolution {
  const { payout, signing, takers } = facts;
  // What the wallet sent before it was asked is not its answer.
  if (isBelowFloor(signing, seen)) return foreign;
  if (isOlder(payout, at)) return signing ? foreign : gone(reason('too_old'));
  const exact = judge(handFacts(payout, null), isOurs(facts), seen.payments);
  const logs = exact.fits ? exact.logs : [];
  const free = logs.filter(({ logIndex }) => !takers.has(logIndex));
  if (free.length > 0) return { is: 'pays', logs: free, carrier: seen };
  const tried = pays(facts, seen.planned);
  const unclear = hasMovedOtherwise(facts, seen);
  if (!signing) {
    if (!exact.fits && judge(handFacts(payout, null), isOurs(facts, 1), seen.payments).fits)
      return { is: 'unconfirmed' };
    if (exact.fits) return gone(reason('booked_elsewhere'));
    if (!tried) return gone(reason('paid_something_else'));
    return unclear ? { is: 'unclear', because: otherwise } : { is: 'failed', ending: refused };
  }
  if (!isOfThisSigning(facts, tried)) return foreign;
  if (unclear) return { is: 'unclear', because: otherwise };
  // Of a batch that skips what a token refuses, its own payments may have taken every log. Anybody else's say nothing.
  if (exact.fits && logs.some(({ logIndex }) => takers.get(logIndex)?.signingId !== signing.id)) return foreign;
  return { is: 'failed', ending: refused };
}

function gone(why: Failure): Resolution {
  return { is: 'gone', ending: { status: 'dropped', reason: why } };
}

function isBelowFloor(signing: Pick<Signing, 'sender' | 'nonceFloor'> | null, { from, nonce }: Carrier): boolean {
  return signing !== null && from === signing.sender && nonce < signing.nonceFloor;
}

/** From whom a payment may come: the wallet that was to pay; of a reported hash, any proved wallet. */
function isOurs({ signing, transfer, proven, naming }: HashFacts, needed = wordsNeeded): (sender: string) => boolean {
  if (signing) return (sender) => sender === transfer.sender;
  return (sender) => proven.has(sender) || (naming.get(sender) ?? 0) >= needed;
}

function pays(facts: HashFacts, planned: PlannedPayment[] | null): boolean {
  return planned !== null && judge(handFacts(facts.payout, null), isOurs(facts), planned).fits;
}

/** The wallet's nonce that a named transfer uses up; null where it may be another call of the same signing. */
export function nonceOf(
  { transfer, signing }: { transfer: Pick<Transfer, 'sender'>; signing: Pick<Signing, 'way'> | null },
  seen: Carrier,
  fits: boolean,
): number | null {
  if (transfer.sender !== null && seen.from !== transfer.sender) return null;
  return fits || !signing || signing.way === 'calls' ? seen.nonce : null;
}

/** Whether it surely is what the wallet was asked to sign: the very call, or the very proposal carried out. */
function isOfThisSigning({ transfer, isCarriedOut }: HashFacts, tried: boolean): boolean {
  return transfer.proposal && transfer.sender ? isCarriedOut : tried;
}

/** Whether it paid the recipient from a wallet of ours, but more or less, as with a token that keeps a fee. */
function hasMovedOtherwise(facts: HashFacts, seen: MinedSighting): boolean {
  const { token, recipient, amount } = handFacts(facts.payout, null);
  const ours = isOurs(facts);
  return seen.payments
    .filter((log) => log.token === token && log.recipient === recipient && log.amount !== amount && ours(log.from))
    .some(({ logIndex }) => !facts.takers.has(logIndex));
}

function resolveNamed(facts: NamedFacts): Resolution {
  const { payout, signing, wallets, seen, at, takers } = facts;
  if (seen.state === 'missing') return { is: 'unseen' };
  const hasFailed = seen.state === 'mined' && !seen.succeeded;
  const judged = <Log extends PlannedPayment>(payments: readonly Log[]) =>
    judge(handFacts(payout, null), (sender) => wallets.has(sender), payments);
  const paid = seen.state === 'mined' && seen.succeeded ? judged(seen.payments) : null;
  const planned = seen.state === 'waiting' && seen.planned ? judged(seen.planned) : null;
  const logs = paid?.fits ? paid.logs : [];
  // What this payout's own payment holds, another member has named a moment ago: that is no fault.
  const free = logs.filter(({ logIndex }) => (takers.get(logIndex)?.payoutId ?? payout.id) === payout.id);
  const verdict = paid ?? planned;
  const faults: Fault[] = [];
  if (hasFailed) faults.push({ check: 'not_succeeded', found: [] });
  if (verdict && !verdict.fits) faults.push({ check: verdict.check, found: verdict.found });
  if (isBelowFloor(signing, seen) || (at && isOlder(payout, at))) faults.push({ check: 'too_old', found: [] });
  if (logs.length > 0 && free.length === 0) faults.push({ check: 'already_used', found: [] });
  if (faults.length > 0) return { is: 'unfit', faults };
  if (seen.state === 'mined') return { is: 'pays', logs: free, carrier: seen };
  return { is: 'waits', nonce: seen.nonce, fits: planned !== null };
}

function resolveLog(facts: LogFacts): Resolution {
  const { by, payout, log, transfer, live, taker } = facts;
  if (taker) return taker.payoutId === payout.id ? { is: 'known' } : taken;
  if (by === 'late') return transfer?.status === 'dropped' ? { is: 'arrived', log } : taken;
  if (by === 'figures') {
    if (!fits(facts)) return taken;
    if (!mayCarry(live, log)) return { is: 'blocked' };
  } else {
    if (!transfer || payout.status === 'completed') return taken;
    if (live && live.id !== transfer.id) return { is: 'blocked' };
  }
  const objection = objectionTo(payout, facts.standing);
  return objection ? { is: 'objected', objection, log } : { is: 'pays', logs: [log], carrier: facts.carrier };
}

const payable: readonly string[] = ['pending', 'processing', 'expired', 'cancelled', 'failed'];

function fits({ payout, chain, log }: LogFacts): boolean {
  if (!isByHand(payout.rail) || payout.chain !== chain || !payable.includes(payout.status)) return false;
  const { token, recipientAddress, net } = payout;
  return token === log.token && recipientAddress === log.recipient && net === log.amount;
}

/** Whether what is on its way for a payout may be this very log: from the same wallet, and of no other hash. */
export function mayCarry(
  live: Omit<WaitingPayment, 'id'> | null,
  log: { hash: string; from: string; blockNumber: bigint },
): boolean {
  if (!live) return true;
  if (live.status === 'confirming') return false;
  if (live.hash !== null) return live.hash === log.hash;
  if (live.preparedBlock !== null && live.preparedBlock >= log.blockNumber) return false;
  return live.sender === null || live.sender === log.from;
}
