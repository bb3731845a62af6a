import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { orderSettingsAnswer, orderSettingsBody } from '@/lib/orders/settings/schema';
import { saveOrderSettings, viewOrderSettings } from '@/lib/orders/settings/settings';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/order-settings', {
  GET: route(
    {
      id: 'viewOrderSettings',
      summary: 'Read how long orders wait',
      tag: 'Orders',
      permission: { scope: 'payouts:read', member: 'payouts:read' },
      returns: orderSettingsAnswer,
      refuses: [],
    },
    (ctx) => viewOrderSettings(ctx),
  ),
  PUT: route(
    {
      id: 'saveOrderSettings',
      summary: 'Say how long orders wait',
      description:
        'For orders made from now on. Orders that are there keep the time that their buyer and seller were told.',
      tag: 'Orders',
      permission: { scope: 'payouts:write', member: 'payouts:write' },
      body: orderSettingsBody,
      returns: orderSettingsAnswer,
      refuses: [],
    },
    (ctx, { body }) => saveOrderSettings(ctx, body),
  ),
});
