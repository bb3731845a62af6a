import { Status, type Tone } from '@/components/ui/status';
import type { EndpointAnswer } from '@/lib/webhooks/endpoints/schema';

type Shown = { tone: Tone; words: string };

export function stateOf({ status, pause_reason, health }: EndpointAnswer): Shown {
  if (status === 'paused' && pause_reason === 'gone') return { tone: 'bad', words: 'Gone (410)' };
  if (status === 'paused') return { tone: 'quiet', words: 'Paused' };
  if (health.state === 'failing') return { tone: 'bad', words: 'Failing' };
  return { tone: 'good', words: 'Working' };
}

/** How an endpoint is doing, in a word. */
export function EndpointState({ endpoint }: { endpoint: EndpointAnswer }) {
  const { tone, words } = stateOf(endpoint);
  return <Status tone={tone}>{words}</Status>;
}
