'use client';
import { useRouter } from 'next/navigation';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { Badge } from '@/components/ui/badge';
import { Callout } from '@/components/ui/callout';
import { Fact, Facts } from '@/components/ui/figures/facts';
import { Time } from '@/components/ui/figures/time';
import type { AddedChainAnswer } from '@/lib/networks/schema';
import type { NodeView } from '@/lib/nodes/schema';
import type { ChainLine } from './chain-line';
import { NextSteps, Waiting } from './chain-steps';
import { explainRefusal } from './refusal-words';

/** Every network with its nodes and how far it is read; what waits for a second operator has its buttons. */
export function ChainList({ lines }: { lines: readonly ChainLine[] }) {
  const { run, pending, problem } = useAction();
  const router = useRouter();
  const send = async ({ key }: AddedChainAnswer, path: string, method: 'POST' | 'DELETE') => {
    await run(`/api/operator/chains/${key}${path}`, { method });
    router.refresh();
  };
  return (
    <>
      <ProblemCallout problem={explainRefusal(problem)} />
      <ul className="divide-y divide-line">
        {lines.map((line) => (
          <li key={line.key} className="space-y-2 py-4">
            <ChainFacts line={line} />
            {line.added?.status === 'waiting' && (
              <Waiting
                {...{ chain: line.added, final: line.final, pending }}
                onAgree={(chain) => send(chain, '/agree', 'POST')}
                onDrop={(chain) => send(chain, '', 'DELETE')}
              />
            )}
            <NextSteps line={line} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ChainFacts({ line }: { line: ChainLine }) {
  const { name, key, id, currency, test, added, nodes, read } = line;
  const isWaiting = added?.status === 'waiting';
  return (
    <>
      <h2 className="flex flex-wrap items-center gap-x-3">
        <bdi className="font-medium">{name}</bdi>
        <span className="text-quiet text-sm">
          {key} · {id} · {currency} · {test ? 'test' : 'live'} · {added ? 'added' : 'of this version'}
        </span>
        {isWaiting && <Badge>Waits for a second operator</Badge>}
      </h2>
      {nodes?.dispute && <Callout tone="bad">{nodes.dispute}</Callout>}
      <Facts dense>
        <Fact name="A payment counts">{line.final}</Fact>
        {added && <Fact name="Node for wallets">{added.public_node ?? 'none'}</Fact>}
        {nodes && (
          <Fact name="Read to">{read?.read_to ? `block ${read.read_to}, final ${read.final}` : 'never yet'}</Fact>
        )}
        {read?.read_at && (
          <Fact name="Last read">
            <Time iso={read.read_at} />
          </Fact>
        )}
        {read?.trouble && read.trouble !== nodes?.dispute && <Fact name="Trouble">{read.trouble}</Fact>}
      </Facts>
      <Nodes line={line} />
    </>
  );
}

function Nodes({ line: { key, nodes, added } }: { line: ChainLine }) {
  if (nodes && nodes.nodes.length > 0) {
    return (
      <ul className="text-sm">
        {nodes.nodes.map((node) => (
          <li key={node.place}>
            <bdi>{node.host}</bdi> <span className="text-quiet">{nodeWords(node)}</span>
          </li>
        ))}
      </ul>
    );
  }
  if (added) {
    return (
      <p className="text-quiet text-sm">
        Nodes at <bdi>{added.node_hosts.join(', ')}</bdi>
        {added.status === 'listed' && '. No worker has tried them yet.'}
      </p>
    );
  }
  const words = nodes
    ? 'No worker has tried its nodes yet.'
    : `Not served: RPC_URL_${key.toUpperCase()} names no node.`;
  return <p className="text-quiet text-sm">{words}</p>;
}

function nodeWords({ answers, head, final, lacks, last_fault: fault }: NodeView): string {
  if (!answers) return `does not answer${fault ? `: ${fault}` : ''}`;
  const numbers = `answers, newest block ${head ?? '–'}, final ${final ?? '–'}`;
  return lacks.length > 0 ? `${numbers}. ${lacks.join(' ')}` : numbers;
}
