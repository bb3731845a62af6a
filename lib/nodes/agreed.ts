import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { hex } from '@/lib/chains/address';
import { type BlockMark, findBlock } from '@/lib/evm/blocks';
import { nodeLacks } from '@/lib/evm/faults';
import { askingOnly, type Node, nodesOf, standingOf } from '@/lib/evm/nodes/nodes';
import { reading } from '@/lib/evm/rpc';
import { sight } from '@/lib/evm/transactions';
import { Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { type Disputed, dispute, wordsOf } from './dispute';
import { type Dispute, endDispute, selectOpenDisputes } from './store';
import { twoSayings } from './two-sayings';

/** A node whose newest block was the same for so long has no say, as one that does not answer; milliseconds. */
const stillMs = 300_000;
const heads = new Map<string, { number: bigint; at: number }>();
/** Since when a node lacks a block that is below its own newest one. */
const lackingSince = new Map<string, number>();
const keyOf = ({ chain, url }: Node) => `${chain} ${url}`;

/** Of a block that it does not have: it stands still, or has said for as long that there is a newer block, and not this one. */
function hasNoSay(ctx: Context, node: Node, number: bigint): boolean {
  if (standsStill(ctx, node)) return true;
  if ((standingOf(node).head?.number ?? -1n) < number) return false;
  const now = ctx.clock.now().getTime();
  const since = lackingSince.get(keyOf(node)) ?? now;
  lackingSince.set(keyOf(node), since);
  return now - since >= stillMs;
}

/**
 * Whether what is final by the first node is so by a second one, where there is one that serves. False while that one is on its
 * way there. Refuses while two nodes say different things, now or since before: chain_unavailable.
 */
export async function requireAgreed(ctx: Context, chain: ChainKey, final: BlockMark): Promise<boolean> {
  if (nodesOf(chain).length < 2) return true;
  for (const open of await selectOpenDisputes(ctx.db))
    if (open.chain === chain && open.kind !== 'moves') await askAgain(ctx, open);
  const ask = () => reading(chain, (client) => findBlock(client, final.number));
  const { first, second } = await twoSayings(chain, ask);
  if (!first.answer) return second?.answer?.hash === final.hash && hasNoSay(ctx, first.node, final.number);
  if (first.answer.hash !== final.hash) throw nodeLacks(chain, 'changes what it says of a final block');
  if (!second) return true;
  if (!second.answer) return hasNoSay(ctx, second.node, final.number);
  for (const { node } of [first, second]) lackingSince.delete(keyOf(node));
  if (second.answer.hash === final.hash) return true;
  return dispute(ctx, { chain, kind: 'block', subject: `${final.number}` }, [first.node, second.node]);
}

/** By its newest blocks, as this process sees them: a node that is only slow comes to the block, and is waited for. */
function standsStill(ctx: Context, node: Node): boolean {
  const key = keyOf(node);
  const number = standingOf(node).head?.number ?? -1n;
  const now = ctx.clock.now().getTime();
  const seen = heads.get(key);
  if (seen?.number === number) return now - seen.at >= stillMs;
  heads.set(key, { number, at: now });
  return false;
}

/**
 * What the chain says, asked of a second node, too, where there is one that serves: two answers that differ are a dispute. A second
 * node that has not come to the block `upTo` is waited for, and has no say once it stands still. Refuses: chain_unavailable.
 */
export async function agreed<T>(
  ctx: Context,
  { upTo, ...disputed }: Disputed & { upTo?: bigint },
  ask: () => Promise<T>,
): Promise<T> {
  const { chain } = disputed;
  if (nodesOf(chain).length < 2) return ask();
  const { first, second } = await twoSayings(chain, ask);
  if (!second) await refuseSilence(ctx, disputed);
  if (!second || textOf(first.answer) === textOf(second.answer)) return first.answer;
  if (upTo === undefined || (await hasBlock(second.node, upTo)))
    return dispute(ctx, disputed, [first.node, second.node]);
  if (standsStill(ctx, second.node)) return first.answer;
  throw nodeLacks(chain, `at ${second.node.host} does not have the block ${upTo} yet`);
}

/** Silence ends no dispute over what moved: who can lie with one node may be able to silence the other. Refuses: chain_unavailable. */
async function refuseSilence(ctx: Context, { chain, kind }: Disputed): Promise<void> {
  if (kind !== 'moves') return;
  const here = nodesOf(chain).map(({ mark }) => mark);
  const open = (await selectOpenDisputes(ctx.db)).find((one) => one.chain === chain && one.kind === kind);
  if (open?.marks.every((mark) => here.includes(mark)))
    throw new Refusal('chain_unavailable', { detail: wordsOf(open) });
}

/** As it is compared: numbers of any size in it, too. */
function textOf(answer: unknown): string | undefined {
  return JSON.stringify(answer, (_name, value) => (typeof value === 'bigint' ? `${value}` : value));
}

async function hasBlock(node: Node, number: bigint): Promise<boolean> {
  const ask = () => reading(node.chain, (client) => findBlock(client, number));
  return (await askingOnly(node, ask)) !== null;
}

/** A dispute ends when both nodes say the same, or when the operator took one of them out. Refuses: chain_unavailable. */
async function askAgain(ctx: Context, open: Dispute): Promise<void> {
  const { chain, kind, subject, marks } = open;
  const asked = nodesOf(chain).filter(({ mark }) => marks.includes(mark));
  if (asked.length === marks.length) {
    const said = await Promise.all(asked.map((node) => askingOnly(node, () => sayingOn(open)).catch(() => null)));
    const [one] = said;
    if (!one || said.some((other) => other !== one)) return dispute(ctx, open, asked);
  }
  await endDispute(ctx.db, open, ctx.clock.now());
  log.warn({ chain, kind, subject }, 'a dispute of two nodes is over');
}

/** What a node says of the subject of a dispute, as text that is compared. */
function sayingOn({ chain, kind, subject }: Dispute): Promise<string> {
  return reading(chain, async (client) => {
    if (kind === 'block') return (await findBlock(client, BigInt(subject)))?.hash ?? 'nothing';
    const seen = await sight(client, hex(subject));
    if (seen.state !== 'mined') return 'nothing';
    const { blockHash, status, logs } = seen.receipt;
    const { input } = seen;
    const marks = logs.map(({ address, topics, data, logIndex }) => [address.toLowerCase(), topics, data, logIndex]);
    return JSON.stringify([blockHash, status, input, marks]);
  });
}
