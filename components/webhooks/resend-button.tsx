'use client';
import { useRouter } from 'next/navigation';
import { useMay } from '@/components/dashboard/desk';
import { useAction } from '@/components/dashboard/use-action';
import { buttonClass } from '@/components/ui/button';
import { type DeliveryAnswer, deliveryAnswer } from '@/lib/webhooks/delivery-schema';

/** Sends one delivery again, from the beginning of its schedule. */
export function ResendButton({ delivery, gone }: { delivery: DeliveryAnswer; gone: boolean }) {
  const { run, pending, problem } = useAction();
  const router = useRouter();
  if (!useMay('webhooks:write') || gone) return null;
  const resend = async () => {
    const ask = { method: 'POST', returns: deliveryAnswer } as const;
    if ((await run(`/api/desk/webhooks/deliveries/${delivery.id}/resend`, ask)).ok) router.refresh();
  };
  return (
    <>
      <button type="button" className={buttonClass('bare')} disabled={pending} onClick={resend}>
        {pending ? 'Queuing …' : delivery.status === 'pending' ? 'Send now' : 'Send again'}
        <span className="sr-only"> {delivery.event.type}</span>
      </button>
      {problem && (
        <p role="alert" className="text-xs text-bad">
          {problem.detail}
        </p>
      )}
    </>
  );
}
