import { createVerification } from '@/lib/attestations/create';
import { createdVerification, createVerificationBody } from '@/lib/attestations/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/verifications', {
  POST: route(
    {
      id: 'addVerification',
      summary: 'Make a link to verify a wallet',
      tag: 'Desk',
      permission: { member: 'payouts:write' },
      body: createVerificationBody,
      returns: createdVerification,
      status: 201,
      refuses: ['address_refused'],
      idempotent: true,
    },
    (ctx, { body }) => createVerification(ctx, body),
  ),
});
