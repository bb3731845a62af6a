import type { OrderEventType } from '@/db/vocabulary/events';
import type { OrderStatus } from '@/db/vocabulary/orders';
import type { OrderAnswer } from '@/lib/wire/order';
import type { SampleFacts } from './samples';

/** Which status an order is in when this happens to it, and which version that makes of it. */
const after = {
  'order.created': { status: 'awaiting_funds', version: 1 },
  'order.funded': { status: 'funded', version: 2 },
  'order.delivered': { status: 'delivered', version: 3 },
  'order.releasing': { status: 'releasing', version: 4 },
  'order.partially_released': { status: 'partially_released', version: 5 },
  'order.released': { status: 'released', version: 5 },
  'order.on_hold': { status: 'on_hold', version: 4 },
  'order.resumed': { status: 'delivered', version: 5 },
  'order.disputed': { status: 'disputed', version: 4 },
  'order.dispute_overdue': { status: 'disputed', version: 5 },
  'order.refunding': { status: 'refunding', version: 4 },
  'order.refunded': { status: 'refunded', version: 5 },
  'order.cancelled': { status: 'cancelled', version: 2 },
  'order.not_sent': { status: 'delivered', version: 5 },
  'order.updated': { status: 'delivered', version: 4 },
} as const satisfies Record<OrderEventType, { status: OrderStatus; version: number }>;

const nothing = { funded: '0.00', held: '0.00', releasing: '0.00', refunding: '0.00' };
const none = { ...nothing, released: '0.00', refunded: '0.00', fees: '0.00' };
const kept = { ...none, funded: '120.00', held: '120.00' };

const moneyIn = {
  awaiting_funds: none,
  funded: kept,
  delivered: kept,
  on_hold: kept,
  disputed: kept,
  releasing: { ...kept, held: '0.00', releasing: '120.00' },
  refunding: { ...kept, held: '0.00', releasing: '120.00', refunding: '120.00' },
  partially_released: { ...kept, held: '70.00', released: '49.50', fees: '0.50' },
  released: { ...kept, held: '0.00', released: '119.50', fees: '0.50' },
  refunded: { ...kept, held: '0.00', refunded: '119.50', fees: '0.50' },
  cancelled: none,
} as const satisfies Record<OrderStatus, OrderAnswer['money']>;

/** An order that never was, named as the payout of the same sample would be. */
export function sampleOrder(type: OrderEventType, { payoutId, now }: SampleFacts): OrderAnswer {
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000).toISOString();
  const { status, version } = after[type];
  const money = moneyIn[status];
  const isDelivered = status === 'delivered';
  const isFunded = money.funded !== '0.00';
  return {
    ...{ id: payoutId.replace(/^po_/, 'or_'), status, version, reference: 'purchase-77', category: null },
    ...{ rail: 'contract', chain: 'local', asset: 'USDT', amount: '120.00', money },
    buyer: { id: 'buyer-5', contact: 'buyer@example.com', language: 'en' },
    seller: {
      ...{ id: 'seller-9', address: '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC', email: null },
      ...{ contact: 'seller@example.com', language: 'en', pending_address: null },
    },
    pay_in: null,
    grace_seconds: 1_209_600,
    ...{ delivered_at: isDelivered ? at(-60) : null, delivered_by: isDelivered ? 'carrier' : null },
    ...{ auto_release_at: isDelivered ? at(1_209_540) : null, frozen: null, extended_until: null },
    hold: status === 'on_hold' ? { since: at(0), reason: 'We look into it' } : null,
    dispute:
      status === 'disputed'
        ? {
            since: at(0),
            reason: 'Nothing has arrived',
            deadline_at: at(1_209_600),
            alarmed_at: type === 'order.dispute_overdue' ? at(0) : null,
          }
        : null,
    payouts: [],
    ...{ funded_at: isFunded ? at(-120) : null, created_at: at(-180), updated_at: at(0) },
  };
}
