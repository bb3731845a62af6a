import type { Scope } from '@/db/vocabulary/people';

/** What a key with this scope may do. */
export const scopeWords: Readonly<Record<Scope, string>> = {
  'payouts:read': 'See payouts, and the events that tell of them',
  'payouts:write': 'Make payouts, cancel them, and replace their claim links',
  'payouts:pay': 'Name the transfer with which a payout was paid by hand, so that it completes',
  'webhooks:read': 'See webhook endpoints and their deliveries',
  'webhooks:write': 'Add, change, test and delete webhook endpoints, and get new secrets for them',
  'gateways:read': 'See the gateways that send payouts, and how what they were handed stands',
  'gateways:write': 'Set up gateways, change what lets us in, and stop them',
  'exports:read': 'Take along everything that is the merchant’s: payouts, books, events, receipts and the audit',
};
