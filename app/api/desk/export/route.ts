import { csvDownload, jsonLinesDownload } from '@/lib/http/pipeline/csv-download';
import { streamResource } from '@/lib/http/pipeline/stream-resource';
import { exportAll } from '@/lib/leaving/export-all';
import { exportQuery } from '@/lib/leaving/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = streamResource('/api/desk/export', {
  permission: { member: 'exports:read' },
  query: exportQuery,
  open: async (ctx, query) => {
    const download = query.format === 'csv' ? csvDownload : jsonLinesDownload;
    return download(query.of, ctx.clock.now(), await exportAll(ctx, query));
  },
});
