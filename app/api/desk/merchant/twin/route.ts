import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { openTwin } from '@/lib/merchants/registration';
import { madeBusiness } from '@/lib/merchants/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/merchant/twin', {
  POST: route(
    {
      ...{ id: 'openTwin', summary: 'Open the business’s merchant of the other mode', tag: 'Desk' },
      permission: { member: 'team:write' },
      returns: madeBusiness,
      refuses: ['registration_closed', 'merchant_suspended'],
    },
    (ctx) => openTwin(ctx),
  ),
});
