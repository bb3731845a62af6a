'use client';
import { useRouter } from 'next/navigation';
import { type ReactNode, useRef, useState } from 'react';
import type { Problem } from '@/components/desk/frame/ask';
import { useMay } from '@/components/desk/frame/desk';
import { newRequestKey } from '@/components/desk/frame/request-key';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { OrderStatus } from '@/db/vocabulary/orders';
import type { OrderAction, OrderStory } from '@/lib/desk/story/order-schema';
import { type SentOrderAnswer, sentOrderAnswer } from '@/lib/orders/schema';
import { orderAnswer } from '@/lib/wire/order';
import { actionWords } from './action-words';
import { BuyerLink } from './buyer-link';
import { ConfirmForm } from './confirm-form';
import { NewLinks } from './new-links';
import { PartForm } from './part-form';
import { ReasonForm } from './reason-form';
import { ResolveForm } from './resolve-form';
import { SellerAddress } from './seller-address';

export type FormProps = {
  story: OrderStory;
  action: OrderAction;
  asking: { pending: boolean; problem: Problem | null; clear: () => void };
  onSend: (body: object) => void;
  onClose: () => void;
};

/** What each asks before it is done. */
const forms: Readonly<Record<OrderAction, (props: FormProps) => ReactNode>> = {
  deliver: ConfirmForm,
  release: PartForm,
  resolve: ResolveForm,
  resume: ConfirmForm,
  hold: ReasonForm,
  dispute: ReasonForm,
  refund: PartForm,
};
/** These pay nobody any more, and their buyers have nothing left to say. */
const over: readonly OrderStatus[] = ['released', 'refunded', 'cancelled'];
const sends: readonly OrderAction[] = ['release', 'refund', 'resolve'];

/** One name for each request that was made out in an open dialog: sent again as it is, it makes nothing twice. */
function useRequestKeys() {
  const known = useRef(new Map<string, string>());
  return {
    forget: () => known.current.clear(),
    of: (body: object) => {
      const text = JSON.stringify(body);
      const key = known.current.get(text) ?? newRequestKey();
      known.current.set(text, key);
      return key;
    },
  };
}

/** What can be done with an order as it stands, the weightiest first. */
export function OrderActions({ story }: { story: OrderStory }) {
  const may = useMay('payouts:write');
  const router = useRouter();
  const [action, setAction] = useState<OrderAction | null>(null);
  const [made, setMade] = useState<SentOrderAnswer['new_payouts'] | null>(null);
  const asking = useAction();
  const keys = useRequestKeys();
  if (!may) return null;
  const close = () => {
    setAction(null);
    setMade(null);
    asking.clear();
  };
  const send = async (body: object) => {
    if (!action) return;
    const path = `/api/desk/orders/${story.order.id}/${action}`;
    if (sends.includes(action)) {
      const key = keys.of(body);
      const answer = await asking.run(path, { method: 'POST', body, key, returns: sentOrderAnswer });
      if (answer.ok) setMade(answer.data.new_payouts);
    } else {
      const answer = await asking.run(path, { method: 'POST', body, returns: orderAnswer });
      if (answer.ok) close();
    }
    router.refresh();
  };
  const Form = action && forms[action];
  return (
    <>
      {story.can.map((one) => (
        <button
          key={one}
          type="button"
          className={buttonClass(actionWords[one].tone)}
          onClick={() => {
            asking.clear();
            keys.forget();
            setAction(one);
          }}
        >
          {actionWords[one].name}
        </button>
      ))}
      {!over.includes(story.order.status) && (
        <>
          <SellerAddress orderId={story.order.id} />
          <BuyerLink orderId={story.order.id} />
        </>
      )}
      <Dialog
        open={action !== null}
        onClose={close}
        title={made ? 'On its way' : action ? actionWords[action].title : ''}
        keep={made?.some(({ claim_url: link }) => link !== null)}
      >
        {made ? (
          <NewLinks payouts={made} onClose={close} />
        ) : (
          Form && action && <Form key={action} {...{ story, action, asking }} onSend={send} onClose={close} />
        )}
      </Dialog>
    </>
  );
}
