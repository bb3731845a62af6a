import { useState } from 'react';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useForm } from '@/components/desk/frame/use-form';
import { TextAreaField } from '@/components/ui/fields';
import { stopOrderBody } from '@/lib/orders/schema';
import { actionWords } from './action-words';
import { FormButtons } from './form-buttons';
import type { FormProps } from './order-actions';

/** Asks why: the reason stands on the order's page and in the audit. */
export function ReasonForm({ action, asking, onSend, onClose }: FormProps) {
  const [reason, setReason] = useState('');
  const body = { reason: reason.trim() };
  const { form, fault } = useForm(asking, schemaFaults(stopOrderBody, body), () => onSend(body));
  return (
    <form {...form} className="space-y-4 text-sm">
      <p className="text-pretty text-quiet">{actionWords[action].follows}</p>
      <TextAreaField
        name="reason"
        label="Why"
        fault={fault('reason')}
        rows={2}
        required
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
      <ProblemCallout problem={asking.problem} fields={['reason']} />
      <FormButtons action={action} pending={asking.pending} onClose={onClose} />
    </form>
  );
}
