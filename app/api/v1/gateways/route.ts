import { createGateway, listGateways } from '@/lib/gateways/gateways';
import { createGatewayBody, gatewayAnswer, gatewayList } from '@/lib/gateways/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/gateways', {
  POST: route(
    {
      id: 'createGateway',
      summary: 'Set up a gateway',
      description:
        'Your own SHKeeper server, which sends payouts of the rail `shkeeper` from its hot wallet. We try its address, login and key, and read its hot wallet on the network; nothing is sent for that. What lets us in is stored encrypted and never shown again.',
      tag: 'Gateways',
      permission: { scope: 'gateways:write' },
      body: createGatewayBody,
      returns: gatewayAnswer,
      status: 201,
      refuses: [
        'target_refused',
        'asset_unavailable',
        'gateway_unreachable',
        'gateway_unknown_server',
        'gateway_login_refused',
        'gateway_login_not_admin',
        'gateway_key_refused',
        'gateway_crypto_unknown',
        'gateway_wallet_unknown',
        'gateway_wallet_offline',
        'gateway_state',
        'hot_wallet_taken',
        'chain_unavailable',
      ],
      idempotent: true,
    },
    (ctx, { body }) => createGateway(ctx, body),
  ),
  GET: route(
    {
      id: 'listGateways',
      summary: 'List your gateways',
      tag: 'Gateways',
      permission: { scope: 'gateways:read' },
      returns: gatewayList,
      refuses: [],
    },
    (ctx) => listGateways(ctx),
  ),
});
