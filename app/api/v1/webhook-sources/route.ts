import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { listOutgoingAddresses } from '@/lib/webhooks/trial/outgoing-addresses';
import { outgoingAddresses } from '@/lib/webhooks/trial/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/webhook-sources', {
  GET: route(
    {
      id: 'listWebhookSources',
      summary: 'List the addresses that we send from',
      description:
        'For your firewall. Empty where the portal’s operator has named none. It is no proof: verify signatures, too.',
      tag: 'Webhooks',
      permission: { scope: 'webhooks:read' },
      returns: outgoingAddresses,
      refuses: [],
    },
    (ctx) => listOutgoingAddresses(ctx),
  ),
});
