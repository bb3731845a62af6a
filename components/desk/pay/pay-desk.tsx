'use client';
import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import { useProofPlaces } from '@/components/desk/frame/step-up';
import { useHold } from '@/components/desk/pay/run/use-hold';
import { Callout } from '@/components/ui/callout';
import { Empty } from '@/components/ui/empty';
import { Section } from '@/components/ui/page-header';
import type { PayLine, PayPage } from '@/lib/desk/pay/schema';
import { ChooseBar } from './choose-bar';
import { OpenPayments } from './open-payments';
import { PayableTable } from './payable-table';

const PayFlow = dynamic(() => import('@/components/desk/pay/run/pay-flow').then((module) => module.PayFlow), {
  ssr: false,
  loading: () => <p className="text-sm text-quiet">Looking for wallets …</p>,
});

type PayDeskProps = { page: PayPage; chosen: readonly string[] };

const isOpen = ({ payment }: PayLine) => payment !== null;
export const isFree = ({ hold, payment }: PayLine) => payment === null && (hold === null || hold.yours);

/** Choosing what to pay, paying it, and looking after what is under way. */
export function PayDesk({ page, chosen }: PayDeskProps) {
  const { lines } = page;
  const places = useProofPlaces();
  const holding = useHold();
  /** As the page was opened: what is paid from here is not left out. */
  const [leftOut] = useState(page.left_out);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(chosen));
  /** As they were when the person went on: rows that come and go do not change what is being paid. */
  const [paying, setPaying] = useState<readonly PayLine[]>([]);
  const heading = useRef<HTMLDivElement>(null);
  const payable = lines.filter((line) => !isOpen(line));
  const picked = payable.filter((line) => isFree(line) && selected.has(line.payout.id));
  const signedHere = new Set(paying.map(({ payout }) => payout.id));
  const open = lines.filter((line) => isOpen(line) && !signedHere.has(line.payout.id));

  const select = (ids: readonly string[], on: boolean) => {
    const next = new Set(selected);
    for (const id of ids) next[on ? 'add' : 'delete'](id);
    setSelected(next);
  };
  const begin = async () => {
    const ids = picked.map(({ payout }) => payout.id);
    const elsewhere = picked.filter(({ hold }) => hold?.yours).map(({ payout }) => payout.id);
    if (await holding.hold(ids, elsewhere)) setPaying(picked);
  };
  const end = () => {
    void holding.giveUp(holding.ids);
    setSelected(new Set());
    setPaying([]);
  };
  useEffect(() => {
    if (paying.length > 0) heading.current?.scrollIntoView({ block: 'nearest' });
  }, [paying.length]);

  return (
    <>
      {leftOut.length > 0 && paying.length === 0 && (
        <div className="mb-5">
          <Callout tone="warn">
            Left out, as {leftOut.length === 1 ? 'it is' : 'they are'} not to be paid by hand now:{' '}
            {leftOut.map(({ reference }) => reference).join(', ')}.
          </Callout>
        </div>
      )}
      {paying.length > 0 && places.wallet && (
        <div ref={heading} className="mb-8 max-w-3xl">
          <PayFlow place={places.wallet} lines={paying} holding={holding} onDone={end} />
        </div>
      )}
      {paying.length > 0 && !places.wallet && <Callout tone="bad">This portal reaches no network right now.</Callout>}
      <OpenPayments lines={open} />
      {paying.length === 0 && (
        <Section title="To be paid" lead={payable.length > 0 && 'Oldest first.'}>
          {payable.length === 0 ? (
            <Empty title="Nothing is to be paid by hand">
              Payouts “by hand”, made here or by your server with the rail “wallet”, come here once they are approved.
            </Empty>
          ) : (
            <PayableTable lines={payable} selected={selected} onSelect={select} />
          )}
          <ChooseBar lines={picked} holding={holding} onPay={begin} onClear={() => setSelected(new Set())} />
        </Section>
      )}
    </>
  );
}
