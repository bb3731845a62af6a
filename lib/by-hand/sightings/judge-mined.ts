import type { Context } from '@/lib/access/actor';
import { reading } from '@/lib/evm/rpc';
import { findTransferByLog } from '@/lib/payouts/transfer-store';
import { handFacts } from '@/lib/rails/wallet/facts';
import { judge } from '@/lib/rails/wallet/judge';
import type { HandLog } from '@/lib/rails/wallet/logs';
import type { HandSighting } from '@/lib/rails/wallet/look';
import { readExecutions } from '@/lib/rails/wallet/proposals';
import { selectProven } from '@/lib/wallets/store';
import { selectWords } from './assurance-store';
import type { Ending } from './end';
import { isOlder, objections, timeOf, wordsNeeded } from './may-settle';
import type { OpenPayment } from './store';

export type Mined = Extract<HandSighting, { state: 'mined' }>;

/** What a mined transfer says about the payment that it was named for. `another`: nothing, it was something else. */
export type Verdict =
  | { is: 'paid'; logs: HandLog[] }
  | { is: 'over'; ending: Ending }
  | { is: 'doubtful'; because: string }
  | { is: 'another' }
  /** It pays exactly this, from a wallet of which only one member says that it is theirs. */
  | { is: 'unconfirmed' };

const refused = { status: 'reverted', reason: 'The network ran the payment and refused it.' } as const;
const otherwise = 'It moved money to the recipient, but not exactly the amount: see what the token did.';

/** From whom a payment may come: the wallet that was to pay; of a reported hash, any proved wallet. */
export async function oursOf(
  ctx: Context,
  { transfer, payout, signing }: OpenPayment,
  needed = wordsNeeded,
): Promise<(sender: string) => boolean> {
  if (signing) return (sender) => sender === transfer.sender;
  const proven = await selectProven(ctx.db, transfer);
  const words = transfer.hash ? await selectWords(ctx.db, payout, transfer.hash) : null;
  return (sender) => proven.has(sender) || (words !== null && words.naming(sender) >= needed);
}

/** The wallet's nonce that a named transfer uses up; null where it may be another call of the same signing. */
export function nonceOf(
  { transfer, signing }: Pick<OpenPayment, 'transfer' | 'signing'>,
  seen: { from: string; nonce: number },
  fits: boolean,
): number | null {
  if (transfer.sender !== null && seen.from !== transfer.sender) return null;
  return fits || !signing || signing.way === 'calls' ? seen.nonce : null;
}

/** Judges a transfer in a block; what is not `paid` counts once that block is final. */
export async function judgeMined(ctx: Context, payment: OpenPayment, seen: Mined): Promise<Verdict> {
  const { transfer, payout, signing } = payment;
  // What the wallet sent before it was asked is not its answer.
  if (signing && seen.from === signing.sender && seen.nonce < signing.nonceFloor) return { is: 'another' };
  const isOurs = await oursOf(ctx, payment);
  const facts = handFacts(payout, null);
  if (isOlder(payout, await timeOf(transfer.chain, seen)))
    return signing ? { is: 'another' } : over(objections.too_old);
  const exact = judge(facts, isOurs, seen.payments);
  const logs = exact.fits ? exact.logs : [];
  const takers = await Promise.all(logs.map((log) => findTransferByLog(ctx.db, transfer.chain, log)));
  const free = logs.filter((_, index) => !takers[index]);
  if (free.length > 0) return { is: 'paid', logs: free };
  const tried = seen.planned !== null && judge(facts, isOurs, seen.planned).fits;
  const doubtful = await movedOtherwise(ctx, payment, seen, isOurs);
  if (!signing) {
    const named = await oursOf(ctx, payment, 1);
    if (!exact.fits && judge(facts, named, seen.payments).fits) return { is: 'unconfirmed' };
    if (exact.fits) return over('What it pays is booked for another payout.');
    if (tried) return doubtful ? { is: 'doubtful', because: otherwise } : { is: 'over', ending: refused };
    return over('The hash turned out to pay something else.');
  }
  if (!(await isOfThisSigning(payment, seen, tried))) return { is: 'another' };
  if (doubtful) return { is: 'doubtful', because: otherwise };
  // Of a batch that skips what a token refuses, its own payments may have taken every log. Anybody else's say nothing.
  if (exact.fits && takers.some((taker) => taker?.signingId !== signing.id)) return { is: 'another' };
  return { is: 'over', ending: refused };
}

function over(reason: string): Verdict {
  return { is: 'over', ending: { status: 'dropped', reason } };
}

/** Whether it surely is what the wallet was asked to sign: the very call, or the very proposal carried out. */
async function isOfThisSigning({ transfer }: OpenPayment, seen: Mined, tried: boolean): Promise<boolean> {
  const { chain, sender, proposal, hash } = transfer;
  if (!proposal || !sender) return tried;
  const { blockNumber: block } = seen;
  const done = await reading(chain, (client) => readExecutions(client, [sender], block, block));
  return done.some((one) => one.proposal === proposal && one.hash === hash);
}

/** Whether it paid the recipient from a wallet of ours, but more or less, as with a token that keeps a fee. */
async function movedOtherwise(
  ctx: Context,
  { transfer, payout }: OpenPayment,
  seen: Mined,
  isOurs: (sender: string) => boolean,
): Promise<boolean> {
  const { token, recipient, amount } = handFacts(payout, null);
  const near = seen.payments.filter(
    (log) => log.token === token && log.recipient === recipient && log.amount !== amount && isOurs(log.from),
  );
  const takers = await Promise.all(near.map((log) => findTransferByLog(ctx.db, transfer.chain, log)));
  return takers.some((taker) => taker === null);
}
