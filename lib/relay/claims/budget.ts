import type { Queryable } from '@/db/client';
import type { RelayReason } from '@/db/vocabulary/relay';
import { addSeconds } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import type { Key } from '@/lib/payouts/store';
import { countAsked, countOfMerchant } from './store';

const daySeconds = 86_400;

/** Which of the day's budgets another claim would pass: of the merchant, of the link, or of the address it goes to. */
export async function overBudget(
  db: Queryable,
  payout: Key,
  recipient: string,
  now: Date,
): Promise<RelayReason | null> {
  const asked = await countAsked(db, payout, recipient, addSeconds(now, -daySeconds));
  if (asked.merchant >= env.RELAY_DAY_PER_MERCHANT) return 'merchant_budget';
  if (asked.link >= env.RELAY_DAY_PER_LINK) return 'link_budget';
  return asked.address >= env.RELAY_DAY_PER_ADDRESS ? 'address_budget' : null;
}

/** Whether the merchant's own budget of the day is used up: what is sent without a claim counts towards it alone. */
export async function merchantOverBudget(db: Queryable, merchantId: string, now: Date): Promise<boolean> {
  return (await countOfMerchant(db, merchantId, addSeconds(now, -daySeconds))) >= env.RELAY_DAY_PER_MERCHANT;
}
