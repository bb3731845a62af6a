import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { webhookSources } from '@/lib/webhooks/trial/schema';
import { listWebhookSources } from '@/lib/webhooks/trial/webhook-sources';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/webhook-sources', {
  GET: route(
    {
      id: 'listWebhookSources',
      summary: 'List the addresses that we send from',
      description:
        'For your firewall. Empty where the portal’s operator has named none. It is no proof: verify signatures, too.',
      tag: 'Webhooks',
      permission: { scope: 'webhooks:read' },
      returns: webhookSources,
      refuses: [],
    },
    (ctx) => listWebhookSources(ctx),
  ),
});
