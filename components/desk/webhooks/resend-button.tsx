'use client';
import { useRouter } from 'next/navigation';
import { useMay } from '@/components/desk/frame/desk';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { type DeliveryAnswer, deliveryAnswer } from '@/lib/webhooks/events/delivery-schema';

type ResendButtonProps = {
  delivery: DeliveryAnswer;
  /** Whether its endpoint was deleted: then there is nowhere to send it. */
  gone: boolean;
  kind?: 'bare' | 'small';
};

/** Sends one delivery again, from the beginning of its schedule. */
export function ResendButton({ delivery, gone, kind = 'bare' }: ResendButtonProps) {
  const { run, pending, problem } = useAction();
  const router = useRouter();
  if (!useMay('webhooks:write') || gone) return null;
  const resend = async () => {
    const ask = { method: 'POST', returns: deliveryAnswer } as const;
    if ((await run(`/api/desk/webhooks/deliveries/${delivery.id}/resend`, ask)).ok) router.refresh();
  };
  return (
    <>
      <button type="button" className={buttonClass(kind)} disabled={pending} onClick={resend}>
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
