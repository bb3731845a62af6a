import { useState } from 'react';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useForm } from '@/components/desk/frame/use-form';
import { AmountField } from '@/components/ui/fields';
import { Amount } from '@/components/ui/figures/amount';
import { actionWords } from './action-words';
import { FormButtons } from './form-buttons';
import { partFault, restOf } from './in-step';
import type { FormProps } from './order-actions';

/** Asks who gets how much: what is typed on one side is taken from the other, so that both are what is held. */
export function ResolveForm({ story: { order, decimals }, action, asking, onSend, onClose }: FormProps) {
  const { asset, money } = order;
  const [parts, setParts] = useState({ release: '', refund: '' });
  const type = (side: 'release' | 'refund', text: string) => {
    const rest = restOf(money.held, text, decimals) ?? '';
    setParts(side === 'release' ? { release: text, refund: rest } : { release: rest, refund: text });
  };
  const faults = new Map(
    (['release', 'refund'] as const).flatMap((side) => {
      const wrong = partFault(money.held, parts[side], { asset, decimals });
      return wrong === null ? [] : [[side, wrong] as const];
    }),
  );
  const body = { release: parts.release.trim(), refund: parts.refund.trim() };
  const { form, fault } = useForm(asking, faults, () => onSend(body));
  const sides = [
    ['release', 'The seller gets'],
    ['refund', 'The buyer gets back'],
  ] as const;
  return (
    <form {...form} className="space-y-4 text-sm">
      <p className="text-pretty text-quiet">
        <Amount value={money.held} symbol={asset} /> is held. {actionWords[action].follows}
      </p>
      <div className="grid gap-3 sm:grid-cols-2">
        {sides.map(([side, words]) => (
          <AmountField
            key={side}
            name={side}
            label={`${words}, in ${asset}`}
            fault={fault(side)}
            required
            value={parts[side]}
            onChange={(text) => type(side, text)}
          />
        ))}
      </div>
      <ProblemCallout problem={asking.problem} fields={['release', 'refund']} />
      <FormButtons action={action} pending={asking.pending} onClose={onClose} />
    </form>
  );
}
