import { z } from 'zod';
import { claimParams } from '@/lib/claims/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { disputeRecipient } from '@/lib/proofs/dispute-recipient';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/claims/{token}/dispute', {
  POST: route(
    {
      id: 'disputeRecipient',
      summary: 'Say that it is not for you',
      description:
        'For `email` recipients: the merchant is told, once per link, that the mail reached another person. It stops nothing.',
      tag: 'Claims',
      permission: 'claimant',
      params: claimParams,
      returns: z.object({ disputed: z.literal(true) }),
      refuses: [
        'link_unknown',
        'link_expired',
        'link_cancelled',
        'already_paid',
        'transfer_in_progress',
        'payout_state',
      ],
    },
    (ctx, { params }) => disputeRecipient(ctx, params.token),
  ),
});
