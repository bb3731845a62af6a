import type { Tx } from '@/db/client';
import type { ChainKey, DisputeKind } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { chainOf } from '@/lib/chains/registry';
import type { Node } from '@/lib/evm/nodes/nodes';
import { addSeconds } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { queueMail } from '@/lib/mail/outbox';
import { countTold, type Dispute, endMoveDisputes, markTold, openDispute } from './store';

/** A node may know a block a moment before its receipts: a dispute over one is told when it has lasted so long. */
const tellAfterSeconds: Record<DisputeKind, number> = { block: 0, receipt: 60, moves: 60 };

/** Of one chain in an hour: a node that lies of every block fills nobody's mailbox. The rest are told once there is room again. */
const maxMailsPerHour = 3;

export type Disputed = Pick<Dispute, 'chain' | 'kind' | 'subject'>;

/** Writes down that these two say different things, or still do; tells the operator once, and refuses: chain_unavailable. */
export async function dispute(
  ctx: Context,
  { chain, kind, subject }: Disputed,
  nodes: readonly Node[],
): Promise<never> {
  const now = ctx.clock.now();
  const marks = nodes.map(({ mark }) => mark);
  const hosts = nodes.map(({ host }) => host);
  const open = await ctx.db.transaction(async (tx) => {
    const row = await openDispute(tx, { chain, kind, subject, marks, hosts, since: now });
    if (!(await isToTell(tx, row, now))) return row;
    await markTold(tx, row, now);
    const to = env.OPERATOR_EMAIL;
    if (to) await queueMail(tx, { merchantId: null, to, ...mailOf(row), now });
    return row;
  });
  const isNew = open.since.getTime() === now.getTime();
  if (isNew) log.error({ chain, kind, subject, hosts }, 'two nodes say different things: nothing of it is believed');
  throw new Refusal('chain_unavailable', { detail: wordsOf(open) });
}

/** Both nodes say the same of what moved, or one of them was taken out. */
export function endMovesDispute(ctx: Context, chain: ChainKey): Promise<void> {
  return endMoveDisputes(ctx.db, chain, ctx.clock.now());
}

/** Each time that it begins, once; one that begins and ends again and again, once an hour. */
async function isToTell(tx: Tx, { chain, kind, since, toldAt }: Dispute, now: Date): Promise<boolean> {
  const anHourAgo = addSeconds(now, -3_600);
  if (addSeconds(since, tellAfterSeconds[kind]) > now) return false;
  if (toldAt !== null && (toldAt >= since || toldAt > anHourAgo)) return false;
  return (await countTold(tx, chain, anHourAgo)) < maxMailsPerHour;
}

function movesOf(block: string): string {
  return `what came into vaults and left them from block ${block} on`;
}

/** What is in dispute, for people. */
export function wordsOf({ chain, kind, subject, hosts }: Dispute): string {
  const what = { block: `block ${subject}`, receipt: `the receipt of ${subject}`, moves: movesOf(subject) }[kind];
  const held =
    kind === 'moves' ? 'None of it is booked until they agree' : 'Nothing is completed on this chain until they agree';
  return `Two nodes of ${chainOf(chain).name} say different things of ${what}: ${hosts.join(' and ')}. ${held}.`;
}

function mailOf(open: Dispute) {
  const { name, key } = chainOf(open.chain);
  const text = [
    wordsOf(open),
    `Both are asked again all the time, and payouts go on by themselves once they say the same. If one of them is wrong, name the others alone in RPC_URL_${key.toUpperCase()} and restart portal and worker.`,
    open.kind === 'moves'
      ? 'No money moved because of this. Payouts are still completed; deposits are not in the books yet.'
      : 'No money moved because of this. Claims are still signed and sent; their payouts stay in processing.',
  ].join('\n\n');
  return { subject: `Two nodes of ${name} say different things`, text };
}
