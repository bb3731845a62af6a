import { z } from 'zod';
import { updateGateway } from '@/lib/gateways/change';
import { disableGateway, viewGateway } from '@/lib/gateways/gateways';
import { gatewayAnswer, gatewayParams, updateGatewayBody } from '@/lib/gateways/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/gateways/{id}', {
  GET: route(
    {
      id: 'viewGateway',
      summary: 'Read a gateway',
      tag: 'Gateways',
      permission: { scope: 'gateways:read' },
      params: gatewayParams,
      returns: gatewayAnswer,
      refuses: ['not_found'],
    },
    (ctx, { params }) => viewGateway(ctx, params.id),
  ),
  PATCH: route(
    {
      id: 'updateGateway',
      summary: 'Change what lets us into a gateway',
      description:
        'Login, key or callback secret, once the gateway has taken them. It is tried again at once; callbacks under the former secret count for one more day.',
      tag: 'Gateways',
      permission: { scope: 'gateways:write' },
      params: gatewayParams,
      body: updateGatewayBody,
      returns: gatewayAnswer,
      refuses: [
        'not_found',
        'gateway_state',
        'gateway_unreachable',
        'gateway_unknown_server',
        'gateway_login_refused',
        'gateway_login_not_admin',
        'gateway_key_refused',
        'gateway_crypto_unknown',
        'gateway_wallet_unknown',
        'gateway_wallet_offline',
        'chain_unavailable',
      ],
    },
    (ctx, { params, body }) => updateGateway(ctx, params.id, body),
  ),
  DELETE: route(
    {
      id: 'disableGateway',
      summary: 'Disable a gateway',
      description:
        'It is handed nothing more, and stays disabled. What it was handed before is followed to its end. Payouts that wait for it go on with the next gateway that pays their asset.',
      tag: 'Gateways',
      permission: { scope: 'gateways:write' },
      params: gatewayParams,
      returns: z.void(),
      status: 204,
      refuses: ['not_found'],
    },
    (ctx, { params }) => disableGateway(ctx, params.id),
  ),
});
