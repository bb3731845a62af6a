import { type EventType, type OrderEventType, orderEventTypes, type PayoutEventType } from '@/db/vocabulary/events';
import type { Obstacle, PayoutStatus } from '@/db/vocabulary/payouts';
import type { EventToSend } from '@/lib/dialects/dialect';
import type { MailAnswer } from '@/lib/wire/mail';
import type { PayoutAnswer, ToldPayout } from '@/lib/wire/payout';
import { reason } from '@/lib/wire/reason';
import { wordsOf } from '@/lib/wire/reason-words';
import { sampleOrder } from './sample-order';
import { sampleReceipt } from './sample-receipt';
import { sampleVerification } from './sample-verification';

/** Payouts, orders and one verification that never were, for docs, tests and the test button: the same every time. */

/** Which state a payout is in when this happens to it, and which version that makes of it. */
const after = {
  'payout.created': { status: 'pending', version: 1 },
  'payout.approved': { status: 'pending', version: 2 },
  'payout.requoted': { status: 'pending', version: 2 },
  'payout.awaiting_funds': { status: 'pending', version: 3 },
  'payout.not_payable': { status: 'pending', version: 3 },
  'payout.processing': { status: 'processing', version: 4 },
  'payout.completed': { status: 'completed', version: 5 },
  'payout.failed': { status: 'failed', version: 6 },
  'payout.cancelled': { status: 'cancelled', version: 4 },
  'payout.expired': { status: 'expired', version: 4 },
  'payout.recipient_changed': { status: 'pending', version: 3 },
  'mail.failed': { status: 'pending', version: 2 },
  'mail.bounced': { status: 'pending', version: 2 },
  'mail.complained': { status: 'pending', version: 2 },
  'claim.recipient_disputed': { status: 'pending', version: 2 },
} as const satisfies Record<PayoutEventType, { status: PayoutStatus; version: number }>;

/** What is told of a mail, besides its payout. */
const mailAfter: Partial<Record<EventType, Pick<MailAnswer, 'state' | 'smtp_code' | 'answer'>>> = {
  'mail.failed': { state: 'refused', smtp_code: 550, answer: '550 5.1.1 There is no such mailbox' },
  'mail.bounced': { state: 'bounced', smtp_code: 552, answer: '5.2.2 The mailbox is full' },
  'mail.complained': { state: 'complained', smtp_code: null, answer: 'Feedback-Type: abuse' },
};

const ofMailbox: readonly EventType[] = [
  'payout.recipient_changed',
  'mail.failed',
  'mail.bounced',
  'mail.complained',
  'claim.recipient_disputed',
];
const email = 'ann@example.com';

function mailIn(type: EventType, now: Date): { mail?: MailAnswer } {
  const told = mailAfter[type];
  if (!told) return {};
  const [id, at] = ['ml_06e2m5k3v7q8w9x0y1z2a3b4c8', now.toISOString()];
  return { mail: { id, kind: 'invitation', email, ...told, retryable: false, created_at: at, updated_at: at } };
}

const causeOf: Partial<Record<PayoutEventType, Obstacle>> = {
  'payout.awaiting_funds': 'funds',
  'payout.not_payable': 'token_paused',
};

/** What was told last of a payout in this state. */
const eventIn = {
  awaiting_approval: 'payout.created',
  pending: 'payout.created',
  processing: 'payout.processing',
  completed: 'payout.completed',
  failed: 'payout.failed',
  cancelled: 'payout.cancelled',
  expired: 'payout.expired',
} as const satisfies Record<PayoutStatus, PayoutEventType>;

const recipient = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC';

const transferStatus = {
  awaiting_approval: null,
  pending: null,
  processing: 'confirming',
  completed: 'confirmed',
  failed: 'dropped',
  cancelled: null,
  expired: null,
} as const satisfies Record<PayoutStatus, NonNullable<PayoutAnswer['transfer']>['status'] | null>;

function transferIn(status: PayoutStatus, seenAt: string): PayoutAnswer['transfer'] {
  const word = transferStatus[status];
  if (word === null) return null;
  return {
    id: 'tr_06e2m5k3v7q8w9x0y1z2a3b4c8',
    status: word,
    hash: '0xaa32969220743644e3480d96e95a423d351049ac6296b8315103225709881ae3',
    recipient,
    block_number: word === 'dropped' ? null : '21004711',
    confirmations: word === 'confirmed' ? 3 : 0,
    confirmations_needed: 3,
    explorer_url: null,
    failure_code: word === 'dropped' ? 'reorganised' : null,
    failure_reason: word === 'dropped' ? wordsOf(reason('reorganised')) : null,
    seen_at: seenAt,
    created_at: seenAt,
  };
}

function payoutAfter(type: PayoutEventType, status: PayoutStatus, { payoutId, now }: SampleFacts): PayoutAnswer {
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000).toISOString();
  return {
    id: payoutId,
    status,
    version: after[type].version,
    rail: 'contract',
    delivery: 'claim',
    chain: 'local',
    asset: 'USDT',
    amount: '25.00',
    fee: '0.50',
    net: '24.50',
    fee_payer: 'recipient',
    display: null,
    recipient: ofMailbox.includes(type) ? { type: 'email', email } : { type: 'wallet', address: recipient },
    reference: 'order-1004',
    description: 'Refund of order 1004',
    return_url: 'https://example.com/thanks',
    cancel_url: null,
    metadata: { user_uuid: '9b2c6a51-3f0e-4c57-8f5d-2f1a5c0d7e44' },
    awaiting_funds: type === 'payout.awaiting_funds',
    obstacle: causeOf[type] ? { cause: causeOf[type], since: at(0) } : null,
    cancellation: null,
    transfer: transferIn(status, at(-5)),
    relay: null,
    failure_code: status === 'failed' ? 'reorganised' : null,
    failure_reason: status === 'failed' ? wordsOf(reason('reorganised')) : null,
    expires_at: status === 'expired' ? at(0) : at(86_400),
    completed_at: status === 'completed' ? at(0) : null,
    created_at: at(-60),
    updated_at: at(0),
  };
}

function isOfOrder(type: EventType): type is OrderEventType {
  return orderEventTypes.some((one) => one === type);
}

export type SampleSubject = { event: EventType } | { status: PayoutStatus };

/** Whose sample it is and when; without it, the one of the documentation. */
export type SampleFacts = { id: string; merchantId: string; payoutId: string; now: Date };

export const documented: SampleFacts = {
  id: 'ev_06e2m5k3v7q8w9x0y1z2a3b4c0',
  merchantId: 'mer_06e2m5k3v7q8w9x0y1z2a3b4c4',
  payoutId: 'po_06e2m5k3v7q8w9x0y1z2a3b4c8',
  now: new Date('2026-01-31T12:00:00.000Z'),
};

/** An event of this type, or about a payout in this state, marked as a test. */
export function sampleEvent(subject: SampleSubject, facts: SampleFacts = documented): EventToSend {
  const type = 'event' in subject ? subject.event : eventIn[subject.status];
  const event = { id: facts.id, merchantId: facts.merchantId, type, createdAt: facts.now, sequence: null, test: true };
  if (type === 'wallet.verified') {
    const data = sampleVerification(facts);
    return { ...event, subject: { kind: 'wallet_verification', id: data.id, version: 1 }, data };
  }
  if (isOfOrder(type)) {
    const data = sampleOrder(type, facts);
    return { ...event, subject: { kind: 'order', id: data.id, version: data.version }, data };
  }
  const payout = payoutAfter(type, 'status' in subject ? subject.status : after[type].status, facts);
  const data: ToldPayout = type === 'payout.completed' ? { ...payout, receipt: sampleReceipt(payout, facts) } : payout;
  const told = { ...data, ...mailIn(type, facts.now) };
  return { ...event, subject: { kind: 'payout', id: facts.payoutId, version: data.version }, data: told };
}
