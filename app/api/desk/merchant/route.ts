import { z } from 'zod';
import { switchMerchant } from '@/lib/access/sessions/sessions';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { machineText } from '@/lib/kernel/text';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/merchant', {
  POST: route(
    {
      id: 'switchMerchant',
      summary: 'Look at another merchant',
      tag: 'Desk',
      permission: { member: 'any' },
      body: z.strictObject({ merchant_id: machineText(40) }),
      returns: z.void(),
      status: 204,
      refuses: ['not_found'],
    },
    (ctx, { body }) => switchMerchant(ctx, body.merchant_id),
  ),
});
