import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { endpointParams } from '@/lib/webhooks/endpoints/schema';
import { deliveryAnswer } from '@/lib/webhooks/events/delivery-schema';
import { testEndpointBody } from '@/lib/webhooks/trial/schema';
import { sendTest } from '@/lib/webhooks/trial/send-test';

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
