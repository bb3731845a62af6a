import { exportPayouts } from '@/lib/desk/export';
import { payoutFilters } from '@/lib/desk/schema';
import { streamResource } from '@/lib/http/stream-resource';

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

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = streamResource('/api/desk/payouts/export', {
  permission: { member: 'payouts:read' },
  query: payoutFilters,
  async open(ctx, filters) {
    const name = `payouts-${ctx.clock.now().toISOString().slice(0, 10)}.csv`;
    const headers = {
      ...{ 'Content-Type': 'text/csv; charset=utf-8; header=present', 'Cache-Control': 'no-store' },
      'Content-Disposition': `attachment; filename="${name}"`,
    };
    return { stream: streamOf(await exportPayouts(ctx, filters)), headers };
  },
});
