import { csvDownload } from '@/lib/http/pipeline/csv-download';
import { streamResource } from '@/lib/http/pipeline/stream-resource';
import { csvOfFees } from '@/lib/operators/state/fees';
import { feeQuery } from '@/lib/operators/state/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = streamResource('/api/operator/fees/export', {
  permission: { operator: 'fees:read' },
  query: feeQuery,
  open: async (ctx, query) => csvDownload('fees', ctx.clock.now(), csvOfFees(ctx, query)),
});
