import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { saveBranding } from '@/lib/merchants/save-profile';
import { brandingBody, settingsAnswer } from '@/lib/merchants/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/settings/branding', {
  PUT: route(
    {
      ...{ id: 'saveBranding', summary: 'Set how the claim page looks', tag: 'Desk' },
      permission: { member: 'settings:write' },
      body: brandingBody,
      returns: settingsAnswer,
      refuses: [],
    },
    (ctx, { body }) => saveBranding(ctx, body),
  ),
});
