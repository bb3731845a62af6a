import { z } from 'zod';
import { requireUser } from '@/lib/access/actor';
import { liveStream } from '@/lib/desk/live/live';
import { processFeed } from '@/lib/desk/live/process-feed';
import { streamResource } from '@/lib/http/pipeline/stream-resource';
import { Refusal } from '@/lib/kernel/errors';

/** Tabs of one browser share a line; one person has so many only when something keeps opening them. */
const maxLines = 20;

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = streamResource('/api/desk/live', {
  permission: { member: 'payouts:read' },
  query: z.strictObject({}),
  async open(ctx, _query, call) {
    const feed = processFeed();
    // The answer begins only then: a page that reads once it began misses nothing.
    if (!(await feed.ready())) throw new Refusal('unavailable', { detail: 'Changes cannot be told right now.' });
    if (feed.countOf(requireUser(ctx).userId) >= maxLines) {
      throw new Refusal('rate_limited', { detail: `${maxLines} of your pages listen already.` });
    }
    // No proxy may hold events back, and none may compress them, which would hold them back, too.
    const headers = {
      ...{ 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store, no-transform' },
      'X-Accel-Buffering': 'no',
    };
    return { stream: liveStream(ctx, { feed, signal: call.request.signal }), headers };
  },
});
