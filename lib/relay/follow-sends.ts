import type { TransactionReceipt } from 'viem';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { chainOf } from '@/lib/chains/registry';
import { addSeconds } from '@/lib/kernel/clock';
import { log } from '@/lib/kernel/log';
import { isChainStopped, isChainStoppedHeld } from '@/lib/stops/store';
import { lockAccount, type RelayAccount, stopNow } from './account-store';
import { ceilingOf, fillOffer, isAmple, type Market, nextOffer } from './fees';
import { countFinal, type Seen } from './look';
import { push } from './push';
import { rest } from './rest';
import {
  findVersion,
  inNoBlock,
  lockSend,
  type RelayVersion,
  reviveSends,
  type SignedSend,
  updateSend,
} from './send-store';
import { signForm, storeForm } from './sign';

/** The same bytes are given to a node again after this. */
const pushAgainSeconds = 8;

/** What is in no block after this offers more, in seconds. */
export function overdueAfter(chain: ChainKey): number {
  return Math.max(12, chainOf(chain).blockSeconds * 4);
}

/**
 * Holds what the chain shows against what we signed: notes what is in a block, proves what is final, and sends again,
 * offers more for, or gives up what is not. The lowest nonce of an account comes first.
 */
export async function followSends(
  ctx: Context,
  chain: ChainKey,
  accounts: readonly RelayAccount[],
  sends: readonly SignedSend[],
  seen: Seen,
): Promise<void> {
  for (const account of accounts) {
    const own = sends.filter(({ accountId }) => accountId === account.id);
    // What goes wrong with one keeps no other from sending.
    await followAccount(ctx, chain, account, own, seen).catch((error: unknown) => {
      log.error({ chain, account: account.address, err: error }, 'the sends of an account cannot be looked after');
    });
  }
}

async function followAccount(
  ctx: Context,
  chain: ChainKey,
  account: RelayAccount,
  own: readonly SignedSend[],
  seen: Seen,
): Promise<void> {
  const there = seen.accounts.get(account.id);
  if (!there) return;
  let isLowest = true;
  for (const send of own) {
    const mined = seen.mined.get(send.id);
    if (mined) {
      await noteMined(ctx, send, mined, seen);
    } else if (there.nonce > send.nonce) {
      if (send.blockNumber === null) await noteForeign(ctx, chain, account, send, seen);
    } else if (send.blockNumber === null || send.blockNumber <= seen.headNumber) {
      await serve(ctx, chain, account, send, { isLowest, seen });
      isLowest = false;
    }
  }
  const isCovered = there.nonce >= account.nextNonce || own.some(({ nonce }) => nonce === there.nonce);
  if (!isCovered) await revive(ctx, account, there.nonce, seen.headNumber);
  if (there.nonce > account.nextNonce) await stopForeign(ctx, account, there.nonce);
}

/** The next nonce is one whose end was final: the chain took it back. Sending the same bytes again would harm in no case. */
async function revive(
  ctx: Context,
  { id, chain, address }: RelayAccount,
  nonce: number,
  headNumber: bigint,
): Promise<void> {
  const now = ctx.clock.now();
  const count = await ctx.db.transaction((tx) => reviveSends(tx, id, { nonce, headNumber }, now));
  if (count > 0)
    log.error({ chain, account: address, nonce, count }, 'the chain took back what was final; it is sent again');
}

type Mined = { version: RelayVersion; receipt: TransactionReceipt };

async function noteMined(ctx: Context, was: SignedSend, { version, receipt }: Mined, seen: Seen): Promise<void> {
  const now = ctx.clock.now();
  const final = receipt.blockNumber <= seen.finalNumber;
  const status = version.kind === 'call' ? ('mined' as const) : ('filled' as const);
  const set = { status, ...placeOf(receipt), ...(final && { finalAt: now }) };
  const isSame = was.status === status && was.blockHash === set.blockHash && was.hash === set.hash;
  if (isSame && !final) return;
  await ctx.db.transaction(async (tx) => {
    if (await lockSend(tx, was)) await updateSend(tx, was.id, set, now);
  });
}

function placeOf(receipt: TransactionReceipt) {
  const { gasUsed, effectiveGasPrice: gasPrice, blockNumber } = receipt;
  return {
    ...{ hash: receipt.transactionHash.toLowerCase(), blockHash: receipt.blockHash.toLowerCase(), blockNumber },
    ...{ success: receipt.status === 'success', gasUsed, gasPrice, cost: gasUsed * gasPrice + dataFeeOf(receipt) },
  };
}

/** Networks on top of another one charge for the data there apart from gas, and say so in `l1Fee`. */
function dataFeeOf(receipt: TransactionReceipt): bigint {
  const fee: unknown = Reflect.get(receipt, 'l1Fee');
  return typeof fee === 'string' || typeof fee === 'bigint' ? BigInt(fee) : 0n;
}

type Turn = { isLowest: boolean; seen: Seen };

/** A send that is in no block: a block that had it is gone, it is given up, it offers more, or it is sent again. */
async function serve(
  ctx: Context,
  chain: ChainKey,
  account: RelayAccount,
  send: SignedSend,
  { isLowest, seen }: Turn,
): Promise<void> {
  const now = ctx.clock.now();
  if (send.blockNumber !== null) await noteLost(ctx, send);
  // What left may still be mined; nothing is added to it, not even what would give its nonce up.
  if (await isChainStopped(ctx.db, chain)) return;
  const last = send.versions.at(-1);
  if (!last) return;
  const isOver = send.validUntil < now && send.validUntil < seen.market.time;
  const next = nextForm(chain, last, { isOver, isLowest, market: seen.market, now });
  if (next) {
    const version = await signNext(ctx, account, send, last, next);
    if (version) return push(ctx, chain, version);
  }
  const mayPush = !last.pushedAt || addSeconds(last.pushedAt, pushAgainSeconds) <= now;
  if (mayPush) await push(ctx, chain, last);
}

type Situation = { isOver: boolean; isLowest: boolean; market: Market; now: Date };

/** What to sign in place of the last form; null to stay with it. */
function nextForm(chain: ChainKey, last: RelayVersion, { isOver, isLowest, market, now }: Situation) {
  const ceiling = ceilingOf(chain);
  if (isOver && last.kind === 'call') return { kind: 'fill' as const, offer: fillOffer(last, market, ceiling) };
  const dueAt = addSeconds(last.createdAt, overdueAfter(chain));
  // A node that took nothing, and a chain that makes no blocks, are no reason to pay more.
  const isOverdue = isLowest && last.takenAt !== null && dueAt <= now && dueAt <= market.time && !isAmple(last, market);
  const isBelow = last.maxFee < market.base && addSeconds(last.createdAt, 1) <= now;
  if (!isOverdue && !isBelow) return null;
  const offer = nextOffer(last, market, ceiling);
  return offer && { kind: last.kind, offer };
}

type Next = NonNullable<ReturnType<typeof nextForm>>;

/** Null when another worker did something with it meanwhile, or the account cannot sign: then what is signed is sent again. */
async function signNext(
  ctx: Context,
  account: RelayAccount,
  send: SignedSend,
  last: RelayVersion,
  next: Next,
): Promise<RelayVersion | null> {
  const form = { number: last.number + 1, ...next };
  const raw = await signForm(ctx, account, send, form).catch(async (error: unknown) => {
    await rest(ctx, account, error);
  });
  if (!raw) return null;
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    await lockAccount(tx, account.id);
    const locked = await lockSend(tx, { id: send.id, status: send.blockNumber === null ? send.status : 'sent' });
    if (!locked || (await isChainStoppedHeld(tx, send.chain)) || !(await storeForm(tx, send, form, raw, now)))
      return null;
    return findVersion(tx, send.id, form.number);
  });
}

/** The block that had it is gone, or a node that lags does not know it yet: either way it is sent again. */
async function noteLost(ctx: Context, was: SignedSend): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    if (await lockSend(tx, was)) await updateSend(tx, was.id, { status: 'sent', ...inNoBlock }, now);
  });
}

/** A nonce that is used, and by none of what we signed: only a final block proves it. Another program has the key, too. */
async function noteForeign(
  ctx: Context,
  chain: ChainKey,
  account: RelayAccount,
  was: SignedSend,
  { finalNumber, finalTime }: Seen,
): Promise<void> {
  if (was.validUntil >= finalTime) return;
  const used = await countFinal(chain, account.address, finalNumber);
  if (used === null || used <= was.nonce) return;
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    if (await lockSend(tx, was)) await updateSend(tx, was.id, { status: 'foreign', finalAt: now }, now);
  });
  await stopForeign(ctx, account, null);
}

/** Stops an account whose key signed what we did not: proved before, or by a `nonce` that we have not come to. */
async function stopForeign(ctx: Context, { id, chain, address }: RelayAccount, nonce: number | null): Promise<void> {
  const now = ctx.clock.now();
  const stopped = await ctx.db.transaction(async (tx) => {
    const account = await lockAccount(tx, id);
    const proved = account !== null && (nonce === null || nonce > account.nextNonce);
    return proved && (await stopNow(tx, id, 'key_used_elsewhere', now));
  });
  if (stopped)
    log.error({ chain, account: address }, 'something else uses the key of a relay account: it sends no more');
}
