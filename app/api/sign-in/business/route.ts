import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { registerBusiness } from '@/lib/merchants/registration';
import { businessBody, madeBusiness } from '@/lib/merchants/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/sign-in/business', {
  POST: route(
    {
      ...{ id: 'registerBusiness', summary: 'Make a business of one’s own', tag: 'Desk' },
      permission: 'person',
      body: businessBody,
      returns: madeBusiness,
      refuses: ['registration_closed'],
    },
    (ctx, { body }) => registerBusiness(ctx, body),
  ),
});
