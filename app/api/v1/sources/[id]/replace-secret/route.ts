import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { replaceSourceSecret } from '@/lib/sources/replace-secret';
import { createdSourceAnswer, replaceSourceSecretBody, sourceParams } from '@/lib/sources/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/sources/{id}/replace-secret', {
  POST: route(
    {
      id: 'replaceSourceSecret',
      summary: 'Replace the secret of a source',
      description:
        'Until the overlap is over the secret before proves messages, too, so that the other side can change over without losing one. A secret of our making is in this answer and in no later one. Send an Idempotency-Key: a repetition then answers the same secret instead of making another one.',
      tag: 'Webhooks',
      permission: { scope: 'webhooks:write' },
      params: sourceParams,
      body: replaceSourceSecretBody,
      returns: createdSourceAnswer,
      refuses: ['not_found'],
      idempotent: true,
    },
    (ctx, { params, body }) => replaceSourceSecret(ctx, params.id, body),
  ),
});
