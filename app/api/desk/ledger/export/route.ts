import { streamResource } from '@/lib/http/stream-resource';
import { exportLines } from '@/lib/ledger/export-lines';
import { bookFilters } from '@/lib/ledger/schema';

/** Hands on as fast as it is taken: the next page is read when there is room for it. */
function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await lines.return(undefined);
    },
  });
}

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = streamResource('/api/desk/ledger/export', {
  permission: { member: 'ledger:read' },
  query: bookFilters,
  async open(ctx, filters) {
    const name = `ledger-${ctx.clock.now().toISOString().slice(0, 10)}.csv`;
    const headers = {
      ...{ 'Content-Type': 'text/csv; charset=utf-8; header=present', 'Cache-Control': 'no-store' },
      'Content-Disposition': `attachment; filename="${name}"`,
    };
    return { stream: streamOf(await exportLines(ctx, filters)), headers };
  },
});
