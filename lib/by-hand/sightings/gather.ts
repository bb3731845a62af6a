import type { Queryable, Tx } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { hex } from '@/lib/chains/address';
import { chainOf } from '@/lib/chains/registry';
import { type Cursor, isOnOurChain } from '@/lib/cursors/store';
import { findBlock } from '@/lib/evm/blocks';
import { reading } from '@/lib/evm/rpc';
import { nonceIsSpentAt } from '@/lib/evm/transactions';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import type { Payout } from '@/lib/payouts/store';
import { findTransferByLog, type Transfer } from '@/lib/payouts/transfer-store';
import { handFacts } from '@/lib/rails/wallet/facts';
import type { HandLog } from '@/lib/rails/wallet/logs';
import type { HandSighting } from '@/lib/rails/wallet/look';
import { readSafeNumber } from '@/lib/rails/wallet/proposal-number';
import { readExecutions } from '@/lib/rails/wallet/proposals';
import { isProven, selectForeignWallets, selectProven } from '@/lib/wallets/store';
import { selectWords, type Words } from './assurance-store';
import { isAwaitedElsewhere } from './awaited-store';
import type { HashFacts, LogFacts, MinedSighting, NamedFacts } from './facts';
import { type Standing, skewSeconds } from './may-settle';
import { lapsed } from './resolve';
import type { OpenPayment, Signing } from './store';

const nothing = { isSpent: false, isCarriedOut: false, block: null, takers: new Map<number, Transfer>() };

/** Reads what `resolve` needs to know of a named hash, outside every lock. Refuses: chain_unavailable. */
export async function gatherFacts(
  ctx: Context,
  payment: OpenPayment,
  seen: HandSighting,
  cursor: Cursor,
): Promise<HashFacts> {
  const { transfer, payout, signing } = payment;
  const [proven, words] = signing ? [] : await readWallets(ctx.db, payment);
  const naming = new Map([...(words?.naming ?? [])].map(([sender, members]) => [sender, members.size]));
  const wallets = { proven: proven ?? new Set<string>(), naming };
  const final = { number: cursor.finalNumber, time: cursor.finalTime };
  const known = { of: 'hash', payout, transfer, signing, seen, final, ...wallets } as const;
  if (seen.state === 'missing')
    return { ...known, ...nothing, isSpent: lapsed(known) === null && (await isSpent(transfer, final.number)) };
  if (seen.state === 'waiting' || !(await isOnOurChain(ctx.db, transfer.chain, seen, cursor))) {
    return { ...known, ...nothing };
  }
  const at = await timeOf(transfer.chain, seen);
  return {
    ...known,
    isSpent: false,
    isCarriedOut: await isCarriedOut(transfer, seen),
    block: { at, isFinal: seen.blockNumber <= cursor.finalNumber },
    takers: await readTakers(ctx.db, payout, seen.payments),
  };
}

/** The same of a hash that a person names for payouts: of a signing, or of wallets that may have paid one of them. */
export async function gatherNamed(
  ctx: Context,
  payouts: readonly Payout[],
  from: { signing: Signing } | { wallets: ReadonlySet<string> },
  seen: HandSighting,
): Promise<{ payout: Payout; facts: NamedFacts }[]> {
  const [any] = payouts;
  const at = any && seen.state === 'mined' ? await timeOf(any.chain, seen) : null;
  // Of a batch, its own payments may have taken what it paid.
  const signing = 'signing' in from ? from.signing : null;
  const wallets = 'signing' in from ? new Set([from.signing.sender]) : from.wallets;
  const takersOf = (payout: Payout) =>
    signing || seen.state !== 'mined' ? new Map<number, Transfer>() : readTakers(ctx.db, payout, seen.payments);
  const known = { of: 'named', signing, wallets, seen, at } as const;
  return Promise.all(
    payouts.map(async (payout) => ({ payout, facts: { ...known, payout, takers: await takersOf(payout) } })),
  );
}

function readWallets(db: Queryable, { transfer, payout }: OpenPayment): Promise<[Set<string>, Words | null]> {
  return Promise.all([selectProven(db, transfer), transfer.hash ? selectWords(db, payout, transfer.hash) : null]);
}

/** When the block of a movement was made. Refuses: chain_unavailable, also where the node has another block there. */
export async function timeOf(chain: ChainKey, place: { blockNumber: bigint; blockHash: string }): Promise<Date> {
  const block = await reading(chain, (client) => findBlock(client, place.blockNumber));
  if (block?.hash.toLowerCase() === place.blockHash) return block.time;
  const detail = `The node of ${chainOf(chain).name} does not have the block ${place.blockNumber} as it was.`;
  throw new Refusal('chain_unavailable', { detail });
}

/** Whether final blocks show that its number is used up: in the wallet, or of a Safe's proposal, which would have been seen. */
async function isSpent(transfer: Transfer, final: bigint): Promise<boolean> {
  const { status, sender, nonce, proposalNumber, chain } = transfer;
  if (!sender || status === 'dropped') return false;
  if (nonce !== null) return reading(chain, (client) => nonceIsSpentAt(client, hex(sender), nonce, final));
  if (proposalNumber === null) return false;
  const next = await reading(chain, (client) => readSafeNumber(client, sender, final));
  return next !== null && next > proposalNumber;
}

async function isCarriedOut({ chain, sender, proposal, hash }: Transfer, seen: MinedSighting): Promise<boolean> {
  if (!proposal || !sender) return false;
  const { blockNumber: block } = seen;
  const done = await reading(chain, (client) => readExecutions(client, [sender], block, block));
  return done.some((one) => one.proposal === proposal && one.hash === hash);
}

/** What stands for the movements to this recipient, by log index. */
async function readTakers(db: Queryable, payout: Payout, payments: readonly HandLog[]) {
  const { token, recipient } = handFacts(payout, null);
  const near = payments.filter((log) => log.token === token && log.recipient === recipient);
  const takers = new Map<number, Transfer>();
  for (const log of near) {
    const taker = await findTransferByLog(db, payout.chain, log);
    if (taker) takers.set(log.logIndex, taker);
  }
  return takers;
}

export type SeenLog = Pick<LogFacts, 'by' | 'chain' | 'log' | 'carrier'> & {
  at: Date;
  /** The member who says that it pays this payout. */
  sayer: string | null;
};

/** Reads what `resolve` needs to know of a movement, where its payout and its hash are locked. */
export async function gatherLogFacts(
  tx: Tx,
  payout: Payout,
  { transfer, live }: { transfer: Transfer | null; live: Transfer | null },
  { at, sayer, ...seen }: SeenLog,
): Promise<LogFacts> {
  const { log, carrier, chain } = seen;
  const taker = await findTransferByLog(tx, chain, log);
  const words = await selectWords(tx, payout, log.hash);
  const preparedAt = transfer?.signingId ? transfer.createdAt : null;
  const proves = await isProven(tx, payout, log.from, preparedAt);
  const nonce = carrier?.from === log.from ? carrier.nonce : null;
  const awaited = { log, nonce, latest: addSeconds(at, skewSeconds) };
  const standing: Standing = {
    at,
    isProven: proves,
    isForeign: !proves && (await selectForeignWallets(tx, payout, [log.from])).size > 0,
    isAwaitedElsewhere: proves && (await isAwaitedElsewhere(tx, payout, awaited)),
    ...countWords(words, log.from, sayer),
  };
  return { of: 'log', ...seen, payout, transfer, live, taker, standing };
}

function countWords({ members, naming }: Words, sender: string, sayer: string | null) {
  const said = sayer === null ? [] : [sayer];
  return {
    members: new Set([...members, ...said]).size,
    naming: new Set([...(naming.get(sender) ?? []), ...said]).size,
  };
}
