import { spendRefusals } from '@/lib/access/policies/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { payoutValidation } from '@/lib/payouts/terms/validate-schema';
import { redeemCoins } from '@/lib/rewards/redeem';
import { redeemBody, redeemedAnswer, rewardUserParams } from '@/lib/rewards/schema';
import { validateRedemption } from '@/lib/rewards/validate-redemption';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/rewards/users/{id}/redeem', {
  POST: route(
    {
      id: 'redeemCoins',
      summary: 'Pay a user for their coins',
      description:
        'Turns coins into one payout, a claim link or, with a wallet and `delivery: send`, one that we send. It takes as few coins as the amount is worth. While that payout is open there is no second one; if it ends without paying, the coins are back.',
      tag: 'Rewards',
      permission: { scope: 'payouts:write', member: 'payouts:write' },
      params: rewardUserParams,
      body: redeemBody,
      returns: redeemedAnswer,
      status: 201,
      refuses: [
        ...spendRefusals,
        ...(['stopped', 'merchant_suspended'] as const),
        ...(['not_found', 'redemption_open', 'coins_short', 'coins_capped', 'reference_taken'] as const),
        ...(['amount_too_small', 'amount_too_large', 'asset_unavailable', 'recipient_unsupported'] as const),
        ...(['delivery_unavailable', 'address_refused', 'rate_unavailable', 'chain_unavailable'] as const),
      ],
      idempotent: true,
    },
    (ctx, { params, body }) => redeemCoins(ctx, params.id, body),
    { returns: payoutValidation, run: (ctx, { params, body }) => validateRedemption(ctx, params.id, body) },
  ),
});
