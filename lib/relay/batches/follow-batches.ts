import { allOrEach, together } from '@/db/together';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { chainOf } from '@/lib/chains/registry';
import { requireKnownHistory } from '@/lib/cursors/find-ancestor';
import { finalBlock, headBlock } from '@/lib/evm/blocks';
import { nodeLacks } from '@/lib/evm/faults';
import { reading } from '@/lib/evm/rpc';
import { addSeconds } from '@/lib/kernel/clock';
import { log } from '@/lib/kernel/log';
import { lockAll } from '@/lib/payouts/locked-store';
import { isBurnt } from '@/lib/payouts/vouchers/burnt-store';
import { inspectOwn, noteSeenLocked } from '@/lib/payouts/vouchers/inspect-hash';
import { contractRail } from '@/lib/rails/contract/rail';
import type { ClaimId } from '@/lib/rails/rail';
import { selectSendsUnderWay, selectUnderWay, type UnderWay, updateRelayed } from '@/lib/relay/claims/store';
import { isNonceUsed } from '@/lib/relay/nonce-used';
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
    await changeAll(ctx, claims, status.cost, () => ({ status: 'queued', because: 'not_mined', waitSeconds: 0 }));
  } else if (status.state === 'mined' && status.final) {
    await finish(ctx, chain, sendId, status);
  } else if (status.state !== 'waiting' && status.hash) {
    const { hash } = status;
    const unknown = await selectUnderWay(ctx.db, sendId, hash);
    await noteTransfers(ctx, chain, unknown, hash);
  }
}

/** What the chain does not show yet is no hint of anything: it is looked for again. */
async function noteTransfers(ctx: Context, chain: ChainKey, claims: readonly UnderWay[], hash: string): Promise<void> {
  if (claims.length === 0) return;
  const inspected = await inspectOwn(chain, claims, hash);
  const shown = claims.flatMap((one, index) => {
    const seen = inspected[index];
    return seen?.state === 'waiting' || seen?.state === 'paid' ? [{ ...one, seen }] : [];
  });
  await allOrEach(shown, (some) =>
    ctx.db.transaction(async (tx) => {
      const locked = await lockAll(tx, some);
      await together(locked, ({ one, payout }) => noteSeenLocked(tx, ctx, payout, hash, one.seen));
    }),
  );
}

/** By claim, from the chain's own logs; where no node shows the hash any more, from the contract's ids. */
async function finish(
  ctx: Context,
  chain: ChainKey,
  sendId: string,
  { hash, cost, blockNumber }: SendStatus & { state: 'mined' },
): Promise<void> {
  const claims = await selectUnderWay(ctx.db, sendId);
  const logged = await contractRail.claims.readPaid(chain, hash);
  const paid = logged ?? (await readUsedIds(ctx, chain, sendId, blockNumber, claims.map(idOf)));
  if (!paid) throw nodeLacks(chain, `does not show ${hash}, which is final`);
  const keys = new Set(paid.map(keyOf));
  const burnt = logged ? [] : await Promise.all(claims.map(({ payout }) => isBurnt(ctx.db, payout)));
  await changeAll(ctx, claims, cost, (one, index) => {
    if (burnt[index]) return { status: 'ended', because: 'closed' };
    if (keys.has(keyOf(idOf(one)))) return { status: 'paid', because: null };
    const isLast = one.claim.skips + 1 >= maxSkips;
    return isLast
      ? { status: 'ended', because: 'failed_often', skipped: true }
      : { status: 'queued', because: 'skipped', skipped: true };
  });
}

const idOf = ({ payout, vault }: UnderWay): ClaimId => ({ vault: vault.address, claimId: payout.claimId ?? -1n });
const keyOf = ({ vault, claimId }: ClaimId) => `${vault} ${claimId}`;

/**
 * Those of these ids that the contract had used when a final block was made by which the send's nonce was used up: what is not
 * among them, this send did not pay, and cannot any more. Null where that is not proved.
 */
async function readUsedIds(
  ctx: Context,
  chain: ChainKey,
  sendId: string,
  blockNumber: bigint,
  ids: readonly ClaimId[],
): Promise<ClaimId[] | null> {
  await requireKnownHistory(ctx.db, chain);
  const seen = await reading(chain, async (client) => {
    const final = await finalBlock(client, chainOf(chain), await headBlock(client));
    if (!final || final.number < blockNumber) return null;
    return { at: final.number, used: await contractRail.readUsed(client, ids, final.number) };
  });
  if (!seen || !(await isNonceUsed(ctx.db, sendId, seen.at))) return null;
  return ids.filter((_, index) => seen.used[index]);
}

/** Rounded up, so that the shares cover the whole. */
function shareOf(cost: bigint, count: number): bigint {
  if (count === 0) return 0n;
  return (cost + BigInt(count) - 1n) / BigInt(count);
}

type Change = {
  status: 'queued' | 'paid' | 'ended';
  because: UnderWay['claim']['because'];
  skipped?: boolean;
  waitSeconds?: number;
};

/**
 * All claims of a send leave it in one transaction, so that its cost is divided once, however often a worker dies. Each
 * bears its share, paid or not, beside what it bore before: what was passed over used gas, too.
 */
async function changeAll(
  ctx: Context,
  claims: readonly UnderWay[],
  cost: bigint,
  changeOf: (one: UnderWay, index: number) => Change,
): Promise<void> {
  const now = ctx.clock.now();
  const share = shareOf(cost, claims.length);
  await ctx.db.transaction(async (tx) => {
    await together(await lockAll(tx, claims), async ({ one, payout }) => {
      const { claim } = one;
      const { status, because, skipped = false, waitSeconds = againSeconds } = changeOf(one, claims.indexOf(one));
      const set = {
        ...{ status, because, cost: (claim.cost ?? 0n) + share, skips: claim.skips + (skipped ? 1 : 0) },
        notBefore: addSeconds(now, waitSeconds),
      };
      await updateRelayed(tx, payout, claim, set, now);
    });
  });
}
