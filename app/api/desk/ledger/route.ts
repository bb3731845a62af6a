import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { viewBooks } from '@/lib/ledger/checks/check-books';
import { books } from '@/lib/ledger/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/ledger', {
  GET: route(
    {
      ...{ id: 'readBooks', summary: 'See what every account holds', tag: 'Desk' },
      permission: { member: 'ledger:read' },
      returns: books,
      refuses: [],
    },
    (ctx) => viewBooks(ctx),
  ),
});
