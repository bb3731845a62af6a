'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/fields';
import { changeSellerBody } from '@/lib/orders/clock/schema';
import { orderAnswer } from '@/lib/wire/order';

/** Names another address of the seller of an order that is not over. */
export function SellerAddress({ orderId }: { orderId: string }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button type="button" className={buttonClass('small')} onClick={() => setOpen(true)}>
        Seller’s address
      </button>
      <Dialog open={open} onClose={close} title="Another address of the seller">
        {open && <AddressForm orderId={orderId} onClose={close} />}
      </Dialog>
    </>
  );
}

function AddressForm({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const { run, pending, problem, clear } = useAction();
  const [address, setAddress] = useState('');
  const router = useRouter();
  const body = { address: address.trim() };
  const { form, fault } = useForm({ problem, clear }, schemaFaults(changeSellerBody, body), async () => {
    const answer = await run(`/api/desk/orders/${orderId}/seller`, { method: 'POST', body, returns: orderAnswer });
    if (!answer.ok) return;
    onClose();
    router.refresh();
  });
  return (
    <form {...form} className="space-y-4 text-sm">
      <p className="text-pretty text-quiet">
        The contact that the order has is written to. Once the goods have arrived, the address counts after 24 hours, in
        which nothing is paid. Name the address that it has to take the change back.
      </p>
      <TextField
        name="address"
        label="Address"
        mono
        required
        fault={fault('address')}
        value={address}
        onChange={setAddress}
      />
      <ProblemCallout problem={problem} fields={['address']} />
      <div className="flex flex-wrap justify-end gap-2">
        <button type="button" className={buttonClass('small')} onClick={onClose}>
          Leave it as it is
        </button>
        <button type="submit" className={buttonClass('smallPrimary')} disabled={pending}>
          {pending ? 'One moment …' : 'Name this address'}
        </button>
      </div>
    </form>
  );
}
