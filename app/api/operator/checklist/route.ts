import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { readChecklist } from '@/lib/operators/checklist/read-checklist';
import { checklist } from '@/lib/operators/checklist/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/checklist', {
  GET: route(
    {
      id: 'readChecklist',
      summary: 'See what the installation needs, each as it is now',
      tag: 'Operator pages',
      permission: { operator: 'installation:read' },
      returns: checklist,
      refuses: [],
    },
    async (ctx) => ({ data: await readChecklist(ctx) }),
  ),
});
