import { z } from 'zod';
import type { ChainKey } from '@/db/vocabulary/chains';
import { chainOf } from '@/lib/chains/registry';
import { type Node, nodeName, nodesOf } from './nodes';
import { StrangeNode } from './silence';

/** A block of ours that is final: a node that does not know it has no say. */
export type Anchor = { number: bigint; hash: string };

/** By chain and node: an anchor is of one node's history. */
const anchors = new Map<string, Anchor>();
const keyOf = ({ chain, url }: Node) => `${chain} ${url}`;

/** From now on every answer about this chain must come from a node that knows this block. */
export function anchorAt(chain: ChainKey, anchor: Anchor): void {
  for (const node of nodesOf(chain)) anchors.set(keyOf(node), anchor);
}

/** Above what viem counts up to for its own calls. */
const ids = { network: 2_000_000_001, anchor: 2_000_000_002 } as const;
/** The smallest answer that only a node with a block can give. */
const anchorMethod = 'eth_getBlockTransactionCountByHash';
/** Bytes of an answer; a larger one is refused, as viem refuses it. */
const maxAnswerBytes = 10_485_760;

const calls = z.array(z.unknown());
const answers = z.array(
  z.looseObject({ id: z.unknown().optional(), result: z.unknown().optional(), error: z.unknown().optional() }),
);
type Answers = z.infer<typeof answers>;

/**
 * Fetches a batch of calls together with two questions: which network is this, and do you know our anchor. So no answer is
 * taken from a node of another network or another history, not even for one batch. A node's `Retry-After` is dropped:
 * viem would wait as long as it says.
 */
export function ownChainFetch(node: Node): typeof fetch {
  return async (input, init) => {
    const anchor = anchors.get(keyOf(node));
    const asked = calls.parse(JSON.parse(z.string().parse(init?.body)));
    const body = JSON.stringify([...asked, ...questions(anchor)]);
    const response = await fetch(input, { ...init, body });
    const text = await readText(response);
    const type = response.headers.get('content-type') ?? 'text/plain';
    const { ok, status, statusText } = response;
    const shown = ok ? withoutProof(node, anchor, text) : text;
    return new Response(shown, { status, statusText, headers: { 'content-type': type } });
  };
}

function questions(anchor: Anchor | undefined) {
  const network = { jsonrpc: '2.0', id: ids.network, method: 'eth_chainId', params: [] };
  if (!anchor) return [network];
  return [network, { jsonrpc: '2.0', id: ids.anchor, method: anchorMethod, params: [anchor.hash] }];
}

async function readText({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > maxAnswerBytes) throw new Error(`The node answered more than ${maxAnswerBytes} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** The answers to the caller's own calls, if the node proved that it is ours. */
function withoutProof(node: Node, anchor: Anchor | undefined, text: string): string {
  const told: unknown = JSON.parse(text);
  // One error for the whole batch: nothing can be concluded from it.
  if (!Array.isArray(told)) return text;
  const all = answers.parse(told);
  const own = all.filter(({ id }) => id !== ids.network && id !== ids.anchor);
  const network = all.find(({ id }) => id === ids.network);
  if (!network || network.error) return refusedOr(node, own, text, 'eth_chainId');
  requireNetwork(node, network.result);
  if (anchor) {
    const known = all.find(({ id }) => id === ids.anchor);
    if (!known || known.error) return refusedOr(node, own, text, anchorMethod);
    requireAnchor(node, anchor, known.result);
  }
  return JSON.stringify(own);
}

/** A node that refuses a whole batch refuses our questions with it. Refuses: StrangeNode where it answered the rest. */
function refusedOr(node: Node, own: Answers, text: string, method: string): string {
  if (own.length === 0) return text;
  if (own.every(({ error }) => error)) return JSON.stringify(own);
  throw new StrangeNode(`${nodeName(node)} did not say which network it is on: no answer to ${method}.`);
}

function requireNetwork(node: Node, result: unknown): void {
  const { id } = chainOf(node.chain);
  if (typeof result === 'string' && Number(result) === id) return;
  const setting = `RPC_URL_${node.chain.toUpperCase()}`;
  throw new StrangeNode(`${nodeName(node)} answers for another network: ${Number(result)}, not ${id}. See ${setting}.`);
}

function requireAnchor(node: Node, { number, hash }: Anchor, result: unknown): void {
  if (result !== null && result !== undefined) return;
  const block = `block ${number} (${hash.slice(0, 10)}…)`;
  throw new StrangeNode(`${nodeName(node)} does not know our ${block}: it is far behind, or on another history.`);
}
