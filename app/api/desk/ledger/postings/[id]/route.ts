import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { viewPosting } from '@/lib/ledger/list-lines';
import { postingOnPage } from '@/lib/ledger/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/ledger/postings/{id}', {
  GET: route(
    {
      ...{ id: 'readPosting', summary: 'See one posting with its lines', tag: 'Desk' },
      permission: { member: 'ledger:read' },
      params: z.object({ id: z.string() }),
      returns: postingOnPage,
      refuses: ['not_found'],
    },
    (ctx, { params }) => viewPosting(ctx, params.id),
  ),
});
