import type { z } from 'zod';
import { payoutAnswer } from '@/lib/wire/payout';
import type { EventToSend } from './dialect';

/** What dialects say about a payout. Looser than the API's answer, so that events of any age can still be told. */
const payoutFacts = payoutAnswer
  .pick({
    id: true,
    status: true,
    chain: true,
    asset: true,
    amount: true,
    fee: true,
    net: true,
    recipient: true,
    reference: true,
    description: true,
    return_url: true,
    metadata: true,
    expires_at: true,
    completed_at: true,
    created_at: true,
  })
  .extend({
    transfer: payoutAnswer.shape.transfer.unwrap().pick({ hash: true, recipient: true, seen_at: true }).nullable(),
    display: payoutAnswer.shape.display.nullish(),
    relay: payoutAnswer.shape.relay.unwrap().pick({ network_fee: true }).nullish(),
  });
export type PayoutFacts = z.infer<typeof payoutFacts>;

/** The payout as it was when the event happened. Nothing else is told in these dialects: `subjects` of each says so. */
export function payoutIn(event: EventToSend): PayoutFacts {
  switch (event.subject.kind) {
    case 'payout':
      return payoutFacts.parse(event.data);
    case 'order':
      throw new Error('This dialect has no words for an order');
    case 'wallet_verification':
      throw new Error('This dialect has no words for a verification');
  }
}

/** What dialects without a place for them add: how to put messages in order, and the mark of a test. */
export function marks(event: EventToSend) {
  return { version: event.subject.version, sequence: event.sequence, ...(event.test && { test: true }) };
}
