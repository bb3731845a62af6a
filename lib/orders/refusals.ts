/** Why a verb that makes payouts of an order may be refused, as each of their routes says. */
export const sendingRefusals = [
  'not_found',
  'order_state',
  'stopped',
  'merchant_suspended',
  'order_short',
  'amount_malformed',
  'amount_too_precise',
  'amount_too_small',
  'amount_too_large',
  'rate_unavailable',
  'chain_unavailable',
  'recipient_unsupported',
  'address_refused',
  'asset_unavailable',
] as const;
