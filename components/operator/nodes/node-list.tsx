import { Callout } from '@/components/ui/callout';
import { Fact, Facts } from '@/components/ui/figures/facts';
import { Time } from '@/components/ui/figures/time';
import { Section } from '@/components/ui/page-header';
import { chainOf } from '@/lib/chains/registry';
import type { ChainNodesView, NodeView } from '@/lib/nodes/schema';

/** Every node of every network, and what is in dispute. */
export function NodeList({ chains }: { chains: readonly ChainNodesView[] }) {
  return (
    <div className="space-y-6">
      {chains.map(({ chain, dispute, nodes }) => (
        <Section key={chain} title={chainOf(chain).name}>
          {dispute && <Callout tone="bad">{dispute}</Callout>}
          {nodes.length === 0 && <p className="text-quiet text-sm">No worker has tried its nodes yet.</p>}
          {nodes.map((node) => (
            <NodeFacts key={node.place} node={node} />
          ))}
        </Section>
      ))}
    </div>
  );
}

function NodeFacts({ node }: { node: NodeView }) {
  const { host, answers, head, final, log_blocks, lag_blocks, lag_seconds, lacks, last_fault, last_fault_at } = node;
  return (
    <div className="space-y-2 py-3">
      <p className="font-medium">
        <bdi>{host}</bdi> · {answers ? 'answers' : 'does not answer'}
      </p>
      <Facts dense>
        {head && <Fact name="Newest block">{head}</Fact>}
        {final && <Fact name="Final block">{final}</Fact>}
        {log_blocks && <Fact name="Blocks of logs at once">{log_blocks}</Fact>}
        {lag_blocks && <Fact name="Behind the newest">{`${lag_blocks} blocks, ${lag_seconds} s`}</Fact>}
        <Fact name="Tried">
          <Time iso={node.looked_at} />
        </Fact>
        {last_fault && last_fault_at && (
          <Fact name="Last fault">
            {last_fault} <Time iso={last_fault_at} />
          </Fact>
        )}
      </Facts>
      {lacks.length > 0 && (
        <ul className="list-disc ps-5 text-quiet text-sm">
          {lacks.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
