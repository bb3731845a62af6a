import { resource } from '@/lib/http/resource';
import { route } from '@/lib/http/route';
import { eventPage, listEventsQuery } from '@/lib/webhooks/delivery-schema';
import { pullEvents } from '@/lib/webhooks/pull-events';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/events', {
  GET: route(
    {
      id: 'listEvents',
      summary: 'Read events in their sequence',
      description:
        'Everything that webhooks tell, to catch up with or instead of them. Your events are numbered 1, 2, 3, … without a gap. Keep `next_after` and send it as `after` the next time: you miss none and get none twice. With a filter a page may be empty and yet have more behind it; go on while `has_more` is true.',
      tag: 'Webhooks',
      permission: { scope: 'webhooks:read' },
      query: listEventsQuery,
      returns: eventPage,
      refuses: [],
    },
    (ctx, { query }) => pullEvents(ctx, query),
  ),
});
