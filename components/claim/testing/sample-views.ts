import type { ClaimView } from '@/lib/claims/schema';

type Transfer = NonNullable<ClaimView['transfer']>;

const customer = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC';

/** A claim in good order; tests and screen reviews change what they look at. */
export const readyView: ClaimView = {
  status: 'pending',
  version: 1,
  merchant: { name: 'Demo Store', logo_url: null, accent_color: null, support_url: 'https://shop.example/help' },
  test_mode: true,
  amount: '25.00',
  fee: '0.50',
  net: '24.50',
  fee_payer: 'recipient',
  display: null,
  options: [],
  asset: { symbol: 'USDT', decimals: 6, address: '0x04656F0497aa3FeeaeaA22CdaF34b80822460351' },
  chain: {
    key: 'local',
    id: 31337,
    name: 'Local chain',
    currency: 'ETH',
    explorer_url: null,
    rpc_url: null,
    block_seconds: 1,
  },
  rail: 'contract',
  delivery: 'claim',
  vault: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
  recipient: { type: 'wallet', address: customer },
  proof_needed: null,
  reference: 'order-1004',
  description: 'Refund of order 1004',
  expires_at: '2026-12-01T12:00:00.000Z',
  expired: false,
  created_at: '2026-11-23T09:00:00.000Z',
  completed_at: null,
  coverage: { state: 'funded' },
  obstacle: null,
  cancellation: null,
  earlier_claim_until: null,
  transfer: null,
  relay: {
    offered: false,
    state: null,
    address: null,
    reason: 'no_account',
    next: 'You send it from your own wallet.',
  },
  failure_code: null,
  failure_reason: null,
  return_url: 'https://shop.example/orders/1004',
  cancel_url: null,
};

export const sampleTransfer: Transfer = {
  id: 'tr_06e2m5k3v7q8w9x0y1z2a3b4c5',
  status: 'confirming',
  hash: '0x8f3c2a1b9d4e5f60718293a4b5c6d7e8f90123456789abcdef0123456789abcd',
  recipient: customer,
  block_number: '1204',
  confirmations: 1,
  confirmations_needed: 3,
  explorer_url: null,
  failure_code: null,
  failure_reason: null,
  seen_at: '2026-11-23T10:00:00.000Z',
  created_at: '2026-11-23T09:59:40.000Z',
};

export function viewWith(change: Partial<ClaimView>): ClaimView {
  return { ...readyView, ...change };
}

export function transferWith(change: Partial<Transfer>): Transfer {
  return { ...sampleTransfer, ...change };
}
