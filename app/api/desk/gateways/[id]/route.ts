import { z } from 'zod';
import { updateGateway } from '@/lib/gateways/change';
import { disableGateway } from '@/lib/gateways/gateways';
import { gatewayAnswer, gatewayParams, updateGatewayBody } from '@/lib/gateways/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/gateways/{id}', {
  PATCH: route(
    {
      id: 'replaceGatewaySecrets',
      summary: 'Replace what lets us into a gateway',
      tag: 'Desk',
      permission: { member: 'gateways:write' },
      params: gatewayParams,
      body: updateGatewayBody,
      returns: gatewayAnswer,
      refuses: [
        ...(['not_found', 'gateway_state', 'gateway_unreachable', 'gateway_unknown_server'] as const),
        ...(['gateway_login_refused', 'gateway_login_not_admin', 'gateway_key_refused'] as const),
        ...(['gateway_crypto_unknown', 'gateway_wallet_unknown', 'gateway_wallet_offline'] as const),
        'chain_unavailable',
      ],
    },
    (ctx, { params, body }) => updateGateway(ctx, params.id, body),
  ),
  DELETE: route(
    {
      id: 'retireGateway',
      summary: 'Disable a gateway',
      tag: 'Desk',
      permission: { member: 'gateways:write' },
      params: gatewayParams,
      returns: z.void(),
      status: 204,
      refuses: ['not_found'],
    },
    (ctx, { params }) => disableGateway(ctx, params.id),
  ),
});
