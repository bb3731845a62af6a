import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { saveNotices } from '@/lib/merchants/save-profile';
import { noticesBody, settingsAnswer } from '@/lib/merchants/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/settings/notices', {
  PUT: route(
    {
      ...{ id: 'saveNotices', summary: 'Set who is told of trouble', tag: 'Desk' },
      permission: { member: 'settings:write' },
      body: noticesBody,
      returns: settingsAnswer,
      refuses: [],
    },
    (ctx, { body }) => saveNotices(ctx, body),
  ),
});
