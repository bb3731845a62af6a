import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { nodeLacks } from '@/lib/evm/faults';
import { addSeconds } from '@/lib/kernel/clock';
import { log } from '@/lib/kernel/log';
import { lockPayout } from '@/lib/payouts/locked-store';
import { inspectHash, noteSeenHash } from '@/lib/payouts/vouchers/inspect-hash';
import { contractRail } from '@/lib/rails/contract/rail';
import { selectSendsUnderWay, selectUnderWay, type UnderWay, updateRelayed } from '@/lib/relay/claims/store';
import { type SendStatus, statusesOf } from '@/lib/relay/status';

/** A claim that was passed over so often is not sent again. */
const maxSkips = 3;
const againSeconds = 5;

/** A node that refuses so many sends, and answers for none, is silent. */
const maxRefused = 5;

/**
 * Looks after the claims that are in a send: notes their transfers, also when a send offers more, and once it is final
 * what each of them got. Those of a send that can never be mined go back into the queue. What goes wrong with one send holds
 * up no other. Returns how many sends they are in. Refuses: chain_unavailable, from a silent node.
 */
export async function followBatches(ctx: Context, chain: ChainKey): Promise<number> {
  const sendIds = await selectSendsUnderWay(ctx.db, chain);
  const counts = { refused: 0, followed: 0 };
  for (const [sendId, status] of await statusesOf(ctx.db, sendIds)) {
    try {
      await followOne(ctx, chain, sendId, status);
      counts.followed += 1;
    } catch (error) {
      log.error({ chain, send: sendId, err: error }, 'what became of a send cannot be told; it is looked at again');
      counts.refused += 1;
      if (counts.followed === 0 && counts.refused >= maxRefused) throw error;
    }
  }
  return sendIds.length;
}

async function followOne(ctx: Context, chain: ChainKey, sendId: string, status: SendStatus): Promise<void> {
  if (status.state === 'void') {
    const claims = await selectUnderWay(ctx.db, sendId);
    const cost = shareOf(status.cost, claims.length);
    const again = { status: 'queued', because: 'not_mined', cost, waitSeconds: 0 } as const;
    await Promise.all(claims.map((one) => change(ctx, one, again)));
  } else if (status.state === 'mined' && status.final) {
    await finish(ctx, chain, await selectUnderWay(ctx.db, sendId), status);
  } else if (status.state !== 'waiting' && status.hash) {
    const { hash } = status;
    const unknown = await selectUnderWay(ctx.db, sendId, hash);
    await Promise.all(unknown.map((one) => noteTransfer(ctx, one, hash)));
  }
}

/** What the chain does not show yet is no hint of anything: it is looked for again. */
async function noteTransfer(ctx: Context, { payout, vault }: UnderWay, hash: string): Promise<void> {
  const seen = await inspectHash(payout, vault, hash);
  if (seen.state !== 'waiting' && seen.state !== 'paid') return;
  await ctx.db.transaction((tx) => noteSeenHash(tx, ctx, payout, hash, seen));
}

/** By claim, from the chain's own logs. Each bears its share of the cost, paid or not: what was passed over used gas, too. */
async function finish(
  ctx: Context,
  chain: ChainKey,
  claims: UnderWay[],
  { hash, cost }: SendStatus & { state: 'mined' },
): Promise<void> {
  const paidIds = await contractRail.claims.readPaid(chain, hash);
  if (!paidIds) throw nodeLacks(chain, `does not show ${hash}, which is final`);
  const keys = new Set(paidIds.map(({ vault, claimId }) => `${vault} ${claimId}`));
  const paid = claims.filter(({ payout, vault }) => keys.has(`${vault.address} ${payout.claimId}`));
  const share = shareOf(cost, claims.length);
  const endOf = (one: UnderWay): Change => {
    if (paid.includes(one)) return { status: 'paid', because: null, cost: share };
    const isLast = one.claim.skips + 1 >= maxSkips;
    const end = isLast
      ? ({ status: 'ended', because: 'failed_often' } as const)
      : ({ status: 'queued', because: 'skipped' } as const);
    return { ...end, cost: share, skipped: true };
  };
  await Promise.all(claims.map((one) => change(ctx, one, endOf(one))));
}

/** Rounded up, so that the shares cover the whole. */
function shareOf(cost: bigint, count: number): bigint {
  if (count === 0) return 0n;
  return (cost + BigInt(count) - 1n) / BigInt(count);
}

type Change = {
  status: 'queued' | 'paid' | 'ended';
  because: UnderWay['claim']['because'];
  /** What it bears, beside what it bore before. */
  cost: bigint;
  skipped?: boolean;
  waitSeconds?: number;
};

async function change(ctx: Context, { claim, payout: key }: UnderWay, given: Change): Promise<void> {
  const { status, because, cost, skipped = false, waitSeconds = againSeconds } = given;
  const now = ctx.clock.now();
  const set = {
    ...{ status, because, cost: (claim.cost ?? 0n) + cost, skips: claim.skips + (skipped ? 1 : 0) },
    notBefore: addSeconds(now, waitSeconds),
  };
  await ctx.db.transaction(async (tx) => {
    const payout = await lockPayout(tx, key);
    await updateRelayed(tx, payout, claim, set, now);
  });
}
