import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/openapi.json', {
  GET: route(
    {
      id: 'readOpenapi',
      summary: 'Read this reference as OpenAPI 3.1',
      tag: 'Portal',
      permission: 'public',
      returns: z.record(z.string(), z.unknown()),
      refuses: [],
    },
    // Loaded late: the list of routes names this file, too.
    async () => (await import('@/app/api/v1/document')).openapiDocument(),
  ),
});
