import { createGateway } from '@/lib/gateways/gateways';
import { createGatewayBody, gatewayAnswer } from '@/lib/gateways/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/gateways', {
  POST: route(
    {
      id: 'setUpGateway',
      summary: 'Set up a gateway',
      tag: 'Desk',
      permission: { member: 'gateways:write' },
      body: createGatewayBody,
      returns: gatewayAnswer,
      status: 201,
      refuses: [
        ...(['target_refused', 'asset_unavailable', 'gateway_unreachable', 'gateway_unknown_server'] as const),
        ...(['gateway_login_refused', 'gateway_login_not_admin', 'gateway_key_refused'] as const),
        ...(['gateway_crypto_unknown', 'gateway_wallet_unknown', 'gateway_wallet_offline'] as const),
        ...(['gateway_state', 'hot_wallet_taken', 'chain_unavailable'] as const),
      ],
      idempotent: true,
    },
    (ctx, { body }) => createGateway(ctx, body),
  ),
});
