import { newPasskey, passkeyProof } from '@/lib/access/passkeys/testing/made-up';
import { all, type Expectation, fresh, gone, made, names, noChain, nothing, proof, shown } from './expectation';

/** What concerns the people at the desk: themselves, their sessions and proofs, the team and the audit. */
export const peopleExpectations: Readonly<Record<string, Expectation>> = {
  'GET /api/desk/me': nothing(all),
  'PUT /api/desk/me/time-zone': {
    may: all,
    attempts: () => [{ body: { time_zone: 'Europe/Berlin' }, answer: [204] }],
  },
  'POST /api/desk/merchant': {
    may: all,
    attempts: ({ merchantId }) => [{ body: { merchant_id: merchantId }, answer: gone }],
  },
  'POST /api/desk/merchant/twin': fresh(nothing('o', [403, 'registration_closed'])),
  'GET /api/desk/sessions': nothing(all),
  'DELETE /api/desk/sessions': nothing(all, shown),
  'DELETE /api/desk/sessions/{id}': names(all, ({ sessionId }) => sessionId),

  'POST /api/desk/confirm/wallet-message': {
    may: all,
    attempts: ({ wallet }) => [{ body: { address: wallet }, answer: [403, 'forbidden'] }],
  },
  'POST /api/desk/confirm/wallet': {
    may: all,
    attempts: () => [{ body: proof, answer: [422, 'sign_in_message_invalid'] }],
  },
  'POST /api/desk/confirm/code': {
    may: all,
    attempts: ({ email }) => [{ body: { email }, answer: [403, 'forbidden'] }],
  },
  'POST /api/desk/confirm/code/check': {
    may: all,
    attempts: ({ email }) => [{ body: { email, code: '12345678' }, answer: [401, 'proof_expired'] }],
  },

  'POST /api/desk/confirm/passkey-challenge': nothing(all, [409, 'passkey_state']),
  'POST /api/desk/confirm/passkey': {
    may: all,
    attempts: () => [{ body: passkeyProof, answer: [401, 'passkey_refused'] }],
  },

  'POST /api/desk/passkeys/challenge': fresh(nothing(all)),
  'POST /api/desk/passkeys': fresh({
    may: all,
    attempts: () => [{ body: newPasskey, answer: [401, 'passkey_refused'] }],
  }),
  'DELETE /api/desk/passkeys/{id}': fresh(names(all, ({ passkeyId }) => passkeyId)),

  'DELETE /api/desk/identities': fresh({
    may: all,
    attempts: ({ email }) => [{ body: { kind: 'email', value: email }, answer: gone }],
  }),
  'POST /api/desk/identities/wallet-message': fresh({
    may: all,
    attempts: ({ wallet }) => [{ body: { address: wallet }, answer: noChain }],
  }),
  'POST /api/desk/identities/wallet': fresh({
    may: all,
    attempts: () => [{ body: proof, answer: [422, 'sign_in_message_invalid'] }],
  }),
  'POST /api/desk/identities/code': fresh({ may: all, attempts: ({ email }) => [{ body: { email }, answer: shown }] }),
  'POST /api/desk/identities/email': fresh({
    may: all,
    attempts: ({ email }) => [{ body: { email, code: '12345678' }, answer: [401] }],
  }),

  'GET /api/desk/team': nothing(all),
  'POST /api/desk/team/invites': fresh({
    may: 'o',
    attempts: ({ email }) => [{ body: { role: 'viewer', identity: { kind: 'email', value: email } }, answer: made }],
  }),
  'DELETE /api/desk/team/invites/{id}': fresh(names('o', ({ inviteId }) => inviteId)),
  'PATCH /api/desk/team/members/{id}': fresh(names('o', ({ userId }) => userId, { role: 'viewer' })),
  'DELETE /api/desk/team/members/{id}': fresh(names('o', ({ userId }) => userId)),
  'GET /api/desk/audit': {
    may: 'oa',
    attempts: ({ payoutId, userId }) => [
      { answer: shown },
      { query: `?subject=${payoutId}`, answer: shown },
      { query: `?actor=${userId}`, answer: shown },
    ],
  },

  'GET /api/desk/audit/export': {
    may: 'oa',
    attempts: ({ payoutId, userId }) => [
      { answer: shown },
      { query: `?subject=${payoutId}`, answer: shown },
      { query: `?actor=${userId}`, answer: shown },
    ],
  },
};
