import { newPasskey, passkeyProof } from '@/lib/access/passkeys/testing/made-up';

/** The permission table of operators, written down by hand: `a` for admin, `s` for support. */
export type OperatorCase = {
  may: 'as' | 'a';
  /** What a person who may is answered to what is sent here. */
  status: number;
  /** Whether it asks for a fresh proof. */
  fresh?: boolean;
  /** What its address is about: a merchant with a team, or nothing that is there. */
  id?: (merchantId: string) => string;
  body?: object;
};

const merchant = (merchantId: string) => merchantId;
const email = 'nobody@host.example';

export const cases: Readonly<Record<string, OperatorCase>> = {
  'GET /api/operator/me': { may: 'as', status: 200 },
  'DELETE /api/operator/session': { may: 'as', status: 204 },
  'POST /api/operator/confirm/code': { may: 'as', status: 403, body: { email } },
  'POST /api/operator/confirm/code/check': { may: 'as', status: 401, body: { email, code: '00000000' } },
  'POST /api/operator/confirm/wallet': { may: 'as', status: 422, body: { message: 'x', signature: '0x' } },
  'POST /api/operator/confirm/wallet-message': {
    ...{ may: 'as', status: 403 },
    body: { address: `0x${'1'.repeat(40)}` },
  },
  'POST /api/operator/confirm/passkey-challenge': { may: 'as', status: 409 },
  'POST /api/operator/confirm/passkey': { may: 'as', status: 401, body: passkeyProof },
  'POST /api/operator/passkeys/challenge': { may: 'as', status: 200, fresh: true },
  'POST /api/operator/passkeys': { may: 'as', status: 401, fresh: true, body: newPasskey },
  'DELETE /api/operator/passkeys/{id}': { may: 'as', status: 404, fresh: true },
  'GET /api/operator/checklist': { may: 'as', status: 200 },
  'GET /api/operator/contracts/{chain}': { may: 'a', status: 404, id: () => 'base' },
  'POST /api/operator/test-mail': { may: 'a', status: 204, fresh: true, body: { email } },
  'PUT /api/operator/test-mail': { may: 'a', status: 401, fresh: true, body: { code: '00000000' } },
  'PUT /api/operator/backup': { may: 'a', status: 204, fresh: true, body: { at: '2026-01-01T00:00:00Z' } },
  'PUT /api/operator/fee-collector': { may: 'a', status: 204, fresh: true, body: { address: null } },
  'GET /api/operator/state': { may: 'as', status: 200 },
  'GET /api/operator/fees/export': { may: 'as', status: 200 },
  'POST /api/operator/operators': { may: 'a', status: 201, fresh: true, body: { role: 'support' } },
  'PUT /api/operator/operators/{id}': { may: 'a', status: 404, fresh: true, body: { role: 'support' } },
  'DELETE /api/operator/operators/{id}': { may: 'a', status: 404, fresh: true },
  'DELETE /api/operator/operator-links/{id}': { may: 'a', status: 404, fresh: true },
  'POST /api/operator/keys': { may: 'a', status: 201, fresh: true, body: { name: 'P', scopes: ['merchants:read'] } },
  'DELETE /api/operator/keys/{id}': { may: 'a', status: 404, fresh: true },
  'GET /api/operator/stops': { may: 'as', status: 200 },
  'POST /api/operator/stops': {
    ...{ may: 'as', status: 404, fresh: true },
    body: { scope: 'merchant', merchant_id: 'mer_none', reason: 'A drill' },
  },
  'POST /api/operator/stops/{id}/lift': { may: 'as', status: 409, fresh: true, body: { reason: 'A drill' } },
  'POST /api/operator/merchants/{id}/close': {
    ...{ may: 'a', status: 404, fresh: true },
    body: { open: 'wait', reason: 'A drill' },
  },
  'PUT /api/operator/self-registration': { may: 'a', status: 200, fresh: true, body: { open: false } },
  'POST /api/operator/merchants/{id}/payouts': { may: 'as', status: 200, id: merchant },
  'POST /api/operator/chains/{key}/agree': { may: 'a', status: 404, fresh: true },
  'DELETE /api/operator/chains/{key}': { may: 'a', status: 404, fresh: true },
  'GET /api/v1/operator/chains': { may: 'as', status: 200 },
  'POST /api/v1/operator/chains': {
    ...{ may: 'a', status: 409, fresh: true },
    body: {
      ...{ key: 'base', chain_id: 8453, name: 'Base', currency: { name: 'Ether', symbol: 'ETH' }, explorer_url: null },
      ...{ finality: { confirmations: 3 }, block_seconds: 2, relay_max_gwei: 5, test: true },
      ...{ nodes: ['http://127.0.0.1:1'], public_node: 'http://127.0.0.1:1' },
    },
  },
  'POST /api/operator/tokens/{id}/agree': { may: 'a', status: 404, fresh: true },
  'DELETE /api/operator/tokens/{id}': { may: 'a', status: 404, fresh: true },
  'GET /api/v1/operator/tokens': { may: 'as', status: 200 },
  'POST /api/v1/operator/tokens': {
    ...{ may: 'a', status: 422, fresh: true },
    body: { chain: 'sepolia', address: `0x${'1'.repeat(40)}` },
  },
  'GET /api/v1/operator/merchants': { may: 'as', status: 200 },
  'POST /api/v1/operator/merchants': { may: 'a', status: 201, fresh: true, body: { name: 'New', mode: 'test' } },
  'GET /api/v1/operator/merchants/{id}': { may: 'as', status: 200, id: merchant },
  'POST /api/v1/operator/merchants/{id}/invitations': {
    ...{ may: 'a', status: 201, fresh: true, id: merchant },
    body: { role: 'owner', identity: { kind: 'email', value: email } },
  },
  'POST /api/v1/operator/merchants/{id}/vaults': {
    ...{ may: 'a', status: 422, fresh: true, id: merchant },
    body: { chain: 'base', address: `0x${'1'.repeat(40)}` },
  },
  'POST /api/v1/operator/merchants/{id}/api-keys': {
    ...{ may: 'a', status: 201, fresh: true, id: merchant },
    body: { name: 'Server', scopes: ['payouts:read'] },
  },
  'DELETE /api/v1/operator/merchants/{id}/limits': { may: 'a', status: 204, fresh: true, id: merchant },
};
