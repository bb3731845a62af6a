import { recordPayment } from '@/lib/by-hand/record-made-elsewhere';
import { recordBody } from '@/lib/by-hand/sightings/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { payoutParams } from '@/lib/payouts/schema';
import { payoutAnswer } from '@/lib/wire/payout';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/payouts/{id}/record', {
  POST: route(
    {
      id: 'recordPayment',
      summary: 'Record a payment that was made elsewhere',
      tag: 'Desk',
      permission: { member: 'payouts:pay' },
      params: payoutParams,
      body: recordBody,
      returns: payoutAnswer,
      refuses: [
        'not_found',
        'payout_state',
        'already_paid',
        'address_refused',
        'transfer_in_progress',
        'transfer_mismatch',
      ],
    },
    (ctx, { params, body }) => recordPayment(ctx, params.id, body),
  ),
});
