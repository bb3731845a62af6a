import { claimParams } from '@/lib/claims/schema';
import { findLinkBrowser } from '@/lib/http/pipeline/link-browser';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { takeQuote } from '@/lib/quotes/deals/take-quote';
import { offeredQuote, takeQuoteBody } from '@/lib/quotes/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/claims/{token}/quote/accept', {
  POST: route(
    {
      id: 'acceptClaimQuote',
      summary: 'Accept what a payout comes to now',
      description:
        'The payout comes to exactly what was quoted, in the asset of the quote, and can be claimed for that until the quote lapses. A payout for the owner of a mailbox needs their proof first. Accepting the same one again changes nothing. Once a claim is signed or being sent, its amount stands.',
      tag: 'Claims',
      permission: 'claimant',
      params: claimParams,
      body: takeQuoteBody,
      returns: offeredQuote,
      refuses: [
        'link_unknown',
        'link_expired',
        'link_cancelled',
        'already_paid',
        'payout_state',
        'transfer_in_progress',
        'proof_required',
        'not_found',
        'quote_lapsed',
        'quote_expired',
        'stopped',
        'quote_stands',
        'approval_changed',
        'asset_unavailable',
      ],
    },
    (ctx, { params, body }, call) => takeQuote(ctx, params.token, body, findLinkBrowser(call.request.headers)),
  ),
});
