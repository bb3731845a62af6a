import { claimPayout } from '@/lib/claims/claim';
import { claimAnswer, claimBody, claimParams, claimView } from '@/lib/claims/schema';
import { viewClaim } from '@/lib/claims/view';
import { findLinkBrowser, isOwnPage } from '@/lib/http/pipeline/link-browser';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/claims/{token}', {
  GET: route(
    {
      id: 'viewClaim',
      summary: 'Read a claim link',
      description:
        'What the holder of a claim link may see. The token is the last part of the link; no API key is needed. Ask again for updates: `version` grows with every change.',
      tag: 'Claims',
      permission: 'claimant',
      params: claimParams,
      returns: claimView,
      refuses: ['link_unknown'],
    },
    (ctx, { params }, { request }) =>
      viewClaim(ctx, params.token, findLinkBrowser(request.headers), isOwnPage(request.headers)),
  ),
  POST: route(
    {
      id: 'claimPayout',
      summary: 'Get the call to send',
      description:
        'Answers with the call that pays this payout to `address`. Send it from any wallet before `expires_at`. Asking again is safe: the contract pays one of the answers, once.',
      tag: 'Claims',
      permission: 'claimant',
      params: claimParams,
      body: claimBody,
      returns: claimAnswer,
      refuses: [
        'link_unknown',
        'link_expired',
        'link_cancelled',
        'already_paid',
        'payout_state',
        'transfer_in_progress',
        'quote_lapsed',
        'wrong_recipient',
        'proof_required',
        'address_refused',
        'key_signature_needed',
        'awaiting_funds',
        'signer_refused',
        'signer_declined',
        'signer_unreachable',
        'stopped',
        'screening_held',
        'token_paused',
        'vault_blocked',
        'recipient_blocked',
        'token_fee',
        'token_refuses',
        'claim_would_fail',
        'clock_behind',
        'chain_unavailable',
      ],
    },
    (ctx, { params, body }, call) => claimPayout(ctx, params.token, body, findLinkBrowser(call.request.headers)),
  ),
});
