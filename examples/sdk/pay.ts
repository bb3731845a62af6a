import { env } from 'node:process';
import { Drawbridge, isProblem, requestIdOf } from '@drawbridge/sdk';

const drawbridge = new Drawbridge({
  baseUrl: env.DRAWBRIDGE_URL ?? '',
  apiKey: env.DRAWBRIDGE_API_KEY ?? '',
});

const order = env.ORDER ?? '';

try {
  const payout = await drawbridge.payouts.create(
    { amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' }, reference: order },
    { idempotencyKey: `payout-of-${order}` },
  );
  console.log(payout.id, payout.claim_url, requestIdOf(payout));
} catch (error) {
  if (!isProblem(error, 'reference_taken')) throw error;
  console.log(`There is one of ${order} already: ${error.problem.payout_id}`);
}

for await (const payout of drawbridge.payouts.list({ status: 'pending' })) {
  console.log(payout.id, payout.reference, payout.amount);
}
