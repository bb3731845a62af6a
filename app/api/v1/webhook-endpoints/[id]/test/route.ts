import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { endpointParams } from '@/lib/webhooks/endpoints/schema';
import { deliveryAnswer } from '@/lib/webhooks/events/delivery-schema';
import { testEndpointBody } from '@/lib/webhooks/trial/schema';
import { sendTest } from '@/lib/webhooks/trial/send-test';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/webhook-endpoints/{id}/test', {
  POST: route(
    {
      id: 'testWebhookEndpoint',
      summary: 'Send a test event',
      description:
        'Sends an event about a payout that never was to this endpoint, whether or not it asked for such events: signed and tried again like a real one, and marked as a test. It is in no sequence and never among your events. Read the delivery to see how it went.',
      tag: 'Webhooks',
      permission: { scope: 'webhooks:write' },
      params: endpointParams,
      body: testEndpointBody,
      returns: deliveryAnswer,
      status: 201,
      refuses: ['not_found', 'endpoint_state'],
      idempotent: true,
    },
    (ctx, { params, body }) => sendTest(ctx, params.id, body),
  ),
});
