import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, REWARD_USER } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/rewards/users/${encodeURIComponent(REWARD_USER ?? '')}/redeem`, {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': `redeem-${REWARD_USER}`,
  },
  body: JSON.stringify({ coins: 2000 }),
});
const redeemed = await response.json();
if (!response.ok) throw new Error(`${redeemed.code}: ${redeemed.detail}`);

console.log(redeemed.coins, redeemed.coins_left, redeemed.payout.amount, redeemed.payout.claim_url);
