import { pngOf } from '@/lib/merchants/testing/pictures';
import { all, type Expectation, fresh, gone, hash, made, names, noChain, nothing, proof, shown } from './expectation';
import type { Things } from './own-everything';
import { peopleExpectations } from './people-expectations';

const ids = ({ byHandId }: Things) => ({ payout_ids: [byHandId] });
const tinyPng = pngOf(64, 64).toString('base64');
const sender = '0x5555555555555555555555555555555555555555';
const owed = { amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' } };

/** Every operation of the desk. A new one fails the tests until it stands here. */
export const expectations: Readonly<Record<string, Expectation>> = {
  ...peopleExpectations,

  'GET /api/desk/live': nothing(all),
  'GET /api/desk/payouts/export': {
    may: all,
    attempts: ({ payoutId, word }) => [
      { answer: shown },
      { query: `?q=${payoutId}`, answer: shown },
      { query: `?q=order-of-${word}`, answer: shown },
    ],
  },
  'GET /api/desk/payouts/news': {
    may: all,
    attempts: ({ payoutId, byHandId, word }) => [
      { query: `?ids=${payoutId},${byHandId}`, answer: shown },
      { query: `?ids=${payoutId}&q=order-of-${word}`, answer: shown },
    ],
  },
  'POST /api/desk/payouts': fresh({
    may: 'opd',
    attempts: (_theirs, { word }) => [
      { body: { ...owed, reference: `order-of-${word}` }, answer: [409, 'reference_taken'] },
    ],
  }),
  'POST /api/desk/payouts/preview': { may: 'opd', attempts: () => [{ body: owed, answer: shown }] },
  'POST /api/desk/payouts/{id}/cancel': names('opd', ({ payoutId }) => payoutId),
  'POST /api/desk/payouts/{id}/try-again': fresh(names('opd', ({ payoutId }) => payoutId)),
  // A claim link is worth its payout to its holder.
  'POST /api/desk/payouts/{id}/recipient': fresh(
    names('opd', ({ payoutId }) => payoutId, { email: 'ann@shop.example' }),
  ),
  'POST /api/desk/payouts/{id}/invitation': names('opd', ({ payoutId }) => payoutId),
  'POST /api/desk/payouts/{id}/link': fresh(names('opd', ({ payoutId }) => payoutId)),
  'POST /api/desk/verifications': { may: 'opd', attempts: ({ word }) => [{ body: { reference: word }, answer: made }] },
  'GET /api/desk/views': nothing(all),
  'POST /api/desk/views': {
    may: all,
    attempts: ({ payoutId }) => [{ body: { name: 'Another', query: `q=${payoutId}` }, answer: made }],
  },
  'DELETE /api/desk/views/{id}': names(all, ({ viewId }) => viewId),

  'GET /api/desk/reconciliation': nothing(all),
  'POST /api/desk/reconciliation': { may: 'op', attempts: () => [{ body: {}, answer: shown }] },
  'GET /api/desk/reconciliation/runs/{id}': names(all, ({ runId }) => runId),
  'GET /api/desk/reconciliation/differences': {
    may: all,
    attempts: ({ userId, differenceId }) => [
      { query: '?status=unresolved', answer: shown },
      { query: `?owner_id=${userId}`, answer: shown },
      { query: `?cursor=${differenceId}`, answer: shown },
    ],
  },
  'GET /api/desk/reconciliation/differences/{id}': names(all, ({ differenceId }) => differenceId),
  'POST /api/desk/reconciliation/differences/{id}/assign': fresh({
    may: 'op',
    attempts: (theirs, mine) => [
      { id: theirs.differenceId, body: { owner_id: null }, answer: gone },
      { id: mine.differenceId, body: { owner_id: theirs.userId }, answer: [422, 'invalid_request'] },
    ],
  }),
  'POST /api/desk/reconciliation/differences/{id}/settle': fresh({
    may: 'op',
    attempts: (theirs, mine) => [
      { id: theirs.differenceId, body: { as: 'explained', note: 'Known to us' }, answer: gone },
      { id: mine.differenceId, body: { as: 'payout', payout_id: theirs.byHandId }, answer: gone },
    ],
  }),

  'POST /api/desk/orders/{id}/deliver': fresh(names('opd', ({ orderId }) => orderId, {})),
  'POST /api/desk/orders/{id}/hold': names('opd', ({ orderId }) => orderId, { reason: 'Wait' }),
  'POST /api/desk/orders/{id}/resume': fresh(names('opd', ({ orderId }) => orderId, {})),
  'POST /api/desk/orders/{id}/dispute': names('opd', ({ orderId }) => orderId, { reason: 'Broken' }),
  'POST /api/desk/orders/{id}/resolve': fresh(
    names('opd', ({ orderId }) => orderId, { release: '20.00', refund: '5.00' }),
  ),
  'POST /api/desk/orders/{id}/seller': fresh(
    names('opd', ({ orderId }) => orderId, { address: `0x${'5'.repeat(40)}` }),
  ),
  'POST /api/desk/orders/{id}/buyer-link': fresh(names('opd', ({ orderId }) => orderId)),
  'POST /api/desk/orders/{id}/release': fresh(names('opd', ({ orderId }) => orderId, {})),
  'POST /api/desk/orders/{id}/refund': fresh(names('opd', ({ orderId }) => orderId, { amount: '5.00' })),

  'GET /api/desk/approvals': nothing(all),
  'POST /api/desk/payouts/{id}/approve': fresh(names('oa', ({ payoutId }) => payoutId, { digest: 'ab'.repeat(32) })),
  'POST /api/desk/payouts/{id}/reject': fresh(names('oa', ({ payoutId }) => payoutId, { reason: 'No' })),
  'POST /api/desk/payouts/{id}/overrule': fresh(names('o', ({ payoutId }) => payoutId, { reason: 'Known' })),
  'GET /api/desk/approval-rules': nothing(all),
  'PUT /api/desk/approval-rules': fresh({
    may: 'o',
    attempts: () => [
      {
        body: { chain: 'local', asset: 'USDT', one_from: '900.00', two_from: null, new_destination: false },
        answer: shown,
      },
    ],
  }),

  'GET /api/desk/wallets': nothing(all),
  'POST /api/desk/wallets': fresh({
    may: 'op',
    attempts: ({ wallet }) => [{ body: { address: wallet, name: 'Ours, too' }, answer: shown }],
  }),
  'POST /api/desk/wallets/message': fresh({
    may: 'op',
    attempts: ({ wallet }) => [{ body: { address: wallet }, answer: noChain }],
  }),
  'POST /api/desk/wallets/proof': fresh({
    may: 'op',
    attempts: () => [{ body: proof, answer: [422, 'sign_in_message_invalid'] }],
  }),
  'DELETE /api/desk/wallets/{id}': fresh(names('op', ({ walletId }) => walletId)),
  'POST /api/desk/payouts/{id}/record': fresh(names('op', ({ byHandId }) => byHandId, { hash })),
  'GET /api/desk/vaults': nothing(all),
  'POST /api/desk/vaults': fresh({
    may: 'o',
    attempts: ({ wallet }) => [{ body: { chain: 'local', address: wallet }, answer: [422, 'asset_unavailable'] }],
  }),
  'POST /api/desk/vaults/calls': fresh({
    may: 'o',
    attempts: ({ vaultId }) => [
      { body: { kind: 'allowance', vault_id: vaultId, asset: 'USDT', amount: '1.00' }, answer: gone },
      { body: { kind: 'revoke', vault_id: vaultId, by: 'vault' }, answer: gone },
      { body: { kind: 'guardian', vault_id: vaultId, guardian: null }, answer: gone },
    ],
  }),
  'GET /api/desk/vaults/{id}/calls': {
    may: all,
    attempts: ({ vaultId }) => [{ id: vaultId, query: `?hash=${hash}`, answer: gone }],
  },
  'GET /api/desk/vaults/signers': nothing(all),
  'POST /api/desk/vaults/{id}/signers': fresh(
    names('o', ({ vaultId }) => vaultId, { url: 'https://signer.example.com/', address: sender }),
  ),
  'POST /api/desk/vaults/{id}/signers/try': fresh(names('o', ({ vaultId }) => vaultId, { signer: 'rs_any' })),
  'PUT /api/desk/vaults/{id}/signer': fresh(names('o', ({ vaultId }) => vaultId, { signer: 'portal' })),
  'GET /api/desk/payments': {
    may: all,
    attempts: ({ byHandId }) => [{ answer: shown }, { query: `?after=${byHandId}`, answer: shown }],
  },
  'GET /api/desk/payments/{id}': names(all, ({ signingId }) => signingId),
  'POST /api/desk/payments/hold': {
    may: 'op',
    attempts: (theirs, mine) => [
      { body: { ...ids(theirs), tab: theirs.tab }, answer: gone },
      { body: { payout_ids: [mine.byHandId, theirs.byHandId], tab: mine.tab }, answer: gone },
    ],
  },
  'POST /api/desk/payments/give-up': {
    may: 'op',
    attempts: (theirs) => [
      { body: { ...ids(theirs), tab: theirs.tab }, answer: shown },
      { body: ids(theirs), answer: shown },
    ],
  },
  'POST /api/desk/payments/preview': {
    may: 'op',
    attempts: (theirs) => [{ body: { ...ids(theirs), sender }, answer: gone }],
  },
  'POST /api/desk/payments/prepare': fresh({
    may: 'op',
    attempts: (theirs) => [{ body: { ...ids(theirs), sender, tab: theirs.tab }, answer: gone }],
  }),
  'POST /api/desk/payments/ask': {
    may: 'op',
    attempts: (theirs, mine) => [
      { body: { signing_id: theirs.signingId, transfer_ids: [theirs.transferId], tab: theirs.tab }, answer: gone },
      { body: { signing_id: mine.signingId, transfer_ids: [theirs.transferId], tab: mine.tab }, answer: gone },
    ],
  },
  'POST /api/desk/payments/report': {
    may: 'op',
    attempts: (theirs, mine) => [
      { body: { signing_id: theirs.signingId, hash }, answer: gone },
      { body: { signing_id: mine.signingId, transfer_ids: [theirs.transferId], hash }, answer: gone },
    ],
  },
  'POST /api/desk/payments/reject': {
    may: 'op',
    attempts: (theirs, mine) => [
      { body: { signing_id: theirs.signingId, tab: theirs.tab }, answer: gone },
      { body: { signing_id: mine.signingId, transfer_ids: [theirs.transferId], tab: mine.tab }, answer: gone },
    ],
  },
  'POST /api/desk/payments/unsigned': fresh({ may: 'op', attempts: (theirs) => [{ body: ids(theirs), answer: gone }] }),
  'POST /api/desk/payments/release': fresh({
    may: 'op',
    attempts: (theirs) => [{ body: { payout_id: theirs.byHandId }, answer: gone }],
  }),

  'POST /api/desk/door-keys': fresh({
    may: 'od',
    attempts: () => [{ body: { door: 'dex3', name: 'Theirs', chain: 'local', asset: 'USDT' }, answer: made }],
  }),
  'POST /api/desk/api-keys': fresh({
    may: 'od',
    attempts: () => [{ body: { name: 'Server', scopes: ['payouts:read'] }, answer: made }],
  }),
  'PUT /api/desk/api-keys/{id}/policy': fresh(
    names('od', ({ keyId }) => keyId, { assets: null, recipients: null, wallets: [], mail_domains: [], ip_ranges: [] }),
  ),
  'DELETE /api/desk/api-keys/{id}/policy': fresh(names('od', ({ keyId }) => keyId)),
  'DELETE /api/desk/api-keys/{id}': fresh(names('od', ({ keyId }) => keyId)),

  'GET /api/desk/webhooks/deliveries/{id}': names(all, ({ deliveryId }) => deliveryId),
  'POST /api/desk/webhooks/deliveries/{id}/resend': names('od', ({ deliveryId }) => deliveryId),
  'POST /api/desk/webhooks/endpoints': fresh({
    may: 'od',
    attempts: ({ word }) => [{ body: { url: `https://1.1.1.1/${word}` }, answer: made }],
  }),
  'PATCH /api/desk/webhooks/endpoints/{id}': fresh(
    names('od', ({ endpointId }) => endpointId, { url: 'https://1.1.1.1/other' }),
  ),
  'DELETE /api/desk/webhooks/endpoints/{id}': fresh(names('od', ({ endpointId }) => endpointId)),
  'POST /api/desk/webhooks/endpoints/{id}/rotate-secret': fresh(names('od', ({ endpointId }) => endpointId, {})),
  'POST /api/desk/webhooks/endpoints/{id}/test': names('od', ({ endpointId }) => endpointId, {}),
  'POST /api/desk/webhooks/endpoints/{id}/resend': names('od', ({ endpointId }) => endpointId, {
    from: '2026-01-01T00:00:00.000Z',
  }),
  'POST /api/desk/webhooks/endpoints/{id}/resend-exhausted': names('od', ({ endpointId }) => endpointId),
  'POST /api/desk/webhooks/endpoints/{id}/verify-sample': names('od', ({ endpointId }) => endpointId, { body: '{}' }),
  'POST /api/desk/webhooks/sources': fresh({
    may: 'od',
    attempts: ({ word }) => [{ body: { dialect: 'nitro', description: word }, answer: made }],
  }),
  'DELETE /api/desk/webhooks/sources/{id}': fresh(names('od', ({ sourceId }) => sourceId)),
  'POST /api/desk/webhooks/sources/{id}/replace-secret': fresh(names('od', ({ sourceId }) => sourceId, {})),

  'POST /api/desk/gateways': fresh({
    may: 'o',
    attempts: ({ word }) => [
      {
        body: {
          ...{ kind: 'shkeeper', url: 'http://127.0.0.1:1', username: word, password: word, api_key: word },
          assets: [{ chain: 'local', asset: 'USDT', crypto: 'LOCAL-USDT' }],
        },
        answer: [422, 'target_refused'],
      },
    ],
  }),
  'PATCH /api/desk/gateways/{id}': fresh(names('o', ({ gatewayId }) => gatewayId, { username: 'another' })),
  'POST /api/desk/submissions/{id}/decide': fresh(
    names('o', ({ submissionId }) => submissionId, { decision: 'paid_by', hash }),
  ),
  'DELETE /api/desk/gateways/{id}': fresh(names('o', ({ gatewayId }) => gatewayId)),

  'GET /api/desk/ledger': nothing(all),
  'GET /api/desk/ledger/lines': {
    may: all,
    attempts: ({ payoutId, postingId }) => [
      { answer: shown },
      { query: `?payout=${payoutId}`, answer: shown },
      { query: `?after=${postingId}`, answer: shown },
    ],
  },
  'GET /api/desk/ledger/postings/{id}': names(all, ({ postingId }) => postingId),
  'GET /api/desk/ledger/export': {
    may: all,
    attempts: ({ payoutId }) => [{ answer: shown }, { query: `?payout=${payoutId}`, answer: shown }],
  },
  'GET /api/desk/export': {
    may: 'o',
    attempts: () => [
      { query: '?of=payouts', answer: shown },
      { query: '?of=receipts&format=jsonl', answer: shown },
    ],
  },
  'POST /api/desk/ledger/check': nothing(all),

  'GET /api/desk/settings': nothing(all),
  'DELETE /api/desk/guide': nothing('o', [204]),
  'POST /api/desk/guide/passed': { may: 'o', attempts: () => [{ body: { step: 'terms' }, answer: [204] }] },
  'POST /api/desk/settings/assets': fresh({
    may: 'o',
    attempts: () => [{ body: { chain: 'local', asset: 'USDT' }, answer: [422, 'asset_unavailable'] }],
  }),
  'PUT /api/desk/settings/logo': fresh({ may: 'o', attempts: () => [{ body: { picture: tinyPng }, answer: shown }] }),
  'DELETE /api/desk/settings/logo': fresh(nothing('o')),
  'PUT /api/desk/settings/branding': fresh({
    may: 'o',
    attempts: () => [
      { body: { name: 'Acme', logo_url: null, accent_color: '#2450c8', support_url: null }, answer: shown },
    ],
  }),
  'PUT /api/desk/settings/embedding': fresh({
    may: 'o',
    attempts: () => [{ body: { origins: ['https://shop.example'] }, answer: shown }],
  }),
  'PUT /api/desk/settings/notices': fresh({
    may: 'o',
    attempts: ({ email }) => [{ body: { notice_email: email }, answer: shown }],
  }),
  'PUT /api/desk/settings/screening': fresh({
    may: 'o',
    attempts: () => [{ body: { pay_unknown_below: '10.00', screener_url: null }, answer: shown }],
  }),
  'PUT /api/desk/settings/terms': fresh({
    may: 'o',
    attempts: () => [
      { body: { chain: 'local', asset: 'USDT', fee: '0.50', minimum: '1.00', maximum: '900.00' }, answer: shown },
    ],
  }),
};
