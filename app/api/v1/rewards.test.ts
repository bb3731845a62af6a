import { expect, test } from 'vitest';
import { POST } from '@/app/api/v1/rewards/users/[id]/redeem/route';
import { call, testPortal } from '@/lib/http/testing/test-portal';
import { signed } from '@/lib/rewards/testing/earn';
import { rewardDesk } from '@/lib/rewards/testing/reward-desk';
import { cancelPayout } from '@/lib/unpaid/cancel';

const portal = testPortal();
const desk = rewardDesk(portal);

async function ask(id: string, key: string) {
  const { apiKey } = desk.owner();
  const answer = await call(POST, {
    ...{ method: 'POST', apiKey, params: { id }, path: `/api/v1/rewards/users/${id}/redeem`, body: {} },
    headers: { 'Idempotency-Key': key },
  });
  const { code, payout } = await answer.json();
  return code ?? payout.id;
}

test('under one key a redeem is refused as long as it must be, is done once then, and is answered alike from then on', async () => {
  const source = await desk.newSource({ minimum_coins: 2_000 });
  const user = await desk.earner(source, 1_500);
  expect(await ask(user, 'short')).toBe('coins_short');
  await desk.tell(source, signed({ user_uuid: user, coin_amount: '500' }));
  const made = await ask(user, 'short');
  expect(made).toMatch(/^po_/);
  expect(await ask(user, 'short')).toBe(made);

  expect(await ask(user, 'open')).toBe('redemption_open');
  await cancelPayout(desk.merchant(), made);
  const again = await ask(user, 'open');
  expect(again).toMatch(/^po_/);
  expect([await ask(user, 'open'), await ask(user, 'short')]).toEqual([again, made]);
});
