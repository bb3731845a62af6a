import { csvDownload } from '@/lib/http/pipeline/csv-download';
import { streamResource } from '@/lib/http/pipeline/stream-resource';
import { exportLines } from '@/lib/ledger/export-lines';
import { bookFilters } from '@/lib/ledger/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = streamResource('/api/desk/ledger/export', {
  permission: { member: 'ledger:read' },
  query: bookFilters,
  open: async (ctx, filters) => csvDownload('ledger', ctx.clock.now(), await exportLines(ctx, filters)),
});
