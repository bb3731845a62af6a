import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { saveAlerts } from '@/lib/merchants/save-profile';
import { alertsBody, settingsAnswer } from '@/lib/merchants/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/settings/notices', {
  PUT: route(
    {
      ...{ id: 'saveAlerts', summary: 'Set who is told of trouble', tag: 'Desk' },
      permission: { member: 'settings:write' },
      body: alertsBody,
      returns: settingsAnswer,
      refuses: [],
    },
    (ctx, { body }) => saveAlerts(ctx, body),
  ),
});
