import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { inviteToMerchant } from '@/lib/operators/merchants/prepare';
import { merchantInvitation, merchantInvited } from '@/lib/operators/merchants/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource(
  '/api/v1/operator/merchants/{id}/invitations',
  {
    POST: route(
      {
        id: 'inviteToMerchant',
        summary: 'Invite a person to a merchant’s team',
        description: 'Only while nobody is in it. A further invitation of the same person ends the one before.',
        tag: 'Operators',
        permission: { operatorScope: 'merchants:write' },
        params: z.strictObject({ id: z.string() }),
        body: merchantInvitation,
        returns: merchantInvited,
        status: 201,
        refuses: ['not_found', 'merchant_has_team'],
      },
      (ctx, { params, body }) => inviteToMerchant(ctx, params.id, body),
    ),
  },
);
