import { useState } from 'react';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useForm } from '@/components/desk/frame/use-form';
import { AmountField } from '@/components/ui/fields';
import { Amount } from '@/components/ui/figures/amount';
import { actionWords } from './action-words';
import { FormButtons } from './form-buttons';
import { partFault } from './in-step';
import type { FormProps } from './order-actions';

/** Asks how much of what is held; all of it stands there. */
export function PartForm({ story: { order, decimals }, action, asking, onSend, onClose }: FormProps) {
  const { asset, money } = order;
  const [amount, setAmount] = useState(money.held);
  const wrong = partFault(money.held, amount, { asset, decimals });
  const faults = new Map(wrong === null ? [] : [['amount', wrong] as const]);
  const { form, fault } = useForm(asking, faults, () => onSend({ amount: amount.trim() }));
  return (
    <form {...form} className="space-y-4 text-sm">
      <p className="text-pretty text-quiet">{actionWords[action].follows}</p>
      <AmountField
        name="amount"
        label={`How much, in ${asset}`}
        hint={
          <>
            Held: <Amount value={money.held} symbol={asset} />
          </>
        }
        fault={fault('amount')}
        required
        value={amount}
        onChange={setAmount}
      />
      <ProblemCallout problem={asking.problem} fields={['amount']} />
      <FormButtons action={action} pending={asking.pending} onClose={onClose} />
    </form>
  );
}
