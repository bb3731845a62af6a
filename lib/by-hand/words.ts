import { shortAddress } from '@/lib/chains/address';
import { chainOf } from '@/lib/chains/registry';
import { formatAmount } from '@/lib/kernel/money';
import type { Payout } from '@/lib/payouts/store';
import { handFacts } from '@/lib/rails/wallet/facts';
import type { Assessment } from './assess';

const moneyOf = (payout: Payout, units: bigint) => `${formatAmount(units, payout.decimals)} ${payout.symbol}`;

/** "25.00 USDT to 0x3C44Cd…4293BC", for a button, a preview or a list. */
export function paymentWords(payout: Payout, sender: string): string {
  return `${moneyOf(payout, payout.net)} to ${shortAddress(handFacts(payout, sender).recipient)}`;
}

export function allowWords(payout: Payout, amount: bigint): string {
  return amount === 0n
    ? `Take back what the payout contract may move of your ${payout.symbol}; the token wants this before a new permission.`
    : `Let the payout contract move exactly ${moneyOf(payout, amount)} of yours.`;
}

/** What signing does, in the order in which the wallet will ask. */
export function previewLines({ payouts, sender, way, facts, total }: Assessment): string[] {
  const [first] = payouts;
  if (!first) return [];
  const where = chainOf(first.chain).name;
  const from = `from your wallet ${shortAddress(sender)} on ${where}`;
  const many = `${payouts.length} payments, ${moneyOf(first, total)} in total, ${from}`;
  switch (way) {
    case 'transfer':
      return [`You send ${paymentWords(first, sender)}, ${from}.`];
    case 'calls':
      return [`You send ${many}, signed once: all of them go through or none.`];
    case 'one_by_one':
      return [`You send ${many}, one after another. The wallet asks ${payouts.length} times.`];
    case 'disperse': {
      const permissions = allowances(facts.allowance, total).map((amount) => allowWords(first, amount));
      const pay = `You send ${many}, by one call of the payout contract. A payment that the token refuses is left out.`;
      return [...permissions, pay];
    }
  }
}

/** The permissions that the contract's batch still needs; some tokens want the old one taken back first. */
export function allowances(current: bigint, total: bigint): bigint[] {
  if (current >= total) return [];
  return current === 0n ? [total] : [0n, total];
}
