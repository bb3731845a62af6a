import { resource } from '@/lib/http/resource';
import { route } from '@/lib/http/route';
import { deliveryAnswer } from '@/lib/webhooks/delivery-schema';
import { endpointParams } from '@/lib/webhooks/schema';
import { sendTest } from '@/lib/webhooks/send-test';
import { testEndpointBody } from '@/lib/webhooks/trial-schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/webhook-endpoints/{id}/test', {
  POST: route(
    {
      id: 'testWebhookEndpoint',
      summary: 'Send a test event',
      description:
        'Sends an event about a payout that never was to this endpoint, whatever events it asked for: signed and tried again like a real one, and marked as a test. It is in no sequence and never among your events. Read the delivery to see how it went.',
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
