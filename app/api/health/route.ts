import { healthAnswer, readHealth } from '@/lib/http/base/health';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/health', {
  GET: route(
    {
      id: 'readHealth',
      summary: 'See whether the portal works',
      description:
        '503 while the portal cannot do its work: the database is away or takes no writes. Without a worker, or with a chain that was not read for a while, it is `degraded`: links open and payouts are created, confirmations wait.',
      tag: 'Portal',
      permission: 'public',
      returns: healthAnswer,
      refuses: ['unavailable'],
    },
    () => readHealth(),
  ),
});
