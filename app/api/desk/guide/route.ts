import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { closeGuide } from '@/lib/merchants/guide';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/guide', {
  DELETE: route(
    {
      ...{ id: 'closeGuide', summary: 'Put the guide to the first payout away for good', tag: 'Desk' },
      permission: { member: 'settings:write' },
      returns: z.void(),
      status: 204,
      refuses: [],
    },
    (ctx) => closeGuide(ctx),
  ),
});
