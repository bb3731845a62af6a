import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { removeLogo, saveLogo } from '@/lib/merchants/save-logo';
import { logoBody, logoBodyBytes, settingsAnswer } from '@/lib/merchants/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/settings/logo', {
  PUT: route(
    {
      ...{ id: 'saveLogo', summary: 'Upload the logo of the claim page', tag: 'Desk' },
      permission: { member: 'settings:write' },
      body: logoBody,
      bodyBytes: logoBodyBytes,
      returns: settingsAnswer,
      refuses: [],
    },
    (ctx, { body }) => saveLogo(ctx, body),
  ),
  DELETE: route(
    {
      ...{ id: 'removeLogo', summary: 'Remove the uploaded logo', tag: 'Desk' },
      permission: { member: 'settings:write' },
      returns: settingsAnswer,
      refuses: [],
    },
    (ctx) => removeLogo(ctx),
  ),
});
