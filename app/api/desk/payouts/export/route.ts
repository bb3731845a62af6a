import { exportPayouts } from '@/lib/desk/list/export';
import { payoutFilters } from '@/lib/desk/list/schema';
import { csvDownload } from '@/lib/http/pipeline/csv-download';
import { streamResource } from '@/lib/http/pipeline/stream-resource';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = streamResource('/api/desk/payouts/export', {
  permission: { member: 'payouts:read' },
  query: payoutFilters,
  open: async (ctx, filters) => csvDownload('payouts', ctx.clock.now(), await exportPayouts(ctx, filters)),
});
