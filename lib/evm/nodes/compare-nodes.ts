import type { ChainKey } from '@/db/vocabulary/chains';
import { clientOf } from './client';
import { type Node, nodeName, nodesOf, noteFault, noteHead, standingOf } from './nodes';
import { faultOf, LateNode } from './silence';

/** The nodes of a chain are held against each other again after this, and each has so long to answer; milliseconds. */
const againMs = 3_000;
const answerMs = 2_000;

const comparisons = new Map<string, { at: number; done: Promise<void> }>();

/** Asks the nodes of a chain for their newest blocks, unless that was done a moment ago. A chain with one node is not asked. */
export async function compareNodes(chain: ChainKey): Promise<void> {
  const nodes = nodesOf(chain);
  if (nodes.length < 2) return;
  const key = nodes.map(({ url }) => url).join(' ');
  const last = comparisons.get(key);
  if (last && performance.now() - last.at < againMs) return last.done;
  const awake = nodes.filter((node) => standingOf(node).restsUntil <= performance.now());
  const done = Promise.all(awake.map(lookAtHead)).then(() => {});
  comparisons.set(key, { at: performance.now(), done });
  return done;
}

/** Never rejects: what is wrong with a node is noted with it. */
async function lookAtHead(node: Node): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new LateNode(`${nodeName(node)} did not answer in time.`)), answerMs);
  try {
    const { number, timestamp } = await Promise.race([clientOf(node).getBlock({ blockTag: 'latest' }), late.promise]);
    noteHead(node, { number, seconds: Number(timestamp) });
  } catch (error) {
    noteFault(node, faultOf(error));
  } finally {
    clearTimeout(timer);
  }
}
