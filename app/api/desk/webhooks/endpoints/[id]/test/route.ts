import { resource } from '@/lib/http/resource';
import { route } from '@/lib/http/route';
import { deliveryAnswer } from '@/lib/webhooks/delivery-schema';
import { endpointParams } from '@/lib/webhooks/schema';
import { sendTest } from '@/lib/webhooks/send-test';
import { testEndpointBody } from '@/lib/webhooks/trial-schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/webhooks/endpoints/{id}/test', {
  POST: route(
    {
      id: 'testEndpoint',
      summary: 'Send a test event',
      tag: 'Desk',
      permission: { member: 'webhooks:write' },
      params: endpointParams,
      body: testEndpointBody,
      returns: deliveryAnswer,
      status: 201,
      refuses: ['not_found', 'endpoint_state'],
    },
    (ctx, { params, body }) => sendTest(ctx, params.id, body),
  ),
});
