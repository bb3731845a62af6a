import { Callout } from '@/components/ui/callout';
import { Address } from '@/components/ui/figures/hex';
import { Time } from '@/components/ui/figures/time';
import type { OrderAnswer } from '@/lib/wire/order';
import { freezeWords, payInWords, spanWords } from './order-words';

const listed = new Intl.ListFormat('en', { type: 'conjunction' });

/** What a member has to know before they do anything: what is the matter with it, and what happens by itself. */
export function OrderStanding({ order }: { order: OrderAnswer }) {
  const { dispute, hold, frozen, pay_in: payIn, auto_release_at: releaseAt, extended_until: extended } = order;
  const pending = order.seller.pending_address;
  const callouts = [
    dispute && (
      <Callout key="dispute" tone="bad">
        Disputed since <Time iso={dispute.since} as="brief" />
        <Reason text={dispute.reason} /> Nothing is released by itself. Decide until <Time iso={dispute.deadline_at} />.{' '}
        {dispute.alarmed_at
          ? 'That time is over, and your people were alarmed. Still no machine decides.'
          : 'After that a person is alarmed, and still no machine decides.'}
      </Callout>
    ),
    hold && (
      <Callout key="hold" tone="warn">
        On hold since <Time iso={hold.since} as="brief" />
        <Reason text={hold.reason} />
      </Callout>
    ),
    frozen && !dispute && order.delivered_at && (
      <Callout key="frozen" tone="warn">
        It is not released by itself, because {listed.format(frozen.for.map((one) => freezeWords[one]))}.
        {frozen.remaining_seconds !== null &&
          ` Once that has passed, it goes on with the ${spanWords(frozen.remaining_seconds)} that were left.`}
      </Callout>
    ),
    payIn?.fault && (
      <Callout key="pay-in" tone="bad">
        {payInWords[payIn.fault]} The order waits until it is funded.
      </Callout>
    ),
    pending && (
      <Callout key="address" tone="warn">
        Another address of the seller was named: <Address value={pending.address} />. It counts from{' '}
        <Time iso={pending.counts_from} /> on, and its former contact was told.
      </Callout>
    ),
    releaseAt && (
      <Callout key="clock">
        What is held is released by itself on <Time iso={releaseAt} />
        {extended && ', as the buyer put it off'}. Both sides are told before.
      </Callout>
    ),
  ].filter(Boolean);
  return callouts.length > 0 ? <div className="mb-5 space-y-2">{callouts}</div> : null;
}

/** What a person wrote, as the end of a sentence. */
function Reason({ text }: { text: string }) {
  if (text === '') return <>.</>;
  return (
    <>
      : “<bdi>{text}</bdi>”.
    </>
  );
}
