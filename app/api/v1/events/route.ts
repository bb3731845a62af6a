import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { eventPage, listEventsQuery } from '@/lib/webhooks/events/delivery-schema';
import { pullEvents } from '@/lib/webhooks/events/pull-events';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/events', {
  GET: route(
    {
      id: 'listEvents',
      summary: 'Read events in their sequence',
      description:
        'Everything that webhooks tell, to catch up with or instead of them. Your events are numbered 1, 2, 3, … without a gap. Keep `next_cursor` and send it as `cursor` the next time: you miss none and get none twice. After the portal was restored from a backup, a cursor from before is refused as `cursor_ahead` instead of skipping what has its numbers now. With a filter a page may be empty and yet have more behind it; go on while `has_more` is true.',
      tag: 'Webhooks',
      permission: { scope: 'webhooks:read' },
      query: listEventsQuery,
      returns: eventPage,
      refuses: ['cursor_ahead'],
    },
    (ctx, { query }) => pullEvents(ctx, query),
  ),
});
