import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { savedScreening, screeningBody } from '@/lib/screening/schema';
import { saveScreening } from '@/lib/screening/settings';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/settings/screening', {
  PUT: route(
    {
      ...{ id: 'saveScreening', summary: 'Set what is screened besides the portal’s own lists', tag: 'Desk' },
      permission: { member: 'settings:write' },
      body: screeningBody,
      returns: savedScreening,
      refuses: ['target_refused', 'amount_malformed', 'amount_too_precise', 'amount_too_small'],
    },
    (ctx, { body }) => saveScreening(ctx, body),
  ),
});
