'use client';
import { buttonClass } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/fields';
import type { ChainDraft, FinalityChoice } from './chain-draft';

const most = 8;

type NodeFieldsProps = {
  nodes: readonly string[];
  isLive: boolean;
  fault: string | null;
  onChange: (nodes: readonly string[]) => void;
};

/** Addresses of nodes. They may hold keys, so they are typed like passwords and never shown again. */
export function NodeFields({ nodes, isLive, fault, onChange }: NodeFieldsProps) {
  return (
    <fieldset className="space-y-2">
      <legend className="mb-1 text-[0.8125rem] font-medium">Nodes that this portal asks</legend>
      <p className="text-xs text-pretty text-quiet">
        Kept sealed and never shown again; keys in their addresses are safe.{' '}
        {isLive
          ? 'Real money needs two at different hosts: what is final is asked of both.'
          : 'One is enough for a test network; two at different hosts are better.'}
      </p>
      {nodes.map((node, at) => (
        <TextField
          // biome-ignore lint/suspicious/noArrayIndexKey: a node is nothing but its place
          key={at}
          {...{ type: 'password', name: 'nodes', label: `Node ${at + 1}`, autoComplete: 'new-password', value: node }}
          fault={at === 0 ? fault : null}
          placeholder="https://…"
          onChange={(typed) => onChange(nodes.with(at, typed))}
        />
      ))}
      {nodes.length < most && (
        <button type="button" className={buttonClass('small')} onClick={() => onChange([...nodes, ''])}>
          Another node
        </button>
      )}
    </fieldset>
  );
}

const choices = [
  ['finalized', 'When the network calls it finalized (the best, where it has that)'],
  ['safe', 'When the network calls it safe'],
  ['depth', 'After a number of blocks'],
] as const satisfies readonly (readonly [FinalityChoice, string])[];

const choiceOf = (text: string): FinalityChoice => choices.find(([value]) => value === text)?.[0] ?? 'finalized';

type FinalityFieldsProps = {
  draft: ChainDraft;
  put: (some: Partial<ChainDraft>) => void;
  fault: (name: string) => string | null;
  rule: string | null;
};

/** When a payment there counts, and what that means, as a sentence. */
export function FinalityFields({ draft, put, fault, rule }: FinalityFieldsProps) {
  const isDepth = draft.finality === 'depth';
  return (
    <div className="space-y-2">
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          {...{ name: 'rule', label: 'When a payment cannot be taken back', options: choices, value: draft.finality }}
          onChange={(typed) => put({ finality: choiceOf(typed) })}
        />
        <TextField
          {...{ name: 'finality', label: isDepth ? 'Blocks to wait for' : 'Blocks that this usually takes' }}
          {...{ value: draft.depth, fault: fault('finality'), inputMode: 'numeric' }}
          onChange={(depth) => put({ depth })}
        />
      </div>
      {rule && <p className="text-quiet text-sm">{rule}</p>}
    </div>
  );
}
