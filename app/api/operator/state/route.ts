import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { readState } from '@/lib/operators/state/read-state';
import { stateAnswer } from '@/lib/operators/state/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/state', {
  GET: route(
    {
      id: 'readState',
      summary: 'See how the installation is',
      tag: 'Operator pages',
      permission: { operator: 'installation:read' },
      returns: stateAnswer,
      refuses: [],
    },
    (ctx) => readState(ctx),
  ),
});
