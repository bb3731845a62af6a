import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { operatorRoleBody } from '@/lib/operators/schema';
import { changeOperatorRole, removeOperator } from '@/lib/operators/team';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/operators/{id}', {
  PUT: route(
    {
      id: 'changeOperatorRole',
      summary: 'Give an operator another role',
      tag: 'Operator pages',
      permission: { operator: 'operators:write' },
      params: z.strictObject({ id: z.string() }),
      body: operatorRoleBody,
      returns: z.void(),
      status: 204,
      refuses: ['not_found', 'last_operator'],
    },
    (ctx, { params, body }) => changeOperatorRole(ctx, params.id, body.role),
  ),
  DELETE: route(
    {
      id: 'removeOperator',
      summary: 'Take a person out of the operators',
      tag: 'Operator pages',
      permission: { operator: 'operators:write' },
      params: z.strictObject({ id: z.string() }),
      returns: z.void(),
      status: 204,
      refuses: ['not_found', 'last_operator'],
    },
    (ctx, { params }) => removeOperator(ctx, params.id),
  ),
});
