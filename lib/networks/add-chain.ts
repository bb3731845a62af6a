import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { otherNames } from '@/lib/chains/other-names';
import { knownChains } from '@/lib/chains/registry';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { skeletonOf } from '@/lib/kernel/skeleton';
import { unchecked } from '@/lib/kernel/unchecked';
import { auditOperator } from '@/lib/operators/audit-operator';
import { requireOperator, requireOperatorStepUp, requireStillOperator } from '@/lib/operators/require-operator';
import { factsOf, finalityOf, nodesIn, sealNodes } from './facts';
import { learnAddedChains } from './learn';
import type { AddChainBody, AddedChainAnswer } from './schema';
import {
  type ChainRow,
  deleteWaitingChain,
  findMakerOf,
  findWaiting,
  insertChain,
  lockWaiting,
  markChainListed,
  selectAddedChains,
} from './store';
import { refusedChain, tryNodes } from './try-nodes';

/** Words that mean something else where the key of a chain may stand. */
const reserved: readonly string[] = ['constructor', 'off', 'any', 'all', 'none', ...Object.values(otherNames).flat()];

/**
 * Proposes a network, after a look at each of its nodes; it counts once a second operator has agreed, since `completed` will be said
 * by its finality. Refuses: chain_refused, chain_known, step-up.
 */
export async function addChain(ctx: Context, body: AddChainBody): Promise<AddedChainAnswer> {
  const actor = requireOperator(ctx, 'chains:write');
  requireOperatorStepUp(ctx);
  refuseUnfit(body);
  refuseAlike(body, await selectAddedChains(ctx.db));
  const now = ctx.clock.now();
  const by = actor.kind === 'operator' ? actor.userId : actor.keyId;
  const row: ChainRow = { ...rowOf(body), proposerKind: actor.kind, proposerId: by, createdAt: now };
  await tryNodes(factsOf(row), body.nodes);
  await ctx.db.transaction(async (tx) => {
    if (!(await insertChain(tx, row))) throw new Refusal('chain_known');
    const { chain_id, finality, node_hosts } = presentChain(row);
    const detail = { chain_id, finality, node_hosts };
    await auditOperator(tx, ctx, { action: 'chain.proposed', subjectId: row.key, detail, now });
  });
  return presentChain(row);
}

/** A second person's word; the nodes are tried once more. Refuses: not_found, chain_own, chain_refused, step-up. */
export async function agreeToChain(ctx: Context, key: string): Promise<AddedChainAnswer> {
  const actor = requireOperator(ctx, 'chains:write');
  requireOperatorStepUp(ctx);
  if (actor.kind !== 'operator') throw new Refusal('chain_own', { detail: 'A person has to agree, not a key.' });
  const seen = await findWaiting(ctx.db, key);
  if (!seen) throw notWaiting();
  const proposer =
    seen.proposerKind === 'operator_key' ? await findMakerOf(ctx.db, seen.proposerId ?? '') : seen.proposerId;
  if (proposer === actor.userId) throw new Refusal('chain_own');
  await tryNodes(factsOf(seen), nodesIn(seen));
  const now = ctx.clock.now();
  const listed = await ctx.db.transaction(async (tx) => {
    await requireStillOperator(tx, actor.userId, 'chains:write');
    const row = await lockWaiting(tx, key);
    // Another proposal under this key, made meanwhile, is not what was looked at.
    if (!row || row.nodes !== seen.nodes) throw notWaiting();
    await markChainListed(tx, row.key, actor.userId, now);
    await auditOperator(tx, ctx, {
      action: 'chain.listed',
      subjectId: row.key,
      detail: { chain_id: row.chainId },
      now,
    });
    return presentChain({ ...row, status: 'listed', agreedBy: actor.userId, listedAt: now });
  });
  await learnAddedChains(ctx.db);
  return listed;
}

/** Takes back what waits for a second operator. What is listed stays: books may hold it. Refuses: not_found, step-up. */
export async function dropChain(ctx: Context, key: string): Promise<void> {
  requireOperator(ctx, 'chains:write');
  requireOperatorStepUp(ctx);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    if (!(await deleteWaitingChain(tx, key))) throw notWaiting();
    await auditOperator(tx, ctx, { action: 'chain.dropped', subjectId: key, now });
  });
}

/** Every chain that operators added. */
export async function viewChains(ctx: Context): Promise<AddedChainAnswer[]> {
  requireOperator(ctx, 'installation:read');
  return (await selectAddedChains(ctx.db)).map(presentChain);
}

const notWaiting = () => new Refusal('not_found', { detail: 'No such network waits.' });

function refuseUnfit({ key, nodes, test, public_node }: AddChainBody): void {
  if (reserved.includes(key)) throw refusedChain(`“${key}” is a word of its own here: take another key.`, 'key');
  if (knownChains().some((chain) => chain.key === key)) throw new Refusal('chain_known', { field: 'key' });
  const isPublic = (url: string) => new URL(url).href === new URL(public_node).href;
  const hosts = new Set(nodes.filter((url) => !isPublic(url)).map(hostOf));
  if (!test && hosts.size < 2)
    throw refusedChain(
      'With real money it needs two nodes at different hosts, beside the public one: what is final is asked of both.',
      'nodes',
    );
  if (env.DEMO) throw refusedChain('The demo has its local chain alone.');
}

/** A name may be written with its last dot; it is the same host. */
const hostOf = (url: string) => new URL(url).hostname.replace(/\.$/, '');

/** Where people and programs read the name or the key of a network, no other one may be taken for it. */
function refuseAlike({ key, name }: AddChainBody, added: readonly ChainRow[]): void {
  const theirs = [...knownChains(), ...added].filter((chain) => chain.key !== key);
  const names = [...theirs.flatMap((chain) => [chain.key, chain.name]), ...Object.values(otherNames).flat()];
  const taken = new Set(names.map(skeletonOf));
  const field = (['key', 'name'] as const).find((one) => taken.has(skeletonOf({ key, name }[one])));
  if (field) throw refusedChain('It would be taken for another network: take another word.', field);
}

function rowOf(body: AddChainBody): Omit<ChainRow, 'proposerKind' | 'proposerId' | 'createdAt'> {
  const { key, finality, currency, nodes } = body;
  const isTag = 'tag' in finality;
  return {
    key: unchecked<ChainKey>(key, 'it becomes a row of chains, and is a chain for the registry once it is listed'),
    ...{ chainId: body.chain_id, shipped: false, name: body.name },
    explorerUrl: body.explorer_url?.replace(/\/+$/, '') ?? null,
    ...{ currencyName: currency.name, currencySymbol: currency.symbol },
    finalityTag: isTag ? finality.tag : null,
    finalityDepth: isTag ? finality.usual_depth : finality.confirmations,
    ...{ depthWithoutTag: null, blockMs: Math.round(body.block_seconds * 1_000), relayMaxGwei: body.relay_max_gwei },
    ...{ test: body.test, nodes: sealNodes(key, [...new Set(nodes)]), publicNode: body.public_node },
    ...{ status: 'waiting', agreedBy: null, listedAt: null },
  };
}

function presentChain(row: ChainRow): AddedChainAnswer {
  const { key, name, test, status, explorerUrl, publicNode, proposerId, agreedBy } = row;
  const finality = finalityOf(row);
  return {
    ...{ key, chain_id: row.chainId, name, test, status, explorer_url: explorerUrl, public_node: publicNode },
    currency: { name: row.currencyName, symbol: row.currencySymbol },
    finality: { tag: 'tag' in finality ? finality.tag : null, depth: row.finalityDepth },
    ...{ block_seconds: row.blockMs / 1_000, relay_max_gwei: row.relayMaxGwei },
    node_hosts: nodesIn(row).map((url) => new URL(url).host),
    ...{ proposed_by: proposerId, agreed_by: agreedBy },
    ...{ created_at: row.createdAt.toISOString(), listed_at: row.listedAt?.toISOString() ?? null },
  };
}
