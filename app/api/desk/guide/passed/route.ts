import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { passGuideStep } from '@/lib/merchants/guide';
import { passedStep } from '@/lib/merchants/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/guide/passed', {
  POST: route(
    {
      ...{ id: 'passGuideStep', summary: 'Say of a step of the guide that it is fine as it is', tag: 'Desk' },
      permission: { member: 'settings:write' },
      body: passedStep,
      returns: z.void(),
      status: 204,
      refuses: [],
    },
    (ctx, { body }) => passGuideStep(ctx, body),
  ),
});
