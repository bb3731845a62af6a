'use client';
import { useState } from 'react';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { CopyField } from '@/components/ui/copy-field';
import { Dialog } from '@/components/ui/dialog';
import { buyerLink } from '@/lib/orders/clock/schema';

/** Shows the buyer's link again, for a buyer who lost their mail or never had one. */
export function BuyerLink({ orderId }: { orderId: string }) {
  const { run, pending, problem, clear } = useAction();
  const [open, setOpen] = useState(false);
  const [url, setUrl] = useState<string | null>(null);
  const close = () => {
    setOpen(false);
    setUrl(null);
    clear();
  };
  const show = async () => {
    const answer = await run(`/api/desk/orders/${orderId}/buyer-link`, { method: 'POST', returns: buyerLink });
    if (answer.ok) setUrl(answer.data.url);
  };
  return (
    <>
      <button type="button" className={buttonClass('small')} onClick={() => setOpen(true)}>
        Buyer’s link
      </button>
      <Dialog open={open} onClose={close} title="The buyer’s link">
        <div className="space-y-4 text-sm">
          {url ? (
            <CopyField label="Link for the buyer" value={url} noun="link">
              The same as in our mails. With it the buyer objects or takes more time; it pays nobody.
            </CopyField>
          ) : (
            <p className="text-pretty text-quiet">
              Give it to the buyer alone: anyone with it can object in their name, or take more time.
            </p>
          )}
          <ProblemCallout problem={problem} />
          <div className="flex flex-wrap justify-end gap-2">
            <button type="button" className={buttonClass('small')} onClick={close}>
              Close
            </button>
            {!url && (
              <button type="button" className={buttonClass('smallPrimary')} disabled={pending} onClick={show}>
                {pending ? 'One moment …' : 'Show the link'}
              </button>
            )}
          </div>
        </div>
      </Dialog>
    </>
  );
}
