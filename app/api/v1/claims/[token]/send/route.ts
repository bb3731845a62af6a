import { claimParams, sendClaimAnswer, sendClaimBody } from '@/lib/claims/schema';
import { sendClaim } from '@/lib/claims/send-claim';
import { findLinkBrowser } from '@/lib/http/pipeline/link-browser';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/claims/{token}/send', {
  POST: route(
    {
      id: 'sendClaim',
      summary: 'Have the portal send it',
      description:
        'The portal sends this claim to `address` from an account of its own and pays the network fee. It answers at once, and `relay.next` says what happens next; read the claim link again for news. Asking again with the same address is safe and answers how it stands.',
      tag: 'Claims',
      permission: 'claimant',
      params: claimParams,
      body: sendClaimBody,
      returns: sendClaimAnswer,
      status: 202,
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
        'key_signature_needed',
        'address_refused',
        'destination_refused',
        'approval_changed',
        'relay_in_progress',
        'relay_unavailable',
        'awaiting_funds',
        'signer_refused',
        'token_paused',
        'vault_blocked',
        'recipient_blocked',
        'token_fee',
        'token_refuses',
        'claim_would_fail',
        'stopped',
        'screening_held',
        'clock_behind',
        'chain_unavailable',
      ],
    },
    (ctx, { params, body }, call) => sendClaim(ctx, params.token, body, findLinkBrowser(call.request.headers)),
  ),
});
