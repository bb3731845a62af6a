import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { checkBooks } from '@/lib/ledger/checks/check-books';
import { bookCheck } from '@/lib/ledger/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/ledger/check', {
  POST: route(
    {
      ...{ id: 'checkBooks', summary: 'Check the books now', tag: 'Desk' },
      permission: { member: 'reconcile:read' },
      returns: bookCheck,
      refuses: [],
    },
    (ctx) => checkBooks(ctx),
  ),
});
