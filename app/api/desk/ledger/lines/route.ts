import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { listLines } from '@/lib/ledger/list-lines';
import { bookPage, bookQuery } from '@/lib/ledger/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/ledger/lines', {
  GET: route(
    {
      ...{ id: 'listBookLines', summary: 'List the lines of the books', tag: 'Desk' },
      permission: { member: 'ledger:read' },
      query: bookQuery,
      returns: bookPage,
      refuses: [],
    },
    (ctx, { query }) => listLines(ctx, query),
  ),
});
