import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { replaceSourceSecret } from '@/lib/sources/replace-secret';
import { createdSourceAnswer, replaceSourceSecretBody, sourceParams } from '@/lib/sources/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource(
  '/api/desk/webhooks/sources/{id}/replace-secret',
  {
    POST: route(
      {
        id: 'replaceSecretOfSource',
        summary: 'Replace the secret of a source',
        tag: 'Desk',
        permission: { member: 'webhooks:write' },
        params: sourceParams,
        body: replaceSourceSecretBody,
        returns: createdSourceAnswer,
        refuses: ['not_found'],
        idempotent: true,
      },
      (ctx, { params, body }) => replaceSourceSecret(ctx, params.id, body),
    ),
  },
);
