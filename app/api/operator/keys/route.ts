import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { createOperatorKey } from '@/lib/operators/keys';
import { createdOperatorKey, operatorKeyBody } from '@/lib/operators/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/keys', {
  POST: route(
    {
      id: 'createOperatorKey',
      summary: 'Make a key for a program of operators',
      tag: 'Operator pages',
      permission: { operator: 'keys:write' },
      body: operatorKeyBody,
      returns: createdOperatorKey,
      status: 201,
      refuses: [],
    },
    (ctx, { body }) => createOperatorKey(ctx, body),
  ),
});
