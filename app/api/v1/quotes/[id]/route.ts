import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { viewQuote } from '@/lib/quotes/deals/make-quote';
import { quoteAnswer, quoteParams } from '@/lib/quotes/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/quotes/{id}', {
  GET: route(
    {
      id: 'viewQuote',
      summary: 'Read a quote',
      description: 'With all readings that its rate came from, so that it can be worked out again at any time.',
      tag: 'Payouts',
      permission: { scope: 'payouts:read' },
      params: quoteParams,
      returns: quoteAnswer,
      refuses: ['not_found'],
    },
    (ctx, { params }) => viewQuote(ctx, params.id),
  ),
});
