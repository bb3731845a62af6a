import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { operatorViewer } from '@/lib/operators/schema';
import { viewOperator } from '@/lib/operators/view-operator';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/me', {
  GET: route(
    {
      id: 'readOperator',
      summary: 'See which operator is signed in',
      tag: 'Operator pages',
      permission: { operator: 'any' },
      returns: operatorViewer,
      refuses: [],
    },
    (ctx) => viewOperator(ctx),
  ),
});
