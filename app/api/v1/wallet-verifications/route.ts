import { createVerification } from '@/lib/attestations/create';
import { listVerifications } from '@/lib/attestations/read';
import {
  createdVerification,
  createVerificationBody,
  listVerificationsQuery,
  verificationPage,
} from '@/lib/attestations/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/wallet-verifications', {
  POST: route(
    {
      id: 'createVerification',
      summary: 'Make a link to verify a wallet',
      description:
        'Answers with a link on which a person shows, by signing a message, that a wallet is theirs. It moves no money and is about no payout. `wallet.verified` tells when they have.',
      tag: 'Wallets',
      permission: { scope: 'payouts:write' },
      body: createVerificationBody,
      returns: createdVerification,
      status: 201,
      refuses: ['address_refused'],
      idempotent: true,
    },
    (ctx, { body }) => createVerification(ctx, body),
  ),
  GET: route(
    {
      id: 'listVerifications',
      summary: 'List verifications',
      description: 'Newest first. While there is more, `next_cursor` is set: send it as `cursor` for the next page.',
      tag: 'Wallets',
      permission: { scope: 'payouts:read' },
      query: listVerificationsQuery,
      returns: verificationPage,
      refuses: [],
    },
    (ctx, { query }) => listVerifications(ctx, query),
  ),
});
