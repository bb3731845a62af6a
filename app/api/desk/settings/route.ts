import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { settingsAnswer } from '@/lib/merchants/schema';
import { viewSettings } from '@/lib/merchants/view-settings';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/settings', {
  GET: route(
    {
      ...{ id: 'readSettings', summary: 'See what the merchant has set', tag: 'Desk' },
      permission: { member: 'settings:read' },
      returns: settingsAnswer,
      refuses: [],
    },
    (ctx) => viewSettings(ctx),
  ),
});
