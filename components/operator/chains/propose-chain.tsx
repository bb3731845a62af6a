'use client';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { useMayOperate } from '@/components/operator/frame/operator-facts';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SelectField, TextField } from '@/components/ui/fields';
import { addedChainAnswer } from '@/lib/networks/schema';
import { bodyOf, type ChainDraft, draftFaults, emptyChain, ruleOf } from './chain-draft';
import { FinalityFields, NodeFields } from './chain-fields';
import { explainRefusal } from './refusal-words';

/** The button that proposes a network, for operators who may. */
export function ProposeChain() {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  if (!useMayOperate('chains:write')) return null;
  const done = () => {
    setOpen(false);
    router.refresh();
  };
  return (
    <>
      <button type="button" className={buttonClass('smallPrimary')} onClick={() => setOpen(true)}>
        Propose a network
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Propose a network">
        <ChainForm onDone={done} />
      </Dialog>
    </>
  );
}

const kinds = [
  ['live', 'Live: real money'],
  ['test', 'Test: merchants of test mode alone pay on it'],
] as const;

const fields = 'key chain_id name currency explorer_url finality block_seconds relay_max_gwei nodes public_node'.split(
  ' ',
);
const pair = 'grid gap-4 sm:grid-cols-2';

function ChainForm({ onDone }: { onDone: () => void }) {
  const { run, pending, problem: refused, clear } = useAction();
  const problem = useMemo(() => explainRefusal(refused), [refused]);
  const [draft, setDraft] = useState(emptyChain);
  const put = (some: Partial<ChainDraft>) => setDraft((before) => ({ ...before, ...some }));
  const { form, fault } = useForm({ problem, clear }, draftFaults(draft), async () => {
    const body = bodyOf(draft);
    const answer = await run('/api/v1/operator/chains', { method: 'POST', body, returns: addedChainAnswer });
    if (answer.ok) onDone();
  });
  const text = (field: Exclude<keyof ChainDraft, 'nodes' | 'kind' | 'finality'>, name: string, label: string) => ({
    ...{ name, label, value: draft[field], fault: fault(name), spellCheck: false },
    onChange: (typed: string) => put({ [field]: typed }),
  });
  return (
    <form {...form} className="space-y-4">
      <div className={pair}>
        <TextField {...text('name', 'name', 'Name')} placeholder="Meadow" />
        <TextField
          {...text('key', 'key', 'Short name, for ever')}
          placeholder="meadow"
          hint="Small letters and digits."
        />
        <TextField {...text('chainId', 'chain_id', 'Network id')} inputMode="numeric" placeholder="77001" />
        <SelectField
          {...{ name: 'test', label: 'Kind', options: kinds, value: draft.kind }}
          onChange={(kind) => put({ kind: kind === 'test' ? 'test' : 'live' })}
        />
      </div>
      <NodeFields
        {...{ nodes: draft.nodes, isLive: draft.kind === 'live', fault: fault('nodes') }}
        onChange={(nodes) => put({ nodes })}
      />
      <TextField
        {...text('publicNode', 'public_node', 'Node address for wallets')}
        placeholder="https://rpc.example"
        hint="Shown to everybody, for wallets that do not know the network. Never one with a key in it."
      />
      <TextField {...text('explorer', 'explorer_url', 'Explorer (optional)')} placeholder="https://scan.example" />
      <FinalityFields {...{ draft, put, fault, rule: ruleOf(draft) }} />
      <div className={pair}>
        <TextField {...text('seconds', 'block_seconds', 'Seconds between two blocks')} inputMode="decimal" />
        <TextField
          {...text('gwei', 'relay_max_gwei', 'Highest network fee, in gwei')}
          inputMode="numeric"
          hint="Above it the portal sends nothing itself."
        />
        <TextField {...text('currencyName', 'currency', 'Currency of network fees')} />
        <TextField {...text('currencySymbol', 'currency', 'Its symbol')} />
      </div>
      <ProblemCallout problem={problem} fields={fields} />
      <button type="submit" className={buttonClass('smallPrimary')} disabled={pending}>
        {pending ? 'Trying its nodes …' : 'Try its nodes and propose it'}
      </button>
    </form>
  );
}
